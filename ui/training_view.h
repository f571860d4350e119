// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/panels/banner.h"
#include "ui/panels/crash_card.h"
#include "ui/panels/recovery_card.h"
#include "ui/plots/criterion_plot.h"
#include "ui/plots/curves_plot.h"
#include "ui/plots/worker_strip.h"

namespace telegrad::ui {

/// The middle of the window: a banner when there is something to say, the runs that a crash
/// interrupted, the curves, and under them who spoke and why, side by side.
class TrainingView : public QWidget {
  Q_OBJECT

 public:
  explicit TrainingView(RunsModel& runs, QWidget* parent = nullptr);

  Banner* banner() const { return banner_; }
  CrashCard* crash() const { return crash_; }
  RecoveryCard* recovery() const { return recovery_; }
  CurvesPlot* curves() const { return curves_; }
  QWidget* workerCard() const { return workerCard_; }
  QWidget* criterionCard() const { return criterionCard_; }

 private:
  Banner* banner_;
  CrashCard* crash_;
  RecoveryCard* recovery_;
  CurvesPlot* curves_;
  QWidget* workerCard_ = nullptr;
  QWidget* criterionCard_ = nullptr;
};

}  // namespace telegrad::ui
