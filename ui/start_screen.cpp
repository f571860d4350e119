// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start_screen.h"

#include <QDockWidget>
#include <QStatusBar>
#include <QStyle>
#include <QToolBar>

namespace telegrad::ui {

StartScreen::StartScreen(QMainWindow& window, QTabBar& tabs, RunController& controller)
    : QObject(&window),
      window_(window),
      tabs_(tabs),
      controller_(controller) {
  connect(&tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
    if (tab >= 0) leave();
  });
  connect(&tabs, &QTabBar::currentChanged, this, &StartScreen::leave);
  connect(&controller, &RunController::draftChanged, this, &StartScreen::leave);
  connect(&controller, &RunController::runBegan, this, &StartScreen::leave);
  connect(&controller, &RunController::refused, this, &StartScreen::leave);
  connect(&controller, &RunController::interruptedFound, this,
          [this](const std::vector<InterruptedRun>& runs) {
            if (!runs.empty()) leave();
          });
  connect(&controller.runs(), &RunsModel::currentChanged, this, &StartScreen::leave);
}

void StartScreen::makePage() {
  page_ = new StartPage({RunController::runsFolder(), data_}, window_.centralWidget());
  connect(page_, &StartPage::opened, this, &StartScreen::opened);
  connect(page_, &StartPage::dataWanted, this, &StartScreen::dataWanted);
  connect(page_, &StartPage::experimentFileWanted, this, &StartScreen::experimentFileWanted);
  connect(page_, &StartPage::runFolderWanted, this, &StartScreen::runFolderWanted);
  connect(page_, &StartPage::runWanted, this, &StartScreen::runWanted);
  connect(page_, &StartPage::tourWanted, this, &StartScreen::tourWanted);
}

void StartScreen::enter() {
  auto* pages = qobject_cast<QStackedWidget*>(window_.centralWidget());
  if (shown_ || pages == nullptr) return;
  if (page_ == nullptr) {
    makePage();
    pages->addWidget(page_);
  }
  shown_ = true;
  hideOthers();
  pages->setCurrentWidget(page_);
  page_->refresh();
  page_->begin();
  markTabs();
}

void StartScreen::hideOthers() {
  hidden_.clear();
  const auto remember = [this](QWidget* widget) {
    if (!widget->isHidden()) hidden_.emplace_back(widget);
  };
  for (auto* dock : window_.findChildren<QDockWidget*>()) remember(dock);
  for (auto* bar : window_.findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly))
    remember(bar);
  remember(window_.statusBar());
  for (const auto& widget : hidden_) widget->hide();
}

void StartScreen::leave() {
  if (!shown_) return;
  shown_ = false;
  auto* pages = qobject_cast<QStackedWidget*>(window_.centralWidget());
  pages->setCurrentIndex(tabs_.currentIndex());
  for (const auto& widget : hidden_)
    if (!widget.isNull()) widget->show();
  pages->currentWidget()->setFocus();
  markTabs();
}

void StartScreen::refresh() {
  if (shown_) page_->refresh();
}

/// No view is in front while the page is.
void StartScreen::markTabs() {
  tabs_.setProperty("away", shown_);
  tabs_.style()->unpolish(&tabs_);
  tabs_.style()->polish(&tabs_);
}

}  // namespace telegrad::ui
