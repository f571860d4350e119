// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that go on, and runs that fork, through their folders.
#include "core/experiment/continuation.h"

#include <array>
#include <thread>

#include <QtTest>

#include "core/experiment/checkpoint_store.h"
#include "core/experiment/files.h"
#include "core/experiment/verification.h"
#include "core/metrics/csv.h"
#include "tests/support/same_bits.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::sameBits;
using telegrad::test::smallExperiment;

namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 60000;  // milliseconds, for a machine that is busy with other things
const ParameterName kRate{"algorithm", "learning_rate"};
const ParameterName kDelay{"algorithm", "delay_bound"};

template <typename Condition>
void waitFor(const Condition& condition) {
  QElapsedTimer timer;
  timer.start();
  while (!condition()) {
    if (timer.hasExpired(kPatience)) qFatal("what was waited for did not come");
    std::this_thread::yield();
  }
}

void waitForEnd(TrainingRun& run) {
  waitFor([&] {
    const bool over = run.finished();
    while (run.poll()) {
    }
    return over;
  });
}

Experiment experiment() {
  return smallExperiment("sasg", {"model.key=logistic-regression", "cluster.workers=4",
                                  "algorithm.delay_bound=4", "algorithm.threshold_factor=20",
                                  "dataset.train_examples=240", "run.target_accuracy=0.2"});
}

const std::vector<AppliedChange> kChanges{{8, kRate, 0.005, 0.01},
                                          {15, {"worker.2", "present"}, true, false},
                                          {21, kRate, 0.01, 0.02},
                                          {21, {"worker.2", "present"}, false, true},
                                          {30, kDelay, std::int64_t{4}, std::int64_t{6}}};

RunOptions into(const fs::path& folder) {
  RunOptions options;
  options.folder = folder;
  options.threads = 2;
  options.controls = kChanges;
  options.checkpoints.every = std::chrono::hours(1);
  return options;
}

void carryOut(const Experiment& experiment, const RunOptions& options) {
  TrainingRun run(experiment, options);
  waitForEnd(run);
  if (run.state() != RunState::Finished) qFatal("%s", run.summary().message.c_str());
}

/// So many iterations, and then stopped; a checkpoint of the last of them is left.
void carryOut(const Experiment& experiment, RunOptions options, std::int64_t iterations) {
  options.startPaused = true;
  TrainingRun run(experiment, options);
  waitFor([&] { return run.state() == RunState::Paused; });
  run.step(iterations);
  std::int64_t done = 0;
  waitFor([&] {
    while (run.poll()) ++done;
    return done == iterations;
  });
  waitFor([&] { return run.state() == RunState::Paused; });
  run.stop();
  waitForEnd(run);
}

std::string withoutWallTime(const std::string& csv) {
  const auto table = parseCsv(csv, "test");
  if (!table) return csv;
  std::string text = csvHeader();
  for (auto record : table->records) {
    record.wallSeconds = 0.0;
    appendCsvRow(text, record);
  }
  return text;
}

/// A run folder's files but for wall times; of the journal, without what a pause leaves in it.
std::map<std::string, std::string> contents(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const char* name : {kExperimentFile, "layers.csv", kDigestsFile})
    files[name] = *readFile(folder / name);
  for (const char* name : {kIterationsFile, "evaluations.csv"})
    files[name] = withoutWallTime(*readFile(folder / name));
  const auto entries = readEntries(folder / kJournalFile, experiment());
  if (!entries) qFatal("%s", entries.error().message.c_str());
  for (const auto& entry : *entries) {
    const auto* event = std::get_if<JournalEvent>(&entry.what);
    if (event != nullptr && (event->event == "paused" || event->event == "resumed")) continue;
    files[kJournalFile] +=
        std::visit([](const auto& what) { return journalLine(what); }, entry.what) + '\n';
  }
  auto summary = QString::fromStdString(*readFile(folder / kSummaryFile));
  static const QRegularExpression kWall("\"wall_s\": [^,]*,");
  files[kSummaryFile] = summary.replace(kWall, "").toStdString();
  return files;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

class ContinuationTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void aStoppedRunGoesOnAsIfItHadNot_data();
  void aStoppedRunGoesOnAsIfItHadNot();
  void aFinishedRunHasNothingLeftToDo();
  void damagedCheckpointsArePassedOver();
  void withoutACheckpointItBeginsAnew();
  void whatWasNotReachedIsStillToCome();
  void checkpointsAreMadeAtChanges();
  void withoutABudgetThereAreNone();
  void whatTheUserDoesIsInTheJournal();
  void aForkSharesItsBeginning();
  void aForkIsARunThatVerifies();
  void aForkThatIsInterruptedGoesOn();
  void whatCannotForkSaysWhy();
  void checkpointsAreAsCloseAsIsAsked();
  void aForkTakesItsCheckpointOver();
  void aForkSaysWhereItLeft();

 private:
  fs::path path(const QString& name) const { return folder_->filePath(name).toStdString(); }
  /// The run that was never stopped.
  const std::map<std::string, std::string>& whole() {
    if (whole_.empty()) {
      carryOut(experiment(), into(path("whole")));
      whole_ = contents(path("whole"));
    }
    return whole_;
  }
  void compareWithWhole(const fs::path& folder) {
    for (const auto& [name, text] : contents(folder))
      QVERIFY2(text == whole().at(name), (name + ":\n" + text).c_str());
  }
  static void goOn(const fs::path& folder) {
    auto continuation = prepareResume(folder);
    if (!continuation) qFatal("%s", continuation.error().message.c_str());
    continuation->options.threads = 3;
    carryOut(continuation->experiment, continuation->options);
  }
  std::unique_ptr<QTemporaryDir> folder_;
  std::map<std::string, std::string> whole_;
};

void ContinuationTest::aStoppedRunGoesOnAsIfItHadNot_data() {
  QTest::addColumn<QList<int>>("cuts");
  QTest::newRow("before any change") << QList<int>{3};
  QTest::newRow("right before a change") << QList<int>{7};
  QTest::newRow("with a worker away") << QList<int>{18};
  QTest::newRow("between") << QList<int>{20};
  QTest::newRow("at an evaluation") << QList<int>{30};
  QTest::newRow("several times") << QList<int>{1, 8, 20, 39};
}

void ContinuationTest::aStoppedRunGoesOnAsIfItHadNot() {
  QFETCH(QList<int>, cuts);
  whole_.clear();
  std::int64_t done = 0;
  for (const auto cut : cuts) {
    if (done == 0) {
      carryOut(experiment(), into(path("run")), cut);
    } else {
      const auto continuation = prepareResume(path("run"));
      QVERIFY(continuation);
      QCOMPARE(continuation->from, done);
      carryOut(continuation->experiment, continuation->options, cut - done);
    }
    done = cut;
    QCOMPARE(readRunFolder(path("run"))->state, std::string("stopped"));
  }
  goOn(path("run"));
  compareWithWhole(path("run"));
}

void ContinuationTest::aFinishedRunHasNothingLeftToDo() {
  whole_.clear();
  whole();
  const auto wall = *readFile(path("whole") / kIterationsFile);
  goOn(path("whole"));
  compareWithWhole(path("whole"));
  QCOMPARE(*readFile(path("whole") / kIterationsFile), wall);
}

void ContinuationTest::damagedCheckpointsArePassedOver() {
  whole_.clear();
  carryOut(experiment(), into(path("run")), 18);
  const auto newest = checkpointFile(path("run"), 18);
  const auto before = checkpointsIn(path("run")).rbegin()[1];
  const auto text = *readFile(newest);
  QVERIFY(replaceFile(newest, text.substr(0, text.size() / 2)));
  const auto continuation = prepareResume(path("run"));
  QVERIFY(continuation);
  QCOMPARE(continuation->from, before);  // that of a change
  QCOMPARE(continuation->notes.size(), std::size_t{1});
  QVERIFY(contains(continuation->notes.front(), "18.ckpt was cut short"));
  goOn(path("run"));
  compareWithWhole(path("run"));
}

void ContinuationTest::withoutACheckpointItBeginsAnew() {
  whole_.clear();
  carryOut(experiment(), into(path("run")), 18);
  fs::remove_all(path("run") / kCheckpointsFolder);
  fs::remove(path("run") / "digests.csv");
  QVERIFY(prepareResume(path("run"))->from == 0);
  goOn(path("run"));
  compareWithWhole(path("run"));
}

