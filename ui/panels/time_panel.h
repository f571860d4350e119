// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QLabel>
#include <QWidget>

#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// "Where simulated time goes": the critical path of the last 100 iterations as one bar of
/// compute, queue, transfer and latency, and a sentence that says what it means.
class TimePanel : public QWidget {
  Q_OBJECT

 public:
  explicit TimePanel(QWidget* parent = nullptr);
  void showRun(const Run* run);  ///< nothing: no run
  QString sentence() const { return sentence_->text(); }

 private:
  class Bar;
  Bar* bar_ = nullptr;
  QLabel* sentence_ = nullptr;
};

}  // namespace telegrad::ui
