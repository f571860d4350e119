// SPDX-License-Identifier: GPL-3.0-or-later
// Every panel and dialog, light and dark, beside the pictures in tests/golden/images, but for those
// of help_golden_test.
#include <chrono>

#include <QAction>
#include <QMenuBar>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QtTest>

#include "tests/support/run_folders.h"
#include "tests/ui/golden/scenes.h"
#include "tests/ui/plots/made_up_data.h"
#include "tests/ui/synthetic_timings.h"
#include "ui/compressor_figure_card.h"
#include "ui/data_page.h"
#include "ui/export_dialog.h"
#include "ui/lab_map_card.h"
#include "ui/network_page.h"
#include "ui/panels/crash_card.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/figure_dialog.h"
#include "ui/panels/fork_dialog.h"
#include "ui/panels/grid_form.h"
#include "ui/panels/layers_page.h"
#include "ui/panels/live_controls_panel.h"
#include "ui/panels/now_panel.h"
#include "ui/panels/operators_panel.h"
#include "ui/panels/recovery_card.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/settings_dialog.h"
#include "ui/panels/shortcuts_dialog.h"
#include "ui/panels/sweep_form.h"
#include "ui/panels/time_panel.h"
#include "ui/panels/vector_panel.h"
#include "ui/runs_page.h"
#include "ui/staleness_lab.h"
#include "ui/widgets/command_palette.h"

using namespace telegrad;
using namespace telegrad::ui;
using namespace telegrad::test;
using telegrad::test::smallExperiment;

