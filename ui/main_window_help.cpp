// SPDX-License-Identifier: GPL-3.0-or-later
// How the window explains itself: what a click or Shift+F1 asks for, and the tour.
#include "ui/main_window.h"
#include "ui/manual_window.h"
#include "ui/start_screen.h"
#include "ui/tour.h"
#include "ui/training_view.h"
#include "ui/window_actions.h"
#include "ui/window_topics.h"

namespace telegrad::ui {

void MainWindow::connectHelp() {
  giveTopics(*this);
  tour_ = new Tour(*this, controller_, *actions_,
                   [this](const Experiment& experiment) { openDraft(experiment); });
  actions_->helpMenu->insertAction(actions_->helpMenu->actions().value(0), tour_->action());
  connect(actions_->explain, &ExplainActions::pageWanted, this, [this](const QString& place) {
    showManual(this, place.section(QLatin1Char('#'), 0, 0), place.section(QLatin1Char('#'), 1));
  });
  // The start page stands before what the tour points at.
  connect(tour_, &Tour::began, start_, &StartScreen::leave);
  connect(start_, &StartScreen::tourWanted, tour_, &Tour::begin);
  if (const auto* workers = view_->workerCard()->findChild<WorkerStrip*>())
    connect(workers, &WorkerStrip::workerChosen, actions_->explain, &ExplainActions::setWorker);
}

bool MainWindow::offersTour() {
  if (!restore_ || tour_ == nullptr || tour_->isOn() || !tour_->isNew()) return false;
  tour_->noteOffer();
  view_->banner()->say(
      Banner::Tone::Calm,
      tr("Here for the first time? A tour of five minutes trains a real run and shows what this "
         "is about. Or press Space to begin by yourself."),
      tr("Begin the tour"), [this] { tour_->begin(); });
  return true;
}

}  // namespace telegrad::ui
