// SPDX-License-Identifier: GPL-3.0-or-later
// A run whose files cannot be written waits, and then goes on as if there had always been room.
#include <thread>

#include <QtTest>

#include "core/experiment/checkpoint_store.h"
#include "core/experiment/continuation.h"
#include "core/experiment/files.h"
#include "core/experiment/training_run.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::FileSizeLimit;

namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 60000;  // milliseconds, for a machine that is busy with other things

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
  return test::smallExperiment("sasg", {"model.key=logistic-regression", "cluster.workers=4",
                                        "dataset.train_examples=240", "run.max_iterations=300"});
}

std::string contents(const fs::path& file) {
  return readFile(file).has_value() ? *readFile(file) : std::string();
}

}  // namespace

class FullDiskTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void aRunWaitsAndGoesOn_data();
  void aRunWaitsAndGoesOn();
  void whileItWaitsItCanBeStopped();
  void whereNobodyWaitsItEndsAndCanBeResumed();

 private:
  fs::path path(const char* name) const { return folder_->filePath(name).toStdString(); }
  RunOptions into(const char* name, bool waits) const {
    RunOptions options;
    options.folder = path(name);
    options.threads = 2;
    options.waitForRoom = waits;
    options.checkpoints.budget = 0;
    return options;
  }
  /// The digests of a run for which there was room.
  std::string wholeDigests() const {
    TrainingRun run(experiment(), into("whole", false));
    waitForEnd(run);
    return contents(path("whole") / kDigestsFile);
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

void FullDiskTest::aRunWaitsAndGoesOn_data() {
  QTest::addColumn<int>("room");
  QTest::addColumn<bool>("checkpoints");
  QTest::addColumn<QString>("file");
  QTest::newRow("rows") << 40000 << false << "iterations.csv";
  QTest::newRow("checkpoints") << 150000 << true << ".ckpt";
}

void FullDiskTest::aRunWaitsAndGoesOn() {
  QFETCH(int, room);
  QFETCH(bool, checkpoints);
  QFETCH(QString, file);
  auto options = into("run", true);
  if (checkpoints) {
    options.checkpoints.budget = 100'000'000;
    options.checkpoints.every = std::chrono::milliseconds(1);
  }
  auto limit = std::make_unique<FileSizeLimit>(static_cast<rlim_t>(room));
  TrainingRun run(experiment(), options);
  std::int64_t last = 0;
  const auto drain = [&] {
    while (const auto sample = run.poll()) QCOMPARE(sample->record.iteration, ++last);
  };
  waitFor([&] { return drain(), run.obstacle().has_value(); });
  QVERIFY(run.state() == RunState::Paused);
  QVERIFY2(run.obstacle()->find(file.toStdString()) != std::string::npos, run.obstacle()->c_str());
  QVERIFY(run.obstacle()->find(path("run").string()) != std::string::npos);
  QVERIFY(readRunFolder(path("run")));
  // There still is no room: it goes on waiting.
  run.retry();
  run.resume();
  QVERIFY(!run.finished());
  limit.reset();
  run.retry();
  waitFor([&] { return drain(), run.finished(); });
  drain();
  QCOMPARE(last, std::int64_t{300});
  QVERIFY(run.state() == RunState::Finished);
  QVERIFY(!run.obstacle());
  const auto stored = readRunFolder(path("run"));
  QVERIFY(stored && stored->notes.empty());
  QCOMPARE(stored->records.size(), std::size_t{300});
  QCOMPARE(contents(path("run") / kDigestsFile), wholeDigests());
  if (checkpoints) QCOMPARE(checkpointsIn(path("run")).back(), std::int64_t{300});
}

void FullDiskTest::whileItWaitsItCanBeStopped() {
  {
    const FileSizeLimit limit(40000);
    TrainingRun run(experiment(), into("run", true));
    waitFor([&] {
      while (run.poll()) {
      }
      return run.obstacle().has_value();
    });
    run.stop();
    waitForEnd(run);
    QVERIFY(run.state() == RunState::Failed);
    QVERIFY(run.summary().message.find("iterations.csv") != std::string::npos);
    QVERIFY(!run.obstacle());
  }
  const auto stored = readRunFolder(path("run"));
  QVERIFY(stored);
  QVERIFY(stored->records.size() > 50 && stored->records.size() < 300);
}

void FullDiskTest::whereNobodyWaitsItEndsAndCanBeResumed() {
  auto options = into("run", false);
  options.checkpoints.budget = 100'000'000;
  options.controls = {{20, {"algorithm", "learning_rate"}, 0.005, 0.01},
                      {280, {"algorithm", "learning_rate"}, 0.01, 0.02}};
  {
    const FileSizeLimit limit(70000);
    TrainingRun run(experiment(), options);
    waitForEnd(run);
    QVERIFY(run.state() == RunState::Failed);
    QVERIFY(run.summary().cutShort);
  }
  auto continuation = prepareResume(path("run"));
  QVERIFY(continuation);
  {
    TrainingRun run(continuation->experiment, continuation->options);
    waitForEnd(run);
    QVERIFY(run.state() == RunState::Finished);
  }
  options.folder = path("other");
  TrainingRun other(experiment(), options);
  waitForEnd(other);
  QCOMPARE(contents(path("run") / kDigestsFile), contents(path("other") / kDigestsFile));
  QVERIFY(readRunFolder(path("run"))->changes == readRunFolder(path("other"))->changes);
}

QTEST_APPLESS_MAIN(FullDiskTest)
#include "full_disk_test.moc"
