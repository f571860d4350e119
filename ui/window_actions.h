// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>

#include "ui/explain_actions.h"
#include "ui/history_actions.h"
#include "ui/panels/run_controller.h"
#include "ui/panels/shortcuts_dialog.h"

namespace telegrad::ui {

/// Every action of the window, once: menus, toolbar and the overview of shortcuts are made of them.
class WindowActions : public QObject {
  Q_OBJECT

 public:
  WindowActions(QMainWindow& window, RunController& controller);

  // What the window connects.
  QAction* openExperiment = nullptr;
  QAction* openRun = nullptr;
  QAction* saveExperiment = nullptr;
  QAction* exportFigure = nullptr;
  QAction* exportReport = nullptr;
  QAction* exportTensorBoard = nullptr;
  QAction* copyCommandLine = nullptr;
  QAction* data = nullptr;
  QAction* quit = nullptr;
  QAction* removeRun = nullptr;
  QAction* settings = nullptr;
  QAction* fork = nullptr;
  QAction* goOn = nullptr;
  QAction* note = nullptr;
  QAction* startPage = nullptr;
  QAction* find = nullptr;
  QAction* manual = nullptr;
  QAction* shortcuts = nullptr;
  QAction* about = nullptr;
  ExplainActions* explain = nullptr;
  QMenu* file = nullptr;
  QMenu* helpMenu = nullptr;
  QMenu* shipped = nullptr;  ///< "Shipped experiments", to be filled
  QMenu* view = nullptr;     ///< to be filled with docks and plots
  QActionGroup* theme = nullptr;
  QTabBar* tabs = nullptr;  ///< beside the menus; to be filled with views

  QAction* run = nullptr;
  QAction* stepIteration = nullptr;
  QAction* stepEpoch = nullptr;
  QAction* stop = nullptr;
  QAction* rewind = nullptr;
  QAction* newSeed = nullptr;

  /// Says what can be done now.
  void refresh();
  /// The experiment's name beside the program's.
  void setTitle(const QString& name);
  QList<ShortcutsDialog::Group> groups() const;

 private:
  QAction* make(const QString& text, const QKeySequence& shortcut, const QString& help);
  void makeMenus(QMainWindow& window);
  void makeRunActions();
  void makeEditMenu(QMainWindow& window);
  void makeTabs(QMainWindow& window);
  void makeToolBar(QMainWindow& window);
  static QToolButton* button(QToolBar* bar, QAction* action, const QString& text);

  RunController& controller_;
  HistoryActions* history_;
  QList<ShortcutsDialog::Group> groups_;
  QToolButton* runButton_ = nullptr;
  QLabel* title_ = nullptr;
};

}  // namespace telegrad::ui
