// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "core/base/crash_report.h"

namespace telegrad::ui {

/// That the program crashed since its user was last told so, where the report lies, and what can be
/// done with it: open its folder, copy its text. It sends nothing anywhere. Closed, that report is
/// not named again.
/// Threads: the window's.
class CrashCard : public QFrame {
  Q_OBJECT

 public:
  explicit CrashCard(QWidget* parent = nullptr);

  /// Looks for a report that was not closed yet, once the window has been drawn.
  void look();
  void setReport(const CrashReport& report);
  QString words() const { return isHidden() ? QString() : text_->text(); }
  QPushButton* copyButton() const { return copy_; }
  QPushButton* folderButton() const { return folder_; }
  QToolButton* closeButton() const { return close_; }

 signals:
  void looked();  ///< and found one, or none

 private:
  void copy();
  void close();

  QLabel* text_;
  QPushButton* copy_;
  QPushButton* folder_;
  QToolButton* close_;
  CrashReport report_;
};

}  // namespace telegrad::ui
