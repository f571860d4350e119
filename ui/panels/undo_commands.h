// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include "ui/panels/run_controller.h"

namespace telegrad::ui {

/// A change of a parameter. Several in a row of the same one are one. To undo it is another change,
/// from now on, which sets the parameter back; what is no longer in force is not there to undo.
class ChangeCommand : public QUndoCommand {
 public:
  ChangeCommand(RunController& controller, ParameterName name, Value from, Value to);
  void undo() override;
  void redo() override;
  QString undoWords() const;  ///< "set Kept fraction back to 1 % from now on"
  QString redoWords() const;  ///< "set Kept fraction to 0.5 % again from now on"
  int id() const override { return 1; }
  bool mergeWith(const QUndoCommand* other) override;

 private:
  bool isInForce(const Value& value) const;
  QString words(const Value& value) const;

  RunController& controller_;
  Parameter parameter_;
  QString label_;
  ParameterName name_;
  Value from_;
  Value to_;
};

/// A run taken out of the table. Its files stay, so it can be put back.
class RemoveRunCommand : public QUndoCommand {
 public:
  RemoveRunCommand(RunsModel& runs, int id);
  void undo() override { runs_.restore(id_); }
  void redo() override { runs_.remove(id_); }

 private:
  RunsModel& runs_;
  int id_;
};

}  // namespace telegrad::ui
