// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QPointer>

#include "ui/panels/run_controller.h"

namespace telegrad::ui {

class WindowActions;

/// Makes a window keep to what the experiment in its form says of it, [window] in its file: pages
/// and panels that are not to be seen, and whether it fills the screen. The panels keep to what is
/// locked in them. Full screen is everybody's, too: View > Full screen.
class RulesKeeper : public QObject {
  Q_OBJECT

 public:
  RulesKeeper(QMainWindow& window, WindowActions& actions, RunController& controller);

  /// For a machine that anybody may walk up to: full screen for good, and of the menus only those
  /// that run and look.
  void beKiosk();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void follow();
  void keepPages(const WindowRules& rules);
  void keepPanels(const WindowRules& rules);
  void fillScreen(bool on);

  QMainWindow& window_;
  WindowActions& actions_;
  RunController& controller_;
  QAction* fullScreen_;
  bool wasFull_ = false;                            // as the last experiment had it
  std::vector<QPointer<QDockWidget>> hiddenDocks_;  // by the rules, not by the user
};

}  // namespace telegrad::ui
