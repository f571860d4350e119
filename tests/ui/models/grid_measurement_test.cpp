// SPDX-License-Identifier: GPL-3.0-or-later
// A grid's figures are those of its runs, each carried out by itself.
#include "ui/models/grid_measurement.h"

#include <cmath>
#include <optional>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"
#include "ui/models/grid_store.h"
#include "ui/models/grid_words.h"

using namespace telegrad;
using namespace telegrad::ui;
using telegrad::test::with;

namespace {

// Milliseconds: the grid gives way to whatever else a busy machine does.
constexpr int kPatience = 240000;

GridPlan smallPlan(std::initializer_list<std::string> more = {}) {
  GridSetting setting;
  setting.iterations = 60;
  setting.learningRate = 0.02;
  setting.targetAccuracy = 0.4;
  GridPlan plan;
  const auto made = gridExperiment(Experiment(), setting);
  if (!made) qFatal("%s", made.error().message.c_str());
  plan.experiment = with(with(*made, {"dataset.train_examples=300", "dataset.test_examples=100",
                                      "run.evaluate_every=5"}),
                         more);
  plan.deltas = {0.02, 1.0};
  plan.taus = {0, 3};
  plan.seeds = 2;
  return plan;
}

/// One run by itself: its records, and what it says of the target.
struct Direct {
  std::vector<Record> records;
  RunSummary summary;
};

Direct carryOut(const Experiment& experiment) {
  Direct direct;
  RunOptions options;
  options.threads = 1;
  TrainingRun run(experiment, options);
  const auto drained = [&] {
    const bool last = run.finished();
    while (auto sample = run.poll()) direct.records.push_back(sample->record);
    return last;
  };
  [&] { QTRY_VERIFY_WITH_TIMEOUT(drained(), kPatience); }();
  direct.summary = run.summary();
  return direct;
}

/// Mean of ||e||^2 over what was evaluated after half of the iterations.
double residualOf(const Direct& direct) {
  double sum = 0.0;
  int count = 0;
  for (const auto& record : direct.records) {
    if (std::isnan(record.testAccuracy) || record.iteration <= 30) continue;
    sum += std::isnan(record.residualNorm) ? 0.0 : record.residualNorm * record.residualNorm;
    ++count;
  }
  return sum / count;
}

bool same(double a, double b) {
  return a == b || (std::isnan(a) && std::isnan(b));
}

bool same(const GridRun& a, const GridRun& b) {
  return a.state == b.state && same(a.residual, b.residual) && same(a.iterations, b.iterations) &&
         same(a.seconds, b.seconds) && same(a.accuracy, b.accuracy);
}

}  // namespace

class GridMeasurementTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void aGridIsItsRuns();
  void cancelKeepsWhatWasMeasured();
  void whatCannotStartSaysWhy();
  void plansAreChecked();
  void anythingElseIsTheDrafts();
  void divergedRunsHaveNoResidual();
  void filesReadBack();
  void brokenFilesAreRefused_data();
  void brokenFilesAreRefused();
  void theLastOneIsOpened();
};

void GridMeasurementTest::aGridIsItsRuns() {
  const auto plan = smallPlan();
  GridMeasurement measurement;
  QSignalSpy ended(&measurement, &GridMeasurement::ended);
  QCOMPARE(measurement.progress(), 0.0);
  QVERIFY(measurement.start(plan).has_value());
  QVERIFY(measurement.isRunning());
  QVERIFY(ended.wait(kPatience));
  const auto& grid = measurement.grid();
  QCOMPARE(grid.runs.size(), std::size_t{8});
  QCOMPARE(grid.over(), std::size_t{8});
  QCOMPARE(measurement.progress(), 1.0);
  int reached = 0;
  for (std::size_t i = 0; i < grid.runs.size(); ++i) {
    const auto experiment = plan.at(i);
    QVERIFY(experiment.has_value());
    QCOMPARE(experiment->slot("compressor").settings.real("fraction"), plan.deltas[i % 2]);
    QCOMPARE(experiment->slot("algorithm").settings.integer("staleness"),
             std::int64_t{plan.taus[i / 2 % 2]});
    QCOMPARE(experiment->seed(), std::uint64_t{1 + i / 4});
    const auto direct = carryOut(*experiment);
    const auto& run = grid.runs[i];
    QVERIFY(run.state == GridRun::State::Done);
    QCOMPARE(run.residual, residualOf(direct));
    QCOMPARE(run.accuracy, direct.summary.last.testAccuracy);
    QCOMPARE(run.hasReached(), !direct.summary.targets.empty());
    if (!run.hasReached()) continue;
    ++reached;
    QCOMPARE(run.iterations, static_cast<double>(direct.summary.targets[0].at.iteration));
    QCOMPARE(run.seconds, direct.summary.targets[0].at.simulatedSeconds);
  }
  QVERIFY(reached > 0);
  QCOMPARE(grid.point(1, 0).residual, 0.0);  // all is sent
  QCOMPARE(grid.point(0, 1).residual, (grid.runs[2].residual + grid.runs[6].residual) / 2.0);
}

