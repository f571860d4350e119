// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include <QShowEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QWidget>

#include "ui/models/run_details.h"
#include "ui/models/run_library.h"
#include "ui/panels/banner.h"
#include "ui/panels/run_controller.h"
#include "ui/panels/runs_differences_panel.h"
#include "ui/panels/runs_library_panel.h"
#include "ui/panels/runs_notes_panel.h"
#include "ui/panels/runs_targets_panel.h"
#include "ui/runs_chart.h"
#include "ui/widgets/segmented_control.h"

namespace telegrad::ui {

/// The page "Runs": all run folders that the window knows of, and beside one another those that are
/// shown: curves and means over seeds, ratios to a baseline, what each needed to its targets, in
/// which settings they differ, and what the user wrote about them.
/// Threads: the window's.
class RunsPage : public QWidget {
  Q_OBJECT

 public:
  enum View { Curves, Ratio, Targets, Differences, Notes };

  explicit RunsPage(RunController& controller, QWidget* parent = nullptr);
  ~RunsPage() override;
  Q_DISABLE_COPY_MOVE(RunsPage)

  RunLibrary& library() { return library_; }
  const RunDetails& details() const { return details_; }
  RunsLibraryPanel* list() const { return list_; }
  RunsChart* chart() const { return chart_; }
  RunsTargetsPanel* targets() const { return targets_; }
  RunsNotesPanel* notes() const { return notes_; }
  Banner* banner() const { return banner_; }
  void showView(View view);
  /// Begins a run of dense SGD with that run's seed, data and model, or waits for the one that goes
  /// on to end; when it has ended it is marked as a baseline and shown beside the other.
  void runBaseline(int id);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeBelow();
  void connectController();
  void takeShown();
  void ask();
  void beginBaseline();
  void takeEnded(int id);
  void takeOpened(int id);
  void refuse(const QString& message);

  /// A baseline that is to be run, or goes on.
  struct Baseline {
    Experiment experiment;
    int of = 0;   // the library's run
    int run = 0;  // the controller's; 0: it has not begun
  };

  RunController& controller_;
  RunLibrary library_;
  RunDetails details_;
  Banner* banner_;
  RunsLibraryPanel* list_;
  SegmentedControl* choice_ = nullptr;
  QStackedWidget* views_ = nullptr;
  RunsChart* chart_;
  RunsTargetsPanel* targets_;
  RunsDifferencesPanel* differences_;
  RunsNotesPanel* notes_;
  std::optional<Baseline> baseline_;
  bool stale_ = true;            // what is shown has not been asked for: the page is not seen
  std::filesystem::path ended_;  // a baseline's folder that is to be shown when it is found
};

}  // namespace telegrad::ui
