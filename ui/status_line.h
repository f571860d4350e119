// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

#include "ui/models/runs_model.h"
#include "ui/widgets/labels.h"

namespace telegrad::ui {

/// The window's last line: how the run in hand stands.
class StatusLine : public QStatusBar {
  Q_OBJECT

 public:
  explicit StatusLine(QWidget* parent = nullptr);

  /// `run` nothing: none yet; `seed` is then the draft's.
  void showRun(const Run* run, std::uint64_t seed);

 private:
  FigureLabel* state_;
  FigureLabel* iteration_;
  FigureLabel* epoch_;
  FigureLabel* rate_;
  FigureLabel* left_;
  FigureLabel* simulated_;
  FigureLabel* seed_;
  FigureLabel* threads_;
  FigureLabel* saved_;
};

}  // namespace telegrad::ui