void GridMeasurementTest::cancelKeepsWhatWasMeasured() {
  const auto plan = smallPlan();
  GridMeasurement whole;
  QSignalSpy all(&whole, &GridMeasurement::ended);
  QVERIFY(whole.start(plan).has_value());
  QVERIFY(all.wait(kPatience));

  GridMeasurement measurement;
  QSignalSpy ended(&measurement, &GridMeasurement::ended);
  const auto cancelling = connect(&measurement, &GridMeasurement::changed, this, [&] {
    if (measurement.grid().over() == 3) measurement.cancel();
  });
  QVERIFY(measurement.start(plan).has_value());
  QVERIFY(ended.wait(kPatience));
  disconnect(cancelling);
  QVERIFY(!measurement.isRunning());
  const auto over = measurement.grid().over();
  QVERIFY(over >= 3 && over < 8);
  for (std::size_t i = over; i < 8; ++i)
    QVERIFY(measurement.grid().runs[i].state == GridRun::State::Waiting);
  QVERIFY(measurement.resume().has_value());
  QVERIFY(ended.wait(kPatience));
  for (std::size_t i = 0; i < 8; ++i)
    QVERIFY(same(measurement.grid().runs[i], whole.grid().runs[i]));
}

void GridMeasurementTest::whatCannotStartSaysWhy() {
  const QTemporaryDir nothing;
  GridMeasurement measurement;
  QSignalSpy ended(&measurement, &GridMeasurement::ended);
  // 300 workers' worth of examples there are not.
  QVERIFY(measurement.start(smallPlan({"dataset.train_examples=100", "cluster.workers=200"}))
              .has_value());
  QVERIFY(ended.wait(kPatience));
  QVERIFY(!measurement.failure().isEmpty());
  QVERIFY(measurement.grid().runs[0].state == GridRun::State::Failed);
  QVERIFY(measurement.grid().runs[1].state == GridRun::State::Waiting);
}

void GridMeasurementTest::plansAreChecked() {
  GridMeasurement measurement;
  auto plan = smallPlan();
  plan.taus = {0, 65};
  const auto stale = measurement.start(plan);
  QVERIFY(!stale);
  QVERIFY(stale.error().message.find("staleness") != std::string::npos);
  plan = smallPlan();
  plan.deltas.clear();
  QVERIFY(!measurement.start(plan));
  QVERIFY(!measurement.isRunning());
}

void GridMeasurementTest::anythingElseIsTheDrafts() {
  const auto draft = with(Experiment(), {"seed=5", "network.latency=70 ms", "cluster.workers=3",
                                         "model.key=fc-512", "algorithm.key=lasg"});
  GridSetting setting;
  setting.gradientBits = 4e9;
  const auto quick = gridExperiment(draft, setting);
  QVERIFY(quick.has_value());
  QCOMPARE(quick->seed(), std::uint64_t{5});
  QCOMPARE(quick->slot("algorithm").key, std::string("dd-ef-sgd"));
  QCOMPARE(quick->slot("compressor").key, std::string("top-k"));
  QCOMPARE(quick->slot("network").settings.real("latency"), 0.07);
  QCOMPARE(quick->slot("network").settings.real("emulated_gradient"), 4e9);
  QCOMPARE(quick->slot("model").key, std::string("logistic-regression"));
  setting.quick = false;
  const auto own = gridExperiment(draft, setting);
  QVERIFY(own.has_value());
  QCOMPARE(own->slot("model"), draft.slot("model"));
  QCOMPARE(own->slot("cluster"), draft.slot("cluster"));
  QCOMPARE(own->slot("network"), draft.slot("network"));
  setting.learningRate = -1.0;
  QVERIFY(!gridExperiment(draft, setting));
}

