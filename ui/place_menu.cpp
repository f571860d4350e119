// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/place_menu.h"

#include <map>
#include <utility>

#include "ui/models/number_format.h"
#include "ui/panels/fork_dialog.h"

namespace telegrad::ui {
namespace {

/// What each of these parameters had before the first of the changes.
std::map<ParameterName, Value> former(const std::vector<AppliedChange>& changes) {
  std::map<ParameterName, Value> values;
  for (const auto& change : changes) values.try_emplace(change.name, change.from);
  return values;
}

/// One change that says what all of them did to the one parameter.
AppliedChange summed(const std::vector<AppliedChange>& changes) {
  auto change = changes.front();
  change.to = changes.back().to;
  return change;
}

}  // namespace

PlaceMenu::PlaceMenu(RunController& controller, const CurvesPlot::Place& place, QWidget* parent)
    : QMenu(parent),
      controller_(controller),
      place_(place) {
  setToolTipsVisible(true);
  const Run* run = controller_.runs().byId(place_.run);
  if (run == nullptr) return;
  if (!place_.changes.empty()) addChanges(*run);
  addPlace(*run);
}

QAction* PlaceMenu::add(const QString& text, const QString& tip, std::function<void()> act) {
  auto* action = addAction(text);
  action->setToolTip(tip);
  connect(action, &QAction::triggered, this, std::move(act));
  return action;
}

void PlaceMenu::addChanges(const Run& run) {
  const auto values = former(place_.changes);
  const bool one = values.size() == 1;
  addAction(one ? changeText(run.experiment, summed(place_.changes))
                : tr("%1 changes").arg(values.size()))
      ->setEnabled(false);
  QString back = tr("Set all of them back from now on");
  if (one) {
    const auto parameter = describe(run.experiment, values.begin()->first);
    const auto value = parameter ? displayValue(**parameter, values.begin()->second) : "";
    back = tr("Set back to %1 from now on").arg(QString::fromStdString(value));
  }
  setBack_ = add(back, tr("One more change: the run goes on, and what happened in between stays"),
                 [this, values] {
                   for (const auto& [name, value] : values) controller_.change(name, value);
                 });
  setBack_->setEnabled(controller_.isActive() && run.id == controller_.runId());
  const auto before = place_.changes.front().iteration - 1;
  rewindBefore_ =
      add(tr("Rewind to before it, iteration %1").arg(grouped(before)),
          tr("A new run that goes back and goes on without the change. %1 stays as it is")
              .arg(run.name),
          [this, id = run.id] { controller_.rewindToBefore(id, place_.changes); });
  rewindBefore_->setEnabled(!run.folder.empty());
  addSeparator();
}

void PlaceMenu::addPlace(const Run& run) {
  const auto at = place_.iteration;
  addAction(tr("%1, iteration %2").arg(run.name, grouped(at)))->setEnabled(false);
  fork_ = add(tr("Fork from here…"),
              tr("A new run that shares what came before and goes on with other values"),
              [&controller = controller_, id = run.id, at, parent = parentWidget()] {
                askAndFork(controller, id, at, parent);
              });
  rewind_ = add(tr("Rewind to here"),
                tr("A new run that goes back to this iteration. %1 stays as it is").arg(run.name),
                [this, id = run.id, at] { controller_.rewindTo(id, at); });
  for (auto* action : {fork_, rewind_}) action->setEnabled(!run.folder.empty());
  if (!RunController::canGoOn(run)) return;
  goOn_ = add(tr("Go on from its end"), tr("From its last checkpoint, as if it had never stopped"),
              [this, id = run.id] { controller_.goOn(id); });
}

void askAndFork(RunController& controller, int run, std::int64_t iteration, QWidget* parent) {
  const Run* parentRun = controller.runs().byId(run);
  if (parentRun == nullptr) return;
  ForkDialog dialog(*parentRun, iteration, parent);
  if (dialog.exec() == QDialog::Accepted) controller.fork(run, iteration, dialog.assignments());
}

}  // namespace telegrad::ui
