// SPDX-License-Identifier: GPL-3.0-or-later
// How the window goes back: forks, rewinding, runs that a crash interrupted; and notes on the way.
#include <QInputDialog>

#include "ui/main_window.h"
#include "ui/models/number_format.h"
#include "ui/panels/settings_dialog.h"
#include "ui/place_menu.h"
#include "ui/plots/plot_reach.h"
#include "ui/training_view.h"
#include "ui/window_actions.h"

namespace telegrad::ui {

void MainWindow::connectHistory() {
  connect(view_->curves(), &CurvesPlot::menuWanted, this,
          [this](const CurvesPlot::Place& place, const QPoint& onScreen) {
            auto* menu = new PlaceMenu(controller_, place, this);
            menu->addSeparator();
            menu->addAction(PlotReach::of(view_->curves()->plot())->tableAction());
            menu->setAttribute(Qt::WA_DeleteOnClose);
            auto* curves = view_->curves();
            menu->addSeparator();
            menu->addAction(actions_->explain->actionFor(
                curves->topicAt(curves->mapFromGlobal(onScreen)), curves, menu));
            menu->popup(onScreen);
          });
  connect(actions_->fork, &QAction::triggered, this, [this] {
    if (const auto place = view_->curves()->placeOfReadOut())
      askAndFork(controller_, place->run, place->iteration, this);
  });
  connect(actions_->goOn, &QAction::triggered, this, [this] {
    if (const Run* run = runs_.current()) controller_.goOn(run->id);
  });
  connect(actions_->note, &QAction::triggered, this, &MainWindow::askForNote);
  connect(actions_->settings, &QAction::triggered, this, [this] { SettingsDialog(this).exec(); });
  connect(&runs_, &RunsModel::currentChanged, actions_, &WindowActions::refresh);
  connect(&controller_, &RunController::obstructed, this, &MainWindow::sayObstacle);
  connect(&controller_, &RunController::runBegan, this, &MainWindow::sayWhereItBranched);
  auto* recovery = view_->recovery();
  connect(&controller_, &RunController::stateChanged, recovery,
          [this, recovery] { recovery->setCanGoOn(!controller_.isActive()); });
  connect(&controller_, &RunController::interruptedFound, recovery, &RecoveryCard::setRuns);
  connect(recovery, &RecoveryCard::goOn, this,
          [this](const std::filesystem::path& folder) { controller_.goOn(folder); });
  connect(recovery, &RecoveryCard::keep, &controller_, &RunController::keepInterrupted);
  view_->crash()->look();
  controller_.lookForInterrupted();
}

void MainWindow::askForNote() {
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Note"));
  dialog->setLabelText(tr("For the run's journal, and marked on its curves:"));
  connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
    if (text.trimmed().isEmpty()) return;
    controller_.note(text.trimmed());
    if (controller_.state() != RunState::Paused) return;
    const auto iteration = controller_.iteration();
    const auto words =
        tr("Noted at iteration %1. The mark appears when the run goes on.").arg(grouped(iteration));
    auto* banner = view_->banner();
    banner->say(Banner::Tone::Calm, words);
    auto* until = new QObject(banner);
    const auto away = [banner, until, words] {
      if (banner->text() == words) banner->hide();
      until->deleteLater();
    };
    connect(&controller_, &RunController::stateChanged, until, away);
    // A short step ends before anybody has seen that it ran.
    connect(&controller_, &RunController::arrived, until, [this, iteration, away] {
      if (controller_.iteration() != iteration) away();
    });
  });
  dialog->open();
}

void MainWindow::sayWhereItBranched(int id) {
  const Run* run = runs_.byId(id);
  const Run* parent = run != nullptr ? runs_.parentOf(*run) : nullptr;
  if (parent == nullptr) return;
  view_->banner()->say(
      Banner::Tone::Calm,
      tr("%1 is a run of its own: it shares the first %2 iterations with %3, which stays as it is.")
          .arg(run->name, grouped(run->branch->iteration), parent->name));
}

void MainWindow::sayObstacle(const QString& message) {
  if (message.isEmpty()) return view_->banner()->hide();
  view_->banner()->say(Banner::Tone::Warning,
                       tr("The run waits: %1. Make room; it then goes on where it is, and nothing "
                          "is lost.")
                           .arg(message),
                       tr("Try again"), [this] { controller_.retry(); });
}

}  // namespace telegrad::ui
