// SPDX-License-Identifier: GPL-3.0-or-later
// The window's first page and what comes of it, and what an experiment's file says of the window.
#include "ui/main_window.h"
#include "ui/models/shipped_experiments.h"
#include "ui/rules_keeper.h"
#include "ui/start_screen.h"
#include "ui/window_actions.h"

namespace telegrad::ui {

void MainWindow::connectStart() {
  start_ = new StartScreen(*this, *actions_->tabs, controller_);
  start_->setDataFolder(data_);
  rules_ = new RulesKeeper(*this, *actions_, controller_);
  connect(actions_->startPage, &QAction::triggered, start_, &StartScreen::enter);
  connect(start_, &StartScreen::opened, this, &MainWindow::openShipped);
  connect(start_, &StartScreen::dataWanted, this, &MainWindow::showData);
  connect(start_, &StartScreen::experimentFileWanted, this, &MainWindow::openExperiment);
  connect(start_, &StartScreen::runFolderWanted, this, &MainWindow::openRunFolder);
  connect(start_, &StartScreen::runWanted, this, &MainWindow::openPath);
}

void MainWindow::greet(const Start& start, bool nothing) {
  if (start.welcome && nothing && StartPage::isWantedAtStart()) start_->enter();
  if (start.kiosk) rules_->beKiosk();
}

void MainWindow::showView(int tab) {
  actions_->tabs->setCurrentIndex(tab);
  start_->leave();
}

void MainWindow::openShipped(const ShippedExperiment* experiment, bool run) {
  start_->leave();
  openExperimentFile(shippedFile(*experiment));
  if (!run) return;
  if (controller_.isActive()) controller_.rewind();
  if (!controller_.isActive() || controller_.state() == RunState::Paused) controller_.toggle();
}

}  // namespace telegrad::ui
