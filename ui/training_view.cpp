// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training_view.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

/// The plots have margins of their own.
QWidget* card(QWidget* content, QWidget* parent) {
  auto* frame = new QFrame(parent);
  frame->setProperty("role", "card");
  auto* rows = new QVBoxLayout(frame);
  rows->setContentsMargins(1, 1, 1, 1);
  rows->addWidget(content);
  return frame;
}

}  // namespace

TrainingView::TrainingView(RunsModel& runs, QWidget* parent)
    : QWidget(parent),
      banner_(new Banner(this)),
      crash_(new CrashCard(this)),
      recovery_(new RecoveryCard(this)),
      curves_(new CurvesPlot(runs, this)) {
  auto* workers = new WorkerStrip(runs, this);
  auto* criterion = new CriterionPlot(runs, this);
  criterion->setWorker(workers->worker());
  connect(workers, &WorkerStrip::workerChosen, criterion, &CriterionPlot::setWorker);
  connect(criterion, &CriterionPlot::workerChosen, workers, &WorkerStrip::setWorker);
  workerCard_ = card(workers, this);
  criterionCard_ = card(criterion, this);
  auto* below = new QHBoxLayout;
  below->setSpacing(space::kMedium);
  below->addWidget(workerCard_, 1);
  below->addWidget(criterionCard_, 1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kMedium);
  rows->addWidget(banner_);
  rows->addWidget(crash_);
  rows->addWidget(recovery_);
  rows->addWidget(card(curves_, this), 5);
  rows->addLayout(below, 2);
}

}  // namespace telegrad::ui
