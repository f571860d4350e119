// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QList>
#include <QMainWindow>

namespace telegrad::ui {

/// A dock's window, the name it has in saved layouts, and its title and least width.
struct DockPlace {
  QMainWindow& window;
  QString key;
  QString title;
  int width = 0;
};

/// Panels under each other, with hairlines between.
QWidget* stackedPanels(const QList<QWidget*>& panels);

/// The same in a dock that scrolls where it must; what is at the foot, if anything, is always seen.
QDockWidget* panelDock(const DockPlace& dock, const QList<QWidget*>& panels, QWidget* foot);

}  // namespace telegrad::ui
