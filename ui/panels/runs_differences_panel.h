// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTableView>
#include <QWidget>

#include "ui/models/difference_table.h"

namespace telegrad::ui {

/// In which settings the shown runs differ, and what was changed in them on the way.
/// Threads: the window's.
class RunsDifferencesPanel : public QWidget {
  Q_OBJECT

 public:
  explicit RunsDifferencesPanel(const RunDetails& details, QWidget* parent = nullptr);

  QTableView* table() const { return table_; }
  QString words() const { return words_->isHidden() ? QString() : words_->text(); }

 private:
  void say();

  const RunDetails& details_;
  DifferenceTable model_;
  QLabel* words_;
  QTableView* table_;
};

}  // namespace telegrad::ui
