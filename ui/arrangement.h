// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QMenu>

#include "ui/layouts.h"
#include "ui/presentation.h"

namespace telegrad::ui {

/// What the View menu has of how the window is looked at: plots as tables, the presentation, and
/// layouts of the docks. Threads: the window's.
class Arrangement : public QObject {
  Q_OBJECT

 public:
  /// Adds to the menu; called once the docks are where they belong by default.
  Arrangement(QMainWindow& window, QMenu& view);

  Layouts& layouts() const { return *layouts_; }
  Presentation& presentation() const { return *presentation_; }
  QAction* asTable() const { return asTable_; }

 private:
  void showTable();

  QMainWindow& window_;
  Layouts* layouts_;
  Presentation* presentation_;
  QAction* asTable_;
};

}  // namespace telegrad::ui
