// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>

#include "ui/panels/run_controller.h"

namespace telegrad::ui {

/// The two ways to take a change back, and undo's way forward, as the Edit menu has them. Undo sets
/// back from now on: one more change, and the run goes on. Rewind goes to before the change: a
/// branch that never had it, while the run with it stays as it is. The texts say what would happen.
class HistoryActions : public QObject {
  Q_OBJECT

 public:
  HistoryActions(RunController& controller, QObject* parent);

  QAction* undo() const { return undo_; }
  QAction* redo() const { return redo_; }
  QAction* rewindBefore() const { return rewindBefore_; }  ///< the current run's last change

 private:
  void refresh();
  void undoWhatCounts();
  void redoWhatCounts();
  void rewind();

  RunController& controller_;
  QAction* undo_;
  QAction* redo_;
  QAction* rewindBefore_;
};

}  // namespace telegrad::ui
