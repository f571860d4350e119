// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QStackedWidget>
#include <QWidget>

#include "ui/models/runs_model.h"
#include "ui/plots/confusion_plot.h"
#include "ui/plots/shard_list.h"
#include "ui/widgets/segmented_control.h"

namespace telegrad::ui {

/// The page "Data": what each worker of the run in focus has, or how its last evaluation took the
/// test set's classes for each other.
/// Threads: the window's.
class DataPage : public QWidget {
  Q_OBJECT

 public:
  explicit DataPage(RunsModel& runs, QWidget* parent = nullptr);

  ShardList* shards() const { return shards_; }
  ConfusionPlot* confusion() const { return confusion_; }
  SegmentedControl* choice() const { return choice_; }
  QString heading() const { return heading_->text(); }

 private:
  void refresh();
  void showShards(const Run* run);
  void showConfusion(const Run* run);

  RunsModel& runs_;
  QLabel* heading_;
  QLabel* remark_;
  SegmentedControl* choice_;
  QStackedWidget* views_;
  ShardList* shards_;
  ConfusionPlot* confusion_;
  int run_ = 0;  // whose matrix is shown, and of which iteration
  std::int64_t at_ = 0;
};

}  // namespace telegrad::ui
