// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include "ui/panels/run_controller.h"

namespace telegrad::ui {

/// A change of a parameter. Several in a row of the same one are one.
class ChangeCommand : public QUndoCommand {
 public:
  ChangeCommand(RunController& controller, ParameterName name, Value from, Value to);
  void undo() override;
  void redo() override;
  int id() const override { return 1; }
  bool mergeWith(const QUndoCommand* other) override;

 private:
  RunController& controller_;
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
