// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules_keeper.h"

#include <algorithm>

#include <QEvent>
#include <QMenuBar>

#include "ui/panels/experiment_panel.h"
#include "ui/views.h"
#include "ui/window_actions.h"

namespace telegrad::ui {

RulesKeeper::RulesKeeper(QMainWindow& window, WindowActions& actions, RunController& controller)
    : QObject(&window),
      window_(window),
      actions_(actions),
      controller_(controller),
      fullScreen_(actions.view->addAction(tr("Full screen"))) {
  fullScreen_->setShortcut(QKeySequence(Qt::Key_F11));
  fullScreen_->setCheckable(true);
  fullScreen_->setObjectName(QStringLiteral("full-screen"));
  connect(fullScreen_, &QAction::triggered, this, &RulesKeeper::fillScreen);
  connect(&controller, &RunController::draftChanged, this, &RulesKeeper::follow);
  window.installEventFilter(this);
}

bool RulesKeeper::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::WindowStateChange) fullScreen_->setChecked(window_.isFullScreen());
  return QObject::eventFilter(watched, event);
}

void RulesKeeper::fillScreen(bool on) {
  window_.setWindowState(window_.windowState().setFlag(Qt::WindowFullScreen, on));
  fullScreen_->setChecked(on);
}

void RulesKeeper::follow() {
  const auto& rules = controller_.draft().window();
  keepPages(rules);
  keepPanels(rules);
  // Whoever has left full screen, or gone there, stays where he is until another file says so.
  if (rules.fullScreen != wasFull_) fillScreen(rules.fullScreen);
  wasFull_ = rules.fullScreen;
}

void RulesKeeper::keepPages(const WindowRules& rules) {
  const auto all = views();
  const auto isHidden = [&](int tab) {  // the training page is always there
    return tab > 0 && rules.hidesPage(all[static_cast<std::size_t>(tab) - 1].key);
  };
  if (isHidden(actions_.tabs->currentIndex())) actions_.tabs->setCurrentIndex(0);
  for (int tab = 0; tab <= static_cast<int>(all.size()); ++tab)
    actions_.tabs->setTabVisible(tab, !isHidden(tab));
  for (auto* action : actions_.view->actions())
    if (action->data().isValid()) action->setVisible(!isHidden(action->data().toInt()));
}

void RulesKeeper::keepPanels(const WindowRules& rules) {
  for (auto* dock : window_.findChildren<QDockWidget*>()) {
    const bool isForm = dock->findChild<ExperimentPanel*>() != nullptr;
    const bool hidden = rules.hidesPanel(isForm ? "experiment" : "live-controls");
    dock->toggleViewAction()->setVisible(!hidden);
    const auto known = std::ranges::find(hiddenDocks_, dock, &QPointer<QDockWidget>::get);
    if (hidden && !dock->isHidden() && known == hiddenDocks_.end()) hiddenDocks_.emplace_back(dock);
    if (hidden) dock->hide();
    if (hidden || known == hiddenDocks_.end()) continue;
    dock->show();
    hiddenDocks_.erase(known);
  }
}

void RulesKeeper::beKiosk() {
  for (auto* entry : window_.menuBar()->actions()) {
    auto* menu = entry->menu();
    if (menu == nullptr || menu == actions_.view || menu->actions().contains(actions_.run))
      continue;
    entry->setVisible(false);
    for (auto* action : menu->actions()) action->setEnabled(false);
  }
  for (auto* action : actions_.shipped->actions()) action->setEnabled(false);
  window_.setAcceptDrops(false);
  fillScreen(true);
  fullScreen_->setEnabled(false);
}

}  // namespace telegrad::ui