namespace {

constexpr int kDock = 266;  // as wide as the window's

/// As a dock shows it: on the panels' ground, with a dock's margins.
template <typename Panel, typename... Arguments>
Panel& inDock(Scene& scene, Arguments&&... arguments) {
  auto& dock = scene.show<QWidget>();
  dock.setProperty("role", "panel");
  auto* rows = new QVBoxLayout(&dock);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  auto* panel = new Panel(std::forward<Arguments>(arguments)..., &dock);
  rows->addWidget(panel);
  rows->addStretch(1);
  return *panel;
}

// The docks.

void experimentForm(Scene& scene) {
  auto& panel = inDock<ExperimentPanel>(scene);
  panel.setExperiment(smallExperiment("sasg"));
  panel.setFacts(QStringLiteral("25,450"), QStringLiteral("8,144"));
  panel.setForecast(QStringLiteral("about 12 s"));
}

void liveControls(Scene& scene) {
  auto& panel = inDock<LiveControlsPanel>(scene);
  const auto experiment = smallExperiment("dd-ef-sgd");
  panel.setExperiment(experiment);
  panel.showValue({"algorithm", "learning_rate"}, 0.02, 6501);
  panel.showApplied({{2200, {"compressor", "fraction"}, 0.01, 0.05}});
}

void now(Scene& scene) {
  addThreeCourses(scene.runs);
  inDock<NowPanel>(scene).showRun(scene.runs.current());
}

void noNow(Scene& scene) {
  inDock<NowPanel>(scene).showRun(nullptr);
}

void whereTimeGoes(Scene& scene) {
  addThreeCourses(scene.runs);
  inDock<TimePanel>(scene).showRun(scene.runs.current());
}

void runsTable(Scene& scene) {
  addThreeCourses(scene.runs);
  inDock<RunsPanel>(scene, scene.runs, scene.controller.undoStack());
}

void noRuns(Scene& scene) {
  inDock<RunsPanel>(scene, scene.runs, scene.controller.undoStack());
}

// Cards above the curves.

void calm(Scene& scene) {
  scene.show<Banner>().say(Banner::Tone::Calm,
                           QStringLiteral("SASG finished after 20 epochs. It reached 85 % at "
                                          "iteration 3,200."),
                           QStringLiteral("Run again"));
}

void warning(Scene& scene) {
  scene.show<Banner>().say(
      Banner::Tone::Warning,
      QStringLiteral("The run diverged at iteration 12: its loss is no longer a number. A smaller "
                     "learning rate, or a warm-up, often helps."));
}

void interrupted(Scene& scene) {
  using namespace std::chrono;
  const sys_days day = 2026y / November / 28;
  const auto when = file_clock::from_sys(day + 14h + 5min + 30s);
  scene.show<RecoveryCard>().setRuns(
      {{"/runs/one", "SASG on Fashion-MNIST", 3200, when}, {"/runs/two", "LASG", 12, when}});
}

void crashed(Scene& scene) {
  scene.show<CrashCard>().setReport({"/state/telegrad/crashes/one.crash.txt", "telegrad 0.1.0",
                                     "2026-11-28 14:05:30 UTC", "SIGSEGV, somewhere"});
}

// The pages' parts.

void network(Scene& scene) {
  scene.controller.setDraft(smallExperiment("sasg", {"cluster.workers=6"}));
  auto& page = scene.show<NetworkPage>(scene.controller);
  page.plot()->choose(2);
  emit page.plot()->nodeChosen();
}

void layers(Scene& scene) {
  const int id = scene.runs.add(Experiment(), {});
  RunInfo info;
  info.layers = {{"dense1.weight", {512, 784}, 401408},
                 {"dense1.bias", {512}, 512},
                 {"dense2.weight", {10, 512}, 5120},
                 {"dense2.bias", {10}, 10}};
  scene.runs.setInfo(id, info);
  Sample sample;
  sample.record.iteration = 200;
  sample.record.testAccuracy = 0.8;
  sample.layers = {
      {0.01, 0.75, 4.0, 0.5}, {0.05, 0.25, 1.0, -0.5}, {0.02, 0.6, 2.0, 0.7}, {1.0, 0.0, 0.0, 1.0}};
  scene.runs.append(id, {sample});
  scene.show<LayersPage>(scene.runs);
}

void data(Scene& scene) {
  const int id = scene.runs.add(Experiment(), {});
  RunInfo info;
  info.data = dealt({.workers = 6});
  scene.runs.setInfo(id, info);
  scene.show<DataPage>(scene.runs);
}

void stalenessLab(Scene& scene) {
  scene.controller.setDraft(
      smallExperiment("deco-sgd", {"network.latency=100 ms", "network.worker_uplink=20 Mbit/s"}));
  scene.show<StalenessLab>(scene.controller);
}

void vector(Scene& scene) {
  inDock<VectorPanel>(scene, scene.controller);
}

void operators(Scene& scene) {
  auto& panel = inDock<OperatorsPanel>(scene);
  for (const char* key : {"natural-compression", "rand-k", "top-k"}) panel.add(key);
}

void figureCard(Scene& scene) {
  scene.show<CompressorFigureCard>();
}

void sweep(Scene& scene) {
  auto& form = inDock<SweepForm>(scene);
  form.setExperiment(smallExperiment("dd-ef-sgd"));
  form.axis(0)->setAxis(axisFromText("compressor.fraction", "0.01, 0.1, 1"));
  form.axis(1)->setAxis(axisFromText("algorithm.staleness", "0, 2, 8"));
  form.numbers()->setValues({{"jobs", std::int64_t{1}}});  // else this machine's
}

void library(Scene& scene) {
  const auto runs = RunController::runsFolder();
  std::filesystem::remove_all(runs);
  for (int seed = 1; seed <= 3; ++seed) {
    const auto name = "Seed " + std::to_string(seed);
    telegrad::test::writeRunFolder(runs / name,
                                   {.experiment = smallExperiment("sasg").withName(name).withSeed(
                                        static_cast<std::uint64_t>(seed)),
                                    .bitsEach = 1000.0 * seed});
  }
  auto& page = scene.show<RunsPage>(scene.controller);
  page.list()->table()->setColumnHidden(RunLibrary::Begun, true);  // which was now
  auto& shelf = page.library();
  QObject::connect(&shelf, &RunLibrary::refreshed, &page, [&shelf] {
    std::vector<int> ids;
    for (int row = 0; row < shelf.count(); ++row) ids.push_back(shelf.at(row).id);
    if (shelf.shown().size() != ids.size()) shelf.showOnly(ids);
  });
}

// Dialogs.

void fork(Scene& scene) {
  addThreeCourses(scene.runs);
  scene.show<ForkDialog>(*scene.runs.current(), 250);
}

void settings(Scene& scene) {
  scene.show<SettingsDialog>();
}

void shortcuts(Scene& scene) {
  auto menu = std::make_shared<QMenu>();
  for (const auto& [name, keys] :
       {std::pair{"Run", "Space"}, std::pair{"Step", "S"}, std::pair{"Export figure", "Ctrl+E"}})
    menu->addAction(QLatin1String(name))->setShortcut(QKeySequence(QLatin1String(keys)));
  scene.further.push_back(menu);
  scene.show<ShortcutsDialog>(
      QList<ShortcutsDialog::Group>{{QStringLiteral("Run"), menu->actions()}});
}

void palette(Scene& scene) {
  auto menus = std::make_shared<QMenuBar>();
  auto* menu = menus->addMenu(QStringLiteral("File"));
  for (const char* name : {"Open experiment", "Open run", "Save experiment as"})
    menu->addAction(QLatin1String(name));
  scene.further.push_back(menus);
  scene.show<CommandPalette>(entriesOf(*menus));
}

void exportFigureDialog(Scene& scene) {
  addThreeCourses(scene.runs);
  auto curves = std::make_shared<CurvesPlot>(scene.runs);
  scene.further.push_back(curves);
  scene.show<ExportDialog>(scene.runs, *curves);
}

void openFigure(Scene& scene) {
  RepeatableRun run;
  run.files.name = "SASG";
  run.experiment = smallExperiment("sasg").withName("SASG");
  run.changes = {{120, {"algorithm", "learning_rate"}, 0.01, 0.005}};
  RepeatableRun other = run;
  other.files.name = "LASG";
  other.experiment = smallExperiment("lasg").withName("LASG");
  other.changes.clear();
  scene.show<FigureDialog>(QStringLiteral("figure.svg"), std::vector<RepeatableRun>{run, other});
}

const std::vector<Subject>& subjects() {
  static const std::vector<Subject> all{
      {"panel-experiment", {kDock, 0}, experimentForm},
      {"panel-live-controls", {kDock, 0}, liveControls},
      {"panel-now", {kDock, 0}, now},
      {"panel-now-empty", {kDock, 0}, noNow},
      {"panel-time", {kDock, 0}, whereTimeGoes},
      {"panel-runs", {kDock, 0}, runsTable},
      {"panel-runs-empty", {kDock, 0}, noRuns},
      {"card-banner", {720, 0}, calm},
      {"card-warning", {720, 0}, warning},
      {"card-recovery", {720, 0}, interrupted},
      {"card-crash", {720, 0}, crashed},
      {"page-network", {760, 620}, network},
      {"page-layers", {720, 240}, layers},
      {"page-data", {760, 420}, data},
      {"page-staleness-lab", {900, 760}, stalenessLab},
      {"page-runs", {860, 640}, library},
      {"panel-vector", {300, 0}, vector},
      {"panel-operators", {300, 0}, operators},
      {"card-compressor-figure", {520, 460}, figureCard},
      {"panel-sweep", {420, 0}, sweep},
      {"dialog-fork", {480, 460}, fork},
      {"dialog-settings", {420, 0}, settings},
      {"dialog-shortcuts", {420, 0}, shortcuts},
      {"dialog-palette", {480, 240}, palette},
      {"dialog-export", {460, 460}, exportFigureDialog},
      {"dialog-figure", {480, 300}, openFigure},
  };
  return all;
}

}  // namespace

class PanelsGoldenTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { useFixedSurroundings(); }

 private slots:
  void initTestCase() { QCOMPARE(bodyFont().family(), QStringLiteral("Inter")); }
  void looksAsItDid_data();
  void looksAsItDid();
};

void PanelsGoldenTest::looksAsItDid_data() {
  addRows(subjects());
}

void PanelsGoldenTest::looksAsItDid() {
  QFETCH(int, index);
  QFETCH(bool, dark);
  const auto wrong = judgeScene(subjects()[static_cast<std::size_t>(index)], dark, false);
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QTEST_MAIN(PanelsGoldenTest)
#include "panels_golden_test.moc"
