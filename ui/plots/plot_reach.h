// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QList>
#include <QObject>
#include <QPair>
#include <QPointer>

#include "ui/plots/plot_table.h"

class QAction;
class QWidget;

namespace telegrad::ui {

class PlotTableWindow;

/// What keys do in plots, and which: for the overview of shortcuts.
QList<QPair<QString, QString>> plotKeys();

/// What makes a plot's widget reachable without a mouse or without eyes: it takes the focus, shows
/// by a ring that keys go to it, is a chart to assistive technology, whose value is its read-out
/// (the widget's accessible description, every change of which is announced), and opens its table,
/// from its context menu or by the window's action. The plot's own keys go through cursorAfter().
///
/// Belongs to the widget. Threads: the window's.
class PlotReach : public QObject {
  Q_OBJECT

 public:
  /// Says what the plot shows now; nothing where there is nothing to show.
  using Table = std::function<PlotTable()>;

  /// `ownMenu`: the plot has a context menu of its own, which takes in tableAction().
  PlotReach(QWidget* plot, Table table, bool ownMenu = false);

  /// Of a widget, or of the nearest of those it is in; null.
  static PlotReach* of(QWidget* widget);

  PlotTable table() const { return table_(); }
  /// Opens it beside the plot's window.
  PlotTableWindow* showTable();
  QAction* tableAction() const { return action_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showRing();

  QWidget* plot_;
  Table table_;
  bool ownMenu_;
  QAction* action_;
  QWidget* ring_;
};

}  // namespace telegrad::ui
