// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/undo_commands.h"

#include <utility>

#include <QCoreApplication>

#include "core/experiment/worker_slots.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {

ChangeCommand::ChangeCommand(RunController& controller, ParameterName name, Value from, Value to)
    : controller_(controller),
      name_(std::move(name)),
      from_(std::move(from)),
      to_(std::move(to)) {
  const auto parameter = describe(controller.shown(), name_);
  if (parameter) parameter_ = **parameter;
  label_ = translated(parameter ? parameter_.label : name_.text());
  if (const auto number = workerNumber(name_.slot))
    label_ = QCoreApplication::translate("ChangeCommand", "worker %1: %2").arg(*number).arg(label_);
  setText(QCoreApplication::translate("ChangeCommand", "change of %1").arg(label_));
}

QString ChangeCommand::words(const Value& value) const {
  return valueText(parameter_, value);
}

QString ChangeCommand::undoWords() const {
  return QCoreApplication::translate("ChangeCommand", "set %1 back to %2 from now on")
      .arg(label_, words(from_));
}

QString ChangeCommand::redoWords() const {
  return QCoreApplication::translate("ChangeCommand", "set %1 to %2 again from now on")
      .arg(label_, words(to_));
}

bool ChangeCommand::isInForce(const Value& value) const {
  return describe(controller_.shown(), name_) && controller_.shown().value(name_) == value;
}

// What the run refuses by then (it ended, its algorithm is another) is no longer there to undo.
void ChangeCommand::undo() {
  if (!isInForce(to_) || !controller_.apply(name_, from_)) setObsolete(true);
}

void ChangeCommand::redo() {
  if (isInForce(to_)) return;  // it was made before it came here
  if (!isInForce(from_) || !controller_.apply(name_, to_)) setObsolete(true);
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
