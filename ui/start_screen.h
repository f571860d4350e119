// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QMainWindow>
#include <QPointer>
#include <QStackedWidget>
#include <QTabBar>

#include "ui/panels/run_controller.h"
#include "ui/start_page.h"

namespace telegrad::ui {

/// Puts the start page into a window's middle, alone: docks, tool bar and status line step back
/// while it is there. It leaves by itself when a view is chosen, another experiment is in the form,
/// a run begins or is opened, or there is something to say.
class StartScreen : public QObject {
  Q_OBJECT

 public:
  /// `pages`: the window's middle, of which `tabs` chooses one.
  StartScreen(QMainWindow& window, QTabBar& tabs, RunController& controller);

  /// Where data are searched first; before the page is shown.
  void setDataFolder(std::optional<std::filesystem::path> folder) { data_ = std::move(folder); }
  bool isShown() const { return shown_; }
  void enter();
  void leave();
  /// What it knows of data may have changed.
  void refresh();

 signals:
  void opened(const telegrad::ShippedExperiment* experiment, bool run);
  void dataWanted(const QString& key);
  void experimentFileWanted();
  void runFolderWanted();
  void runWanted(const QString& folder);
  void tourWanted();

 private:
  void makePage();
  void hideOthers();
  void markTabs();

  QMainWindow& window_;
  QTabBar& tabs_;
  RunController& controller_;
  std::optional<std::filesystem::path> data_;
  StartPage* page_ = nullptr;
  std::vector<QPointer<QWidget>> hidden_;  // what was there before
  bool shown_ = false;
};

}  // namespace telegrad::ui
