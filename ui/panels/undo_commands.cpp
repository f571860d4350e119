// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/undo_commands.h"

#include <utility>

#include <QCoreApplication>

#include "core/experiment/worker_slots.h"

namespace telegrad::ui {

ChangeCommand::ChangeCommand(RunController& controller, ParameterName name, Value from, Value to)
    : controller_(controller),
      name_(std::move(name)),
      from_(std::move(from)),
      to_(std::move(to)) {
  const auto parameter = describe(controller.shown(), name_);
  auto label = QString::fromStdString(parameter ? (*parameter)->label : name_.text());
  if (const auto number = workerNumber(name_.slot))
    label = QCoreApplication::translate("ChangeCommand", "worker %1: %2").arg(*number).arg(label);
  setText(QCoreApplication::translate("ChangeCommand", "change of %1").arg(label));
}

// What the run refuses by then (it ended, its algorithm is another) is no longer there to undo.
void ChangeCommand::undo() {
  if (!controller_.apply(name_, from_)) setObsolete(true);
}

void ChangeCommand::redo() {
  if (!controller_.apply(name_, to_)) setObsolete(true);
}

bool ChangeCommand::mergeWith(const QUndoCommand* other) {
  const auto* later = dynamic_cast<const ChangeCommand*>(other);
  if (later == nullptr || later->name_ != name_) return false;
  to_ = later->to_;
  return true;
}

RemoveRunCommand::RemoveRunCommand(RunsModel& runs, int id) : runs_(runs), id_(id) {
  const Run* run = runs.byId(id);
  setText(QCoreApplication::translate("RemoveRunCommand", "removal of %1")
              .arg(run != nullptr ? run->name : QString()));
}

}  // namespace telegrad::ui