/// A crash in the middle: rows are cut off, the last line of the journal is half there.
void ContinuationTest::whatWasNotReachedIsStillToCome() {
  whole_.clear();
  whole();
  fs::copy(path("whole"), path("run"), fs::copy_options::recursive);
  fs::remove(path("run") / kSummaryFile);
  for (const auto k : checkpointsIn(path("run")))
    if (k > 20) fs::remove(checkpointFile(path("run"), k));
  const auto rows = *readFile(path("run") / kIterationsFile);
  QVERIFY(replaceFile(path("run") / kIterationsFile, rows.substr(0, rows.size() * 2 / 3)));
  const auto journal = *readFile(path("run") / kJournalFile);
  QVERIFY(replaceFile(path("run") / kJournalFile, journal.substr(0, journal.size() - 20)));
  QCOMPARE(prepareResume(path("run"))->from, checkpointsIn(path("run")).back());
  goOn(path("run"));
  compareWithWhole(path("run"));
}

void ContinuationTest::checkpointsAreMadeAtChanges() {
  whole_.clear();
  whole();
  // One is left out where the one before is still being written; the last is waited for.
  const auto there = checkpointsIn(path("whole"));
  const std::array<std::int64_t, 5> possible{7, 14, 20, 29, 40};
  QVERIFY(!there.empty());
  for (const auto k : there) QVERIFY(std::ranges::find(possible, k) != possible.end());
  QCOMPARE(there.back(), std::int64_t{40});
}

void ContinuationTest::withoutABudgetThereAreNone() {
  auto options = into(path("run"));
  options.checkpoints = {.every = std::chrono::milliseconds(0), .budget = 0};
  carryOut(experiment(), options);
  QVERIFY(checkpointsIn(path("run")).empty());
  QVERIFY(!fs::exists(path("run") / kCheckpointsFolder));
}

void ContinuationTest::whatTheUserDoesIsInTheJournal() {
  auto options = into(path("run"));
  options.controls.clear();
  options.startPaused = true;
  {
    TrainingRun run(experiment(), options);
    waitFor([&] { return run.state() == RunState::Paused; });
    run.step(4);
    waitFor([&] {
      const auto sample = run.poll();
      return sample && sample->record.iteration == 4;
    });
    waitFor([&] { return run.state() == RunState::Paused; });
    run.note("looks good");
    run.resume();
    waitForEnd(run);
  }
  const auto events = readRunFolder(path("run"))->events;
  const std::vector<JournalEvent> expected{{0, "paused", ""},  {0, "resumed", ""},
                                           {4, "paused", ""},  {4, "note", "looks good"},
                                           {4, "resumed", ""}, {40, "finished", ""}};
  QVERIFY(events == expected);
}

void ContinuationTest::aForkSharesItsBeginning() {
  whole_.clear();
  whole();
  std::map<fs::path, std::string> before;
  for (const auto& file : fs::recursive_directory_iterator(path("whole")))
    if (file.is_regular_file()) before[file.path()] = *readFile(file.path());
  const std::array<std::string, 2> assignments{"algorithm.learning_rate=0.001",
                                               "worker.3.present=false"};
  auto fork = prepareFork(path("whole"), 24, assignments);
  QVERIFY2(fork, fork ? "" : fork.error().message.c_str());
  QVERIFY(fork->from <= 24);
  fork->options.folder = path("fork");
  carryOut(fork->experiment, fork->options);
  for (const auto& [file, text] : before) QCOMPARE(*readFile(file), text);

  const auto parent = readRunFolder(path("whole"));
  const auto child = readRunFolder(path("fork"));
  QVERIFY(child);
  QCOMPARE(child->records.size(), std::size_t{40});
  for (std::size_t i = 0; i < 24; ++i) {
    auto one = parent->records[i];
    auto other = child->records[i];
    one.wallSeconds = other.wallSeconds = 0.0;
    QVERIFY(sameBits(one, other));
  }
  QVERIFY(child->records[25].trainLoss != parent->records[25].trainLoss);
  // The digests of the evaluations up to the fork.
  const auto digests = *readDigests(path("fork"));
  const auto those = *readDigests(path("whole"));
  const auto at = std::ranges::find(digests, 24, &WeightsDigest::iteration);
  QVERIFY(at != digests.end());
  QVERIFY(std::equal(digests.begin(), at + 1, those.begin()));
  // The journal: the shared changes, where it forks, and its own.
  const auto shared = child->changes.size() - 2;
  QCOMPARE(shared, std::size_t{4});
  QVERIFY((child->changes[4] == AppliedChange{25, kRate, 0.02, 0.001}));
  const JournalEvent forked{24, "forked", "from " + path("whole").string()};
  QCOMPARE(std::ranges::count(child->events, forked), 1);
}

