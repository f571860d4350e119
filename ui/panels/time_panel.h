// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// "Why no speed-up?": of the last 100 iterations, how a worker shares out its time, where the way
/// of the slowest update goes, what is the bottleneck, and what fewer bits would change.
class TimePanel : public QWidget {
  Q_OBJECT

 public:
  explicit TimePanel(QWidget* parent = nullptr);
  void showRun(const Run* run);  ///< nothing: no run
  QString sentence() const { return sentence_->text(); }

 private:
  class Bar;
  Bar* turn_ = nullptr;
  Bar* way_ = nullptr;
  QLabel* sentence_ = nullptr;
};

}  // namespace telegrad::ui
