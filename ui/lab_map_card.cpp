// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab_map_card.h"

#include <algorithm>
#include <optional>
#include <span>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/experiment/conditions.h"
#include "ui/plots/map_marks.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kMapInterval = 100;       // milliseconds between two looks at the run
constexpr std::size_t kLookedAt = 100;  // of its last samples: what counts is the newest

}  // namespace

LabMapCard::LabMapCard(RunController& controller, QWidget* parent)
    : QFrame(parent),
      controller_(controller),
      base_(new SegmentedControl(tr("φ grows with staleness by"),
                                 {tr("1 / (1 − δ/2)"), tr("1 / (1 − δ)")}, this)),
      plot_(new StalenessMapPlot(this)),
      sentence_(mutedLabel({}, this)),
      conditions_(new ConditionsForm(this)) {
  setProperty("role", "card");
  auto* title = new QLabel(tr("Model: compression noise φ"), this);
  title->setFont(titleFont());
  auto* about = mutedLabel(
      tr("By which DeCo-SGD weighs a kept fraction and a staleness. It is the decision rule’s "
         "model, not an observation."),
      this);
  about->setWordWrap(true);
  about->setFont(plotFont());
  auto* grows = mutedLabel(tr("φ grows per iteration of staleness by"), this);
  grows->setFont(plotFont());
  base_->setToolTip(
      tr("The first follows from the residual of error feedback; the second is how "
         "a survey prints it."));
  sentence_->setWordWrap(true);
  auto* choice = new QHBoxLayout;
  choice->addWidget(grows, 1);
  choice->addWidget(base_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  rows->setSpacing(space::kSmall);
  rows->addWidget(title);
  rows->addWidget(about);
  rows->addLayout(choice);
  rows->addWidget(plot_, 1);
  rows->addWidget(new MapLegend(this));
  rows->addWidget(sentence_);
  rows->addWidget(hairline(this));
  rows->addWidget(conditions_);
  timer_.setSingleShot(true);
  timer_.setInterval(kMapInterval);
  connect(&timer_, &QTimer::timeout, this, &LabMapCard::takeRun);
  connect(base_, &SegmentedControl::chosen, this, [this] {
    refresh();
    emit baseChanged();
  });
  connect(conditions_, &ConditionsForm::changed, this, &LabMapCard::refresh);
  connect(&controller_, &RunController::draftChanged, this, &LabMapCard::takeDraft);
  connect(&controller_, &RunController::runBegan, this, &LabMapCard::takeDraft);
  const auto later = [this] {
    if (isVisible() && !timer_.isActive()) timer_.start();
  };
  connect(&controller_, &RunController::valueChanged, this, &LabMapCard::takeDraft);
  connect(&controller_.runs(), &RunsModel::samplesAppended, this, later);
  connect(&controller_.runs(), &RunsModel::currentChanged, this, later);
}

PhiBase LabMapCard::base() const {
  return base_->current() == 0 ? PhiBase::HalfRatio : PhiBase::FullRatio;
}

void LabMapCard::showEvent(QShowEvent* event) {
  takeDraft();  // hidden, it does not follow
  takeRun();
  QFrame::showEvent(event);
}

/// As a run of this model says, else counted; the last count is kept.
std::size_t LabMapCard::parameters(const Experiment& experiment) {
  const auto& model = experiment.slot("model");
  const Run* run = controller_.runs().current();
  if (run != nullptr && run->info && run->experiment.slot("model") == model)
    return run->info->parameters;
  if (parameters_ == 0 || !(counted_ == model)) {
    counted_ = model;
    parameters_ = parametersOf(experiment);
  }
  return parameters_;
}

double LabMapCard::draftGradientBits() {
  return conditionsOf(controller_.draft(), parameters(controller_.draft())).gradientBits;
}

void LabMapCard::takeDraft() {
  if (!isVisible()) return;
  conditions_->setExperiment(conditionsOf(controller_.shown(), parameters(controller_.shown())));
  refresh();
  emit experimentChanged();
}

void LabMapCard::takeRun() {
  const Run* run = controller_.runs().current();
  if (trail_.take(run)) plot_->setTrail(trail_);
  std::optional<IterationConditions> observed;
  if (run != nullptr)
    observed =
        observedConditions(std::span(run->recent).last(std::min(run->recent.size(), kLookedAt)));
  conditions_->setObserved(observed);
}

void LabMapCard::refresh() {
  const auto settings = decoSettingsOf(controller_.shown(), base());
  map_ = stalenessMap(conditions_->conditions(), settings);
  plot_->setMap(map_);
  sentence_->setText(map_.sentence());
}

}  // namespace telegrad::ui
