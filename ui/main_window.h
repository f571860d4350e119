// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QMainWindow>
#include <QTimer>

#include "core/metrics/targets.h"
#include "core/sharing/carried_runs.h"
#include "core/sharing/command_line.h"
#include "ui/models/file_errands.h"
#include "ui/models/run_forecaster.h"
#include "ui/panels/run_controller.h"

class QScrollArea;

namespace telegrad::ui {

class Arrangement;
class ExperimentPanel;
class LiveControlsPanel;
class NowPanel;
class RulesKeeper;
class RunsPanel;
class StartScreen;
class StatusLine;
class TimePanel;
class Tour;
class TrainingView;
class WindowActions;

/// The window: docks, menus, and who hears whom. Nothing is computed here.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// What the command line said.
  struct Start {
    std::optional<Experiment> experiment;
    std::vector<std::filesystem::path> runFolders;
    std::optional<std::filesystem::path> data;
    bool run = false;            ///< begins at once
    bool welcome = false;        ///< the start page, where nothing else is there to be seen
    bool kiosk = false;          ///< as RulesKeeper::beKiosk()
    bool restoreSession = true;  ///< the last session's runs, experiment and layout
  };
  explicit MainWindow(const Start& start, QWidget* parent = nullptr);
  ~MainWindow() override;
  Q_DISABLE_COPY_MOVE(MainWindow)

  RunController& controller() { return controller_; }
  TrainingView* view() const { return view_; }
  Tour* tour() const { return tour_; }
  /// What was dropped, or named: a run's folder, an experiment, a figure that carries runs.
  void openPath(const QString& path);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeDocks();
  void makeViews();
  void makeViewMenu();
  void connectController();
  void connectPanels();
  void connectActions();
  void connectHistory();
  void connectHelp();

  void showDraft();
  void showState();
  void showFigures();
  void showFacts();
  void takeDownPace();
  void sayHowItEnded(int id);
  void sayWhatToDo();
  /// Once, where nobody has begun it yet.
  bool offersTour();
  void sayObstacle(const QString& message);
  void askForNote();
  void sayWhereItBranched(int id);

  // The start page, in main_window_start.cpp.
  void connectStart();
  /// At the end of the start; `nothing`: no run of a session, or named, is to be seen.
  void greet(const Start& start, bool nothing);
  void showView(int tab);
  void openShipped(const ShippedExperiment* experiment, bool run);

  // Files, in main_window_files.cpp.
  void openExperiment();
  void openExperimentFile(const QString& path);
  void openDraft(const Experiment& experiment);
  void openRunFolder();
  void saveExperiment();
  void exportFigure();
  void showData(const QString& key);
  void showAbout();

  // What leaves the window and comes back, in main_window_sharing.cpp.
  void connectSharing();
  void openFigure(const QString& path);
  void showCarried(const QString& figure, std::vector<RepeatableRun>&& runs);
  void openCarried(const QString& figure, const RepeatableRun& run);
  void copyCommandLine();
  void exportReport();
  void exportTensorBoard();
  /// The run that is chosen in the table, else the one in focus; null, and a word, if none is kept.
  const Run* runToShare();
  void sayWhere(const Result<std::filesystem::path>& written);

  void listShippedExperiments();
  /// The run folders that were open.
  QSize room() const;
  std::vector<std::filesystem::path> restoreSession();
  void saveSession();

  RunsModel runs_;
  RunController controller_;
  RunForecaster forecaster_;
  std::optional<std::filesystem::path> data_;
  TrainingView* view_ = nullptr;
  WindowActions* actions_ = nullptr;
  Arrangement* arrangement_ = nullptr;
  StartScreen* start_ = nullptr;
  RulesKeeper* rules_ = nullptr;
  StatusLine* status_ = nullptr;
  ExperimentPanel* experiment_ = nullptr;
  RunsPanel* runsPanel_ = nullptr;
  NowPanel* now_ = nullptr;
  LiveControlsPanel* live_ = nullptr;
  TimePanel* time_ = nullptr;
  Tour* tour_ = nullptr;
  QTimer figures_;            // figures that change 30 times a second cannot be read
  Target shownTarget_{-1.0};  // the draft's; the line may have been dragged since
  bool restore_ = true;
  FileErrands errands_;  // last, so that it goes first
};

}  // namespace telegrad::ui
