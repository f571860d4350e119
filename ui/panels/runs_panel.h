// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QUndoStack>
#include <QWidget>

#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// The table of runs: what each took to reach the target. The mark before a name shows or hides a
/// run; a double click or F2 renames it, Delete takes it out (Undo puts it back), the menu does all
/// of it and gives another colour.
class RunsPanel : public QWidget {
  Q_OBJECT

 public:
  RunsPanel(RunsModel& runs, QUndoStack& undo, QWidget* parent = nullptr);

  /// Its actions are in the menu, too.
  QTableView* table() const { return table_; }
  int selectedId() const;  ///< 0: none
  void removeSelected();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showMenu(const QPoint& at);
  void fitHeight();
  void fitColumns();

  RunsModel& runs_;
  QUndoStack& undo_;
  QTableView* table_ = nullptr;
  QWidget* empty_ = nullptr;
};

}  // namespace telegrad::ui