void GridMeasurementTest::divergedRunsHaveNoResidual() {
  GridRunFigures figures(10, 0.5);
  Record record;
  record.iteration = 4;
  record.testAccuracy = 0.6;
  record.simulatedSeconds = 2.0;
  figures.take(record);
  record.iteration = 8;
  record.testAccuracy = 0.1;
  record.residualNorm = 3.0;
  figures.take(record);
  const auto diverged = figures.result(RunState::Diverged);
  QVERIFY(diverged.state == GridRun::State::Diverged);
  QVERIFY(std::isnan(diverged.residual));
  QCOMPARE(diverged.iterations, 4.0);
  QCOMPARE(figures.result(RunState::Finished).residual, 9.0);
  QVERIFY(figures.result(RunState::Stopped).state == GridRun::State::Waiting);
  QVERIFY(std::isnan(figures.result(RunState::Stopped).iterations));
}

void GridMeasurementTest::filesReadBack() {
  StalenessGrid grid{smallPlan(), std::vector<GridRun>(8)};
  grid.runs[0] = {GridRun::State::Done, 1.0 / 3.0, 20.0, 0.1, 0.875};
  grid.runs[1] = {GridRun::State::Done, 0.0, GridRun::kNone, GridRun::kNone, 0.25};
  grid.runs[2].state = GridRun::State::Diverged;
  grid.runs[3].state = GridRun::State::Running;
  const auto read = parseGrid(formatGrid(grid), "m.csv", grid.plan.experiment);
  QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
  QVERIFY(read->plan == grid.plan);
  grid.runs[3].state = GridRun::State::Waiting;  // whatever was under way is not any more
  for (std::size_t i = 0; i < 8; ++i) QVERIFY(same(read->runs[i], grid.runs[i]));
}

void GridMeasurementTest::brokenFilesAreRefused_data() {
  QTest::addColumn<QString>("from");
  QTest::addColumn<QString>("to");
  QTest::addColumn<QString>("said");
  QTest::newRow("header") << "kept_fraction"
                          << "kept"
                          << "m.csv:1";
  QTest::newRow("state") << "waiting"
                         << "asleep"
                         << "m.csv:2";
  QTest::newRow("number") << "0.02,0,1"
                          << "0.02,x,1"
                          << "m.csv:2";
  QTest::newRow("columns") << ",,,,\n"
                           << ",,,\n"
                           << "m.csv:2";
  QTest::newRow("order") << "0.02,3,1"
                         << "0.02,4,1"
                         << "whole grid";
  QTest::newRow("seed") << "1,3,2"
                        << "1,3,9"
                        << "whole grid";
}

void GridMeasurementTest::brokenFilesAreRefused() {
  QFETCH(QString, from);
  QFETCH(QString, to);
  QFETCH(QString, said);
  const StalenessGrid grid{smallPlan(), std::vector<GridRun>(8)};
  auto text = QString::fromStdString(formatGrid(grid));
  QVERIFY(text.contains(from));
  text.replace(text.indexOf(from), from.size(), to);
  const auto read = parseGrid(text.toStdString(), "m.csv", grid.plan.experiment);
  QVERIFY(!read);
  QVERIFY2(QString::fromStdString(read.error().message).contains(said),
           read.error().message.c_str());
  QVERIFY(!parseGrid("", "m.csv", grid.plan.experiment));
}

void GridMeasurementTest::theLastOneIsOpened() {
  GridStore store;
  // Emitted on the store's thread, and heard on this one, however late it listens.
  int failures = 0;
  std::optional<StalenessGrid> read;
  QString from;
  connect(&store, &GridStore::failed, this, [&] { ++failures; });
  connect(&store, &GridStore::opened, this, [&](const StalenessGrid& opened, const QString& path) {
    read = opened;
    from = path;
  });
  store.openLast();
  QTRY_COMPARE_WITH_TIMEOUT(failures, 1, kPatience);  // there is none
  StalenessGrid grid{smallPlan(), std::vector<GridRun>(8)};
  store.save(GridStore::labsFolder() / "20260101-000000", grid);
  grid.runs[0] = {GridRun::State::Done, 2.5, 20.0, 0.1, 0.875};
  const auto folder = GridStore::labsFolder() / "20260102-000000";
  store.save(folder, grid);
  store.openLast();
  QTRY_VERIFY_WITH_TIMEOUT(read.has_value(), kPatience);
  QCOMPARE(failures, 1);
  QVERIFY(read->plan == grid.plan);
  QVERIFY(same(read->runs[0], grid.runs[0]));
  QCOMPARE(from, QString::fromStdString(folder.string()));
}

QTEST_GUILESS_MAIN(GridMeasurementTest)
#include "grid_measurement_test.moc"
