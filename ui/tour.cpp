// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour.h"

#include <algorithm>
#include <string_view>

#include <QCoreApplication>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>

#include "ui/models/shipped_experiments.h"
#include "ui/window_actions.h"

namespace telegrad::ui {
namespace {

constexpr auto kOffered = "tour/offered";
constexpr auto kTourExperiment = "quick-start";
constexpr auto kImages = "fashion-mnist";
constexpr std::int64_t kEpochs = 60;  // so that it lasts as long as the tour

/// What the tour trains; as the program begins where it cannot be read.
Experiment experimentOfTour(bool hasImages) {
  const auto all = shippedExperiments();
  const auto found = std::ranges::find(all, kTourExperiment, &ShippedExperiment::name);
  Experiment experiment = found == all.end() ? Experiment() : found->experiment;
  experiment = experiment.withName(QCoreApplication::translate("Tour", "Tour").toStdString());
  if (const auto longer = experiment.with({"run", "epochs"}, Value{kEpochs})) experiment = *longer;
  if (hasImages) return experiment;
  const auto generated = experiment.withKey("dataset", "synthetic-digits");
  return generated ? *generated : experiment;
}

}  // namespace

Tour::Tour(QWidget& window, RunController& controller, const WindowActions& actions,
           std::function<void(const Experiment&)> openDraft)
    : QObject(&window),
      window_(window),
      controller_(controller),
      actions_(actions),
      openDraft_(std::move(openDraft)),
      action_(new QAction(tr("Tour of five minutes"), this)),
      escape_(new QAction(tr("End the tour"), this)),
      callout_(new Callout(&window)),
      stage_{window, controller},
      new_(!QSettings().value(QLatin1String(kOffered), false).toBool()) {
  action_->setObjectName(QStringLiteral("tour"));
  action_->setToolTip(tr("A real run, step by step. Your form and your runs are kept"));
  escape_->setShortcut(QKeySequence(Qt::Key_Escape));
  escape_->setEnabled(false);
  window.addAction(escape_);
  connectParts();
}

void Tour::connectParts() {
  connect(action_, &QAction::triggered, this, &Tour::begin);
  connect(escape_, &QAction::triggered, this, &Tour::end);
  connect(callout_, &Callout::next, this, &Tour::next);
  connect(callout_, &Callout::back, this, &Tour::back);
  connect(callout_, &Callout::restart, this, &Tour::restart);
  connect(callout_, &Callout::hurry, this, &Tour::hurry);
  connect(callout_, &Callout::act, this, &Tour::act);
  connect(callout_, &Callout::skip, this, &Tour::end);
  connect(&controller_, &RunController::runBegan, this, &Tour::takeNewRun);
  connect(&controller_, &RunController::arrived, this, &Tour::check);
  connect(&controller_, &RunController::stateChanged, this, &Tour::check);
  connect(&controller_, &RunController::draftChanged, this, &Tour::check);
  connect(&controller_, &RunController::ended, this, &Tour::check);
}

QString Tour::step() const {
  return step_ ? QString::fromLatin1(tourSteps()[*step_].key) : QString();
}

void Tour::noteOffer() {
  QSettings().setValue(QLatin1String(kOffered), true);
}

std::size_t Tour::firstStep() const {
  return controller_.isActive() && !ours_.contains(controller_.runId()) ? 0 : 1;
}

void Tour::begin() {
  if (isOn()) return restart();
  noteOffer();
  new_ = false;
  emit began();
  stage_.run = actions_.run;
  stage_.rewind = actions_.rewind;
  stage_.explainThis = actions_.explain->byClick();
  stage_.first = stage_.second = 0;
  connect(stage_.curves(), &CurvesPlot::optionsChanged, this, &Tour::check, Qt::UniqueConnection);
  before_ = Before{controller_.draft(), stage_.curves()->options(), actions_.tabs->currentIndex()};
  look_ = std::make_unique<DataFetch>(
      controller_.dataFolder().empty() ? std::nullopt : std::optional(controller_.dataFolder()));
  connect(look_.get(), &DataFetch::found, this, [this](const DataState& state) {
    if (state.key != QLatin1String(kImages) || state.isThere || !isOn()) return;
    hasImages_ = false;
    if (stage_.first == 0 && step() != QLatin1String("busy")) openExperiment();
  });
  look_->look();
  escape_->setEnabled(true);
  goTo(firstStep());
}

void Tour::end() {
  if (!isOn()) return;
  letGoOfRun();
  step_.reset();
  escape_->setEnabled(false);
  callout_->hide();
  stage_.curves()->setOptions(before_->curves);
  openDraft_(before_->draft);
  actions_.tabs->setCurrentIndex(before_->page);
  before_.reset();
  look_.reset();
}

/// A run that the tour began it also ends; it stays in the table.
void Tour::letGoOfRun() {
  if (controller_.isActive() && ours_.contains(controller_.runId())) controller_.stop();
}

void Tour::restart() {
  letGoOfRun();
  stage_.first = stage_.second = 0;
  stage_.curves()->setOptions(before_->curves);
  goTo(firstStep());
}

void Tour::openExperiment() {
  openDraft_(experiment_ ? *experiment_ : experimentOfTour(hasImages_));
}

/// The page that the tour is about, if another was in front.
void Tour::showTraining() {
  for (QWidget* page = stage_.curves(); page != nullptr; page = page->parentWidget()) {
    auto* pages = qobject_cast<QStackedWidget*>(page->parentWidget());
    if (pages == nullptr || pages->indexOf(page) < 0) continue;
    if (const int index = pages->indexOf(page); index < actions_.tabs->count())
      actions_.tabs->setCurrentIndex(index);
    pages->setCurrentWidget(page);
    return;
  }
}

Callout::Words Tour::wordsOf(std::size_t index) const {
  const auto& step = tourSteps()[index];
  const auto translated = [](const char* words) {
    return QCoreApplication::translate("Tour", words);
  };
  Callout::Words words;
  words.title = translated(step.title);
  words.text = translated(step.text);
  if (index > 0) words.progress = tr("%1 of %2").arg(index).arg(tourSteps().size() - 1);
  if (step.act != nullptr && !isDone(index)) words.act = translated(step.act);
  words.canGoBack = index > 1;
  words.canGoOn = isDone(index);
  words.canHurry = index > 0 && step.isDone && !words.canGoOn;
  words.isLast = index + 1 == tourSteps().size();
  return words;
}

bool Tour::isDone(std::size_t index) const {
  const auto& step = tourSteps()[index];
  return !step.isDone || step.isDone(stage_);
}

void Tour::goTo(std::size_t index) {
  step_ = index;
  const auto& step = tourSteps()[index];
  showTraining();
  if (std::string_view(step.key) == "welcome") openExperiment();
  auto* target = step.target ? step.target(stage_) : nullptr;
  for (QWidget* each = target; each != nullptr; each = each->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(each)) area->ensureWidgetVisible(target);
  callout_->point(target, wordsOf(index));
  giveFocus(target);
}

/// Who has to do something is put where it is done, who has to read at the button that goes on.
void Tour::giveFocus(QWidget* target) {
  if (target == nullptr || isDone(*step_)) return callout_->nextButton()->setFocus();
  for (auto* each : target->findChildren<QWidget*>())
    if (each->isVisible() && each->isEnabled() && (each->focusPolicy() & Qt::TabFocus) != 0)
      return each->setFocus();
  target->setFocus();
}

void Tour::next() {
  if (!isOn() || !isDone(*step_)) return;
  if (*step_ + 1 == tourSteps().size()) return end();
  goTo(*step_ + 1);
}

void Tour::back() {
  if (isOn() && *step_ > 1) goTo(*step_ - 1);
}

void Tour::act() {
  if (!isOn()) return;
  const auto& step = tourSteps()[*step_];
  if (step.doIt && !isDone(*step_)) step.doIt(stage_);
  check();
}

void Tour::hurry() {
  if (!isOn()) return;
  const auto index = *step_;
  act();
  if (isOn() && *step_ == index && index + 1 < tourSteps().size()) goTo(index + 1);
}

/// The tour's first run is the first that begins in it, the second one is with SGD.
void Tour::takeNewRun(int id) {
  if (!isOn()) return;
  const Run* run = controller_.runs().byId(id);
  if (run == nullptr) return;
  ours_.insert(id);
  const bool sgd = run->experiment.slot("algorithm").key == "sgd";
  if (sgd && stage_.first != 0)
    stage_.second = id;
  else
    stage_.first = id;
  check();
}

/// What a step waited for may be there; it says so, and leaves it to the user to go on.
void Tour::check() {
  if (!isOn()) return;
  if (step() == QLatin1String("busy") && isDone(0)) return goTo(1);
  const bool done = isDone(*step_);
  if (done == callout_->nextButton()->isEnabled()) return;
  callout_->setCanGoOn(done);
  if (!done) return;
  callout_->actButton()->hide();
  callout_->hurryButton()->hide();
  auto* had = QApplication::focusWidget();
  const bool inCallout = had != nullptr && callout_->isAncestorOf(had);
  if (inCallout || had == nullptr) callout_->nextButton()->setFocus();
}

}  // namespace telegrad::ui