void ContinuationTest::aForkIsARunThatVerifies() {
  whole_.clear();
  whole();
  auto fork = prepareFork(path("whole"), 10, std::array{std::string("algorithm.delay_bound=9")});
  QVERIFY(fork);
  fork->options.folder = path("fork");
  carryOut(fork->experiment, fork->options);
  const auto verified = verifyRun(path("fork"), {});
  QVERIFY(verified);
  QVERIFY2(!verified->difference, verified->difference ? verified->difference->c_str() : "");
  QCOMPARE(verified->iterations, std::int64_t{40});
}

void ContinuationTest::aForkThatIsInterruptedGoesOn() {
  whole_.clear();
  whole();
  const std::array<std::string, 1> assignments{"algorithm.learning_rate=0.001"};
  for (const int stopAt : {2, 12}) {  // before it has got to the fork, and after
    auto fork = prepareFork(path("whole"), 24, assignments);
    QVERIFY(fork);
    fork->options.folder = path("never");
    fork->options.overwrite = true;
    carryOut(fork->experiment, fork->options);
    fork->options.folder = path("fork");
    carryOut(fork->experiment, fork->options, stopAt);
    goOn(path("fork"));
    const auto never = contents(path("never"));
    for (const auto& [name, text] : contents(path("fork"))) QCOMPARE(text, never.at(name));
  }
}

void ContinuationTest::whatCannotForkSaysWhy() {
  whole_.clear();
  whole();
  const auto message = [&](std::int64_t at, const std::string& assignment) {
    const auto fork = prepareFork(path("whole"), at, std::array{assignment});
    return fork ? std::string() : fork.error().message;
  };
  QVERIFY(contains(message(41, "algorithm.delay_bound=9"), "allowed: 0 to 40"));
  QVERIFY(contains(message(-1, "algorithm.delay_bound=9"), "-1"));
  QVERIFY(contains(message(5, "cluster.workers=9"), "cannot change while a run goes on"));
  QVERIFY(contains(message(5, "algorithm.delay_bound=-9"), "-9"));
  QVERIFY(contains(message(5, "delay"), "slot.key=value"));
  QVERIFY(!prepareFork(path("nothing"), 5));
  QVERIFY(!prepareResume(path("nothing")));
}

void ContinuationTest::checkpointsAreAsCloseAsIsAsked() {
  auto options = into(path("run"));
  options.controls.clear();
  carryOut(experiment(), options);
  QCOMPARE(checkpointsIn(path("run")), std::vector<std::int64_t>{40});  // that of the end
  options.checkpoints.closest = std::chrono::milliseconds(0);
  options.overwrite = true;
  carryOut(experiment(), options);
  const auto there = checkpointsIn(path("run"));
  QVERIFY(there.size() >= 2);
  QCOMPARE(there.front(), std::int64_t{1});  // as soon as there is something to keep
  QCOMPARE(there.back(), std::int64_t{40});
}

void ContinuationTest::aForkTakesItsCheckpointOver() {
  whole_.clear();
  whole();
  auto fork = prepareFork(path("whole"), 33);
  QVERIFY(fork && fork->from > 0);
  fork->options.folder = path("fork");
  const auto from = fork->from;
  carryOut(fork->experiment, fork->options);
  // One file in two folders: neither is ever written to again.
  QVERIFY(fs::equivalent(checkpointFile(path("whole"), from), checkpointFile(path("fork"), from)));
  QCOMPARE(checkpointsIn(path("fork")).front(), from);
  QCOMPARE(checkpointsIn(path("fork")).back(), std::int64_t{40});
}

void ContinuationTest::aForkSaysWhereItLeft() {
  whole_.clear();
  whole();
  QVERIFY(!branchPointOf(readRunFolder(path("whole"))->events));
  const auto branch = [&](const char* from, std::int64_t at, const char* to) {
    auto fork = prepareFork(path(from), at);
    if (!fork) qFatal("%s", fork.error().message.c_str());
    fork->options.folder = path(to);
    carryOut(fork->experiment, fork->options);
    return branchPointOf(readRunFolder(path(to))->events);
  };
  QVERIFY((branch("whole", 12, "fork") == BranchPoint{path("whole"), 12}));
  QVERIFY((branch("fork", 25, "deeper") == BranchPoint{path("fork"), 25}));
}

QTEST_APPLESS_MAIN(ContinuationTest)
#include "continuation_test.moc"
