// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep_run.h"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <set>
#include <thread>

#include <QtTest>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/sweep_table.h"
#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"

using telegrad::CellState;
using telegrad::Sweep;
using telegrad::SweepOptions;
using telegrad::SweepPlan;
using telegrad::SweepRun;
using telegrad::test::smallExperiment;

namespace fs = std::filesystem;

class SweepRunTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void cellsAreRunsOfTheirOwn();
  void stoppedAndStartedAgainIsAsNeverStopped_data();
  void stoppedAndStartedAgainIsAsNeverStopped();
  void whatIsOverIsNotDoneAgain();
  void aTableThatWasNotWrittenAnyMoreIs();
  void pausedItGoesOnWithTheSame();
  void moreValuesAreAddedToWhatIsThere();
  void anotherBaseIsRefused();
  void aFolderOfSomethingElseIsRefused();
  void anotherRunInACellIsRefused();
  void aRunThatCannotBeginEndsIt();
  void divergedIsAResult();

 private:
  fs::path path(const std::string& name) const {
    return fs::path(folder_.path().toStdString()) / name;
  }
  QTemporaryDir folder_;
  std::string whole_;  // results.csv of the sweep in one go
};

namespace {

Sweep smallSweep() {
  Sweep sweep;
  sweep.name = "Small";
  sweep.base = smallExperiment("dd-ef-sgd", {"run.max_iterations=60"});
  sweep.axes = {{"compressor.fraction", {"0.05", "0.2"}, {}}};
  sweep.cells = {{"algorithm.staleness=3"}};
  sweep.seeds = {1, 2};
  return sweep;
}

SweepOptions optionsFor(const fs::path& folder, int jobs = 2) {
  SweepOptions options;
  options.folder = folder;
  options.jobs = jobs;
  options.checkpoints.every = std::chrono::milliseconds(10);
  return options;
}

/// Follows the sweep until it has ended, or until `enough` says so.
template <typename Enough>
std::vector<telegrad::CellNews> follow(SweepRun& run, const Enough& enough) {
  std::vector<telegrad::CellNews> all;
  for (;;) {
    const bool last = run.finished();
    for (auto& news : run.poll()) all.push_back(std::move(news));
    if (last || enough(all)) return all;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

/// Carries a sweep out to its end; the texts of what went wrong.
QString carryOut(const Sweep& sweep, const fs::path& folder, int jobs = 2) {
  if (auto prepared = prepareSweepFolder(folder, sweep); !prepared)
    return QString::fromStdString(prepared.error().message);
  const auto plan = planOf(sweep);
  auto results = readCells(folder, *plan);
  if (!results) return QString::fromStdString(results.error().message);
  SweepRun run(*plan, *std::move(results), optionsFor(folder, jobs));
  follow(run, [](const auto&) { return false; });
  return QString::fromStdString(run.failure());
}

std::string resultsIn(const fs::path& folder) {
  return *telegrad::readFile(folder / telegrad::kResultsFile);
}

}  // namespace

void SweepRunTest::initTestCase() {
  telegrad::test::useOwnHome();  // where no data are
  qunsetenv("TELEGRAD_DATA");
  QCOMPARE(carryOut(smallSweep(), path("whole")), QString());
  whole_ = resultsIn(path("whole"));
  QCOMPARE(std::ranges::count(whole_, '\n'), 7);
}

/// The digest of a cell is that of the same experiment run alone.
void SweepRunTest::cellsAreRunsOfTheirOwn() {
  const auto plan = planOf(smallSweep());
  const auto& cell = plan->cells[3];
  telegrad::RunOptions options;
  options.folder = path("alone");
  options.threads = 2;
  telegrad::TrainingRun run(cell.experiment, options);
  while (!run.finished()) {
    while (run.poll()) {
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  const auto result = readCell(path("whole"), cell);
  QVERIFY(result);
  QVERIFY(result->state == CellState::Finished);
  QCOMPARE(result->weightsSha256, run.summary().weightsSha256);
  QCOMPARE(result->last.payloadBits, run.summary().last.payloadBits);
  QCOMPARE(*telegrad::readFile(path("whole") / cell.folder / telegrad::kDigestsFile),
           *telegrad::readFile(path("alone") / telegrad::kDigestsFile));
}

void SweepRunTest::stoppedAndStartedAgainIsAsNeverStopped_data() {
  QTest::addColumn<int>("jobs");
  QTest::newRow("one at a time") << 1;
  QTest::newRow("three at a time") << 3;
}

void SweepRunTest::stoppedAndStartedAgainIsAsNeverStopped() {
  QFETCH(int, jobs);
  const auto folder = path("stopped-" + std::to_string(jobs));
  const auto sweep = smallSweep();
  const auto plan = planOf(sweep);
  bool wasUnfinished = false;
  for (int times = 0; times < 20; ++times) {
    QVERIFY(prepareSweepFolder(folder, sweep));
    auto results = readCells(folder, *plan);
    QVERIFY2(results, results ? "" : results.error().message.c_str());
    for (const auto& result : *results)
      wasUnfinished = wasUnfinished || result.state == CellState::Unfinished;
    if (std::ranges::all_of(*results, &telegrad::CellResult::isOver)) break;
    // Until some run begins, and every second time is on its way: then everything is dropped.
    SweepRun run(*plan, *std::move(results), optionsFor(folder, jobs));
    follow(run, [&](const auto& news) {
      return std::ranges::any_of(news, [&](const auto& each) {
        const bool onItsWay = each.iterations > 0 && each.iteration > each.iterations / 3;
        return each.running && (times % 2 == 0 || onItsWay);
      });
    });
  }
  QVERIFY(wasUnfinished);
  QCOMPARE(carryOut(sweep, folder, jobs), QString());
  QCOMPARE(QString::fromStdString(resultsIn(folder)), QString::fromStdString(whole_));
  for (const auto& cell : plan->cells)
    QCOMPARE(*telegrad::readFile(folder / cell.folder / telegrad::kDigestsFile),
             *telegrad::readFile(path("whole") / cell.folder / telegrad::kDigestsFile));
}

void SweepRunTest::whatIsOverIsNotDoneAgain() {
  const auto sweep = smallSweep();
  const auto plan = planOf(sweep);
  SweepRun run(*plan, *readCells(path("whole"), *plan), optionsFor(path("whole")));
  QVERIFY(follow(run, [](const auto&) { return false; }).empty());
}

/// The program ended after the last cell and before the table that has it.
void SweepRunTest::aTableThatWasNotWrittenAnyMoreIs() {
  QVERIFY(fs::remove(path("whole") / telegrad::kResultsFile));
  QCOMPARE(carryOut(smallSweep(), path("whole")), QString());
  QCOMPARE(resultsIn(path("whole")), whole_);
}

void SweepRunTest::pausedItGoesOnWithTheSame() {
  const auto sweep = smallSweep();
  const auto plan = planOf(sweep);
  QVERIFY(prepareSweepFolder(path("paused"), sweep));
  SweepRun run(*plan, *readCells(path("paused"), *plan), optionsFor(path("paused")));
  follow(run, [](const auto& news) { return !news.empty(); });
  run.pause();
  QVERIFY(!run.finished());
  run.resume();
  follow(run, [](const auto&) { return false; });
  QCOMPARE(QString::fromStdString(resultsIn(path("paused"))), QString::fromStdString(whole_));
}

void SweepRunTest::moreValuesAreAddedToWhatIsThere() {
  auto more = smallSweep();
  more.axes[0].values = {"0.05", "0.1", "0.2"};
  more.seeds = {1};
  QVERIFY(prepareSweepFolder(path("whole"), more));
  const auto plan = planOf(more);
  const auto results = readCells(path("whole"), *plan);
  QVERIFY(results);
  QCOMPARE(results->size(), std::size_t{4});
  QCOMPARE(std::ranges::count_if(*results, &telegrad::CellResult::isOver), 3);
  QVERIFY(prepareSweepFolder(path("whole"), smallSweep()));
}

void SweepRunTest::anotherBaseIsRefused() {
  auto other = smallSweep();
  other.set = {"algorithm.learning_rate=0.5"};
  const auto prepared = prepareSweepFolder(path("whole"), other);
  QVERIFY(!prepared);
  QVERIFY(prepared.error().message.find("another base") != std::string::npos);
}

void SweepRunTest::aFolderOfSomethingElseIsRefused() {
  QVERIFY(fs::create_directories(path("else")));
  QVERIFY(telegrad::replaceFile(path("else") / "notes.txt", "mine"));
  const auto prepared = prepareSweepFolder(path("else"), smallSweep());
  QVERIFY(!prepared);
  QVERIFY(prepared.error().message.find("holds no sweep") != std::string::npos);
  QCOMPARE(*telegrad::readFile(path("else") / "notes.txt"), std::string("mine"));
}

void SweepRunTest::anotherRunInACellIsRefused() {
  const auto plan = planOf(smallSweep());
  const auto& cell = plan->cells.front();
  QVERIFY(fs::create_directories(path("other") / cell.folder));
  QVERIFY(telegrad::replaceFile(path("other") / cell.folder / telegrad::kExperimentFile,
                                formatExperiment(smallExperiment("sgd"))));
  const auto results = readCells(path("other"), *plan);
  QVERIFY(!results);
  QVERIFY(results.error().message.find(cell.folder) != std::string::npos);
  QVERIFY(results.error().message.find("another run") != std::string::npos);
}

void SweepRunTest::aRunThatCannotBeginEndsIt() {
  auto sweep = smallSweep();
  sweep.base = telegrad::test::with(sweep.base, {"dataset.key=mnist"});
  QVERIFY(prepareSweepFolder(path("no-data"), sweep));
  const auto plan = planOf(sweep);
  auto options = optionsFor(path("no-data"), 1);
  options.data = path("nowhere");
  QVERIFY(fs::create_directories(path("nowhere")));
  SweepRun run(*plan, *readCells(path("no-data"), *plan), options);
  const auto news = follow(run, [](const auto&) { return false; });
  QVERIFY(run.failure().find("mnist") != std::string::npos);
  std::set<std::size_t> begun;
  for (const auto& each : news) begun.insert(each.cell);
  QCOMPARE(begun, std::set<std::size_t>{0});
  QVERIFY(news.back().result.state == CellState::Failed);
}

void SweepRunTest::divergedIsAResult() {
  Sweep sweep;
  sweep.base =
      telegrad::test::with(telegrad::Experiment(),
                           {"model.key=quadratic", "algorithm.key=sgd", "run.max_iterations=20"});
  sweep.axes = {{"algorithm.learning_rate", {"1e-4", "10"}, {}}};
  QCOMPARE(carryOut(sweep, path("diverged")), QString());
  const auto plan = planOf(sweep);
  const auto results = readCells(path("diverged"), *plan);
  QVERIFY(results);
  QVERIFY(results->front().state == CellState::Finished);
  QVERIFY2(results->back().state == CellState::Diverged, resultsIn(path("diverged")).c_str());
  QVERIFY(std::ranges::all_of(*results, &telegrad::CellResult::isOver));
}

QTEST_GUILESS_MAIN(SweepRunTest)
#include "sweep_run_test.moc"
