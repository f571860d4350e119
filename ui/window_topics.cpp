// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_topics.h"

#include <QAbstractButton>
#include <QTabBar>
#include <QTableView>
#include <QToolBar>

#include "ui/compressor_figure_card.h"
#include "ui/compressor_lab.h"
#include "ui/data_page.h"
#include "ui/lab_grid_card.h"
#include "ui/lab_map_card.h"
#include "ui/network_page.h"
#include "ui/panels/banner.h"
#include "ui/panels/conditions_form.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/layers_page.h"
#include "ui/panels/live_controls_panel.h"
#include "ui/panels/network_card.h"
#include "ui/panels/now_panel.h"
#include "ui/panels/operators_panel.h"
#include "ui/panels/recovery_card.h"
#include "ui/panels/runs_differences_panel.h"
#include "ui/panels/runs_library_panel.h"
#include "ui/panels/runs_notes_panel.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/runs_targets_panel.h"
#include "ui/panels/time_panel.h"
#include "ui/panels/trace_editor.h"
#include "ui/panels/vector_panel.h"
#include "ui/plots/confusion_plot.h"
#include "ui/plots/criterion_plot.h"
#include "ui/plots/curves_plot.h"
#include "ui/plots/lab_effect_plot.h"
#include "ui/plots/network_plot.h"
#include "ui/plots/shard_list.h"
#include "ui/plots/timeline_plot.h"
#include "ui/plots/worker_strip.h"
#include "ui/runs_chart.h"
#include "ui/runs_page.h"
#include "ui/staleness_lab.h"
#include "ui/status_line.h"
#include "ui/sweep_front_card.h"
#include "ui/sweep_map_card.h"
#include "ui/sweeps_page.h"
#include "ui/widgets/explained.h"

namespace telegrad::ui {
namespace {

/// All widgets of a kind are about the same.
template <typename Widget>
void give(const QWidget& window, const char* card) {
  for (auto* each : window.findChildren<Widget*>())
    setTopic(each, {QStringLiteral("card:") + QLatin1String(card)});
}

/// The line above the curves: what the axis can be has a button each.
void giveToCurvesHeader(const QWidget& window) {
  const auto* header = window.findChild<CurvesHeader*>();
  if (header == nullptr) return;
  give<LegendStrip>(window, "legend");
  const auto choices = header->findChildren<SegmentedControl*>();
  if (choices.size() < 2) return;
  setTopic(choices[0], {QStringLiteral("card:axis")});
  setTopic(choices[1], {QStringLiteral("card:axis-scale")});
  const auto buttons = choices[0]->findChildren<QAbstractButton*>();
  const auto& quantities = xQuantities();
  for (std::size_t i = 0; i < quantities.size() && static_cast<qsizetype>(i) < buttons.size(); ++i)
    setTopic(buttons[static_cast<qsizetype>(i)],
             {QStringLiteral("quantity:") + QLatin1String(quantities.at(i).key)});
  for (auto* button : header->findChildren<QToolButton*>())
    if (button->menu() != nullptr) setTopic(button, {QStringLiteral("card:smoothing")});
}

void giveToTraining(const QWidget& window) {
  give<CurvesPlot>(window, "curves");
  give<WorkerStrip>(window, "who-spoke");
  give<CriterionPlot>(window, "skipping-rule");
  give<Banner>(window, "banner");
  give<RecoveryCard>(window, "recovery");
  give<TimePanel>(window, "no-speed-up");
  give<NowPanel>(window, "now");
  give<RunsPanel>(window, "runs-table");
  give<ExperimentPanel>(window, "experiment");
  give<LiveControlsPanel>(window, "live-controls");
  give<StatusLine>(window, "status");
  give<QToolBar>(window, "run-buttons");
  give<QTabBar>(window, "views");
}

void giveToNetworkAndLab(const QWidget& window) {
  give<TimelinePlot>(window, "timeline");
  give<NetworkPage>(window, "network-page");
  give<NetworkPlot>(window, "network-queues");
  give<NetworkCard>(window, "network-controls");
  give<TraceEditor>(window, "trace");
  give<StalenessLab>(window, "phi-map");
  give<LabMapCard>(window, "phi-map");
  give<ConditionsForm>(window, "lab-conditions");
  give<LabGridCard>(window, "lab-grid");
  give<CompressorLab>(window, "operators");
  give<VectorPanel>(window, "lab-vector");
  give<OperatorsPanel>(window, "operators");
  give<CompressorFigureCard>(window, "lab-figures");
  give<LabEffectPlot>(window, "lab-effect");
  if (const auto* lab = window.findChild<CompressorLab*>())
    for (auto* table : lab->findChildren<QTableView*>())
      setTopic(table->parentWidget(), {QStringLiteral("card:lab-table")});
}

void giveToRunsAndData(const QWidget& window) {
  give<SweepsPage>(window, "sweep-form");
  give<SweepMapCard>(window, "sweep-map");
  give<SweepFrontCard>(window, "pareto-front");
  give<LayersPage>(window, "layers");
  give<DataPage>(window, "shards");
  give<ShardList>(window, "shards");
  give<ConfusionPlot>(window, "confusion");
  give<RunsPage>(window, "library");
  give<RunsLibraryPanel>(window, "library");
  give<RunsChart>(window, "library-curves");
  give<RunsTargetsPanel>(window, "targets");
  give<RunsDifferencesPanel>(window, "differences");
  give<RunsNotesPanel>(window, "notes");
}

}  // namespace

void giveTopics(const QWidget& window) {
  giveToTraining(window);
  giveToCurvesHeader(window);
  giveToNetworkAndLab(window);
  giveToRunsAndData(window);
}

}  // namespace telegrad::ui
