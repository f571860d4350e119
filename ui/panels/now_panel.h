// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/runs_model.h"
#include "ui/widgets/labels.h"

namespace telegrad::ui {

/// A run's latest figures.
class NowPanel : public QWidget {
  Q_OBJECT

 public:
  explicit NowPanel(QWidget* parent = nullptr);
  void showRun(const Run* run);  ///< nothing: no run

 private:
  QuantityLabel* loss_ = nullptr;
  QuantityLabel* accuracy_ = nullptr;
  QuantityLabel* suboptimality_ = nullptr;
  QuantityLabel* uploads_ = nullptr;
  QuantityLabel* residual_ = nullptr;
  QuantityLabel* delayed_ = nullptr;  // where updates are applied later
};

/// Sums over a run's last iterations, 100 at most.
struct RecentFigures {
  int iterations = 0;
  double uploads = 0.0, skips = 0.0;
  double compute = 0.0, encode = 0.0, queue = 0.0, transfer = 0.0, latency = 0.0;  ///< seconds
  double seconds = 0.0;                  ///< simulated, of all
  std::int64_t staleness = 0;            ///< of the last
  double bitsPerUpload = Record::kNone;  ///< payload
  double wireBitsPerUpload = Record::kNone;
  static RecentFigures of(const RunSeries& series);
};

}  // namespace telegrad::ui
