// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/experiment/interrupted.h"

namespace telegrad::ui {

/// The runs that the last session did not get to end, a line each, with what can be done: go on, or
/// keep as it is. What is not decided is asked at the next start again.
class RecoveryCard : public QFrame {
  Q_OBJECT

 public:
  explicit RecoveryCard(QWidget* parent = nullptr);

  /// Shows them, or nothing where there are none.
  void setRuns(const std::vector<InterruptedRun>& runs);
  /// One run trains at a time.
  void setCanGoOn(bool can);
  int count() const { return static_cast<int>(lines_.size()); }
  QPushButton* goOnButton(int line) const { return lines_.at(static_cast<std::size_t>(line)).goOn; }
  QPushButton* keepButton(int line) const { return lines_.at(static_cast<std::size_t>(line)).keep; }

 signals:
  void goOn(const std::filesystem::path& folder);
  void keep(const std::filesystem::path& folder);

 private:
  struct Line {
    QWidget* row = nullptr;
    QPushButton* goOn = nullptr;
    QPushButton* keep = nullptr;
  };
  Line makeLine(const InterruptedRun& run);
  void decided(QWidget* row);
  void showTitle();

  QLabel* title_;
  QVBoxLayout* rows_;
  std::vector<Line> lines_;
  bool canGoOn_ = true;
};

}  // namespace telegrad::ui
