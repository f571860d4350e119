// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped experiment, shortened, with a hand on its controls that cannot keep still: what two
// hundred random changes make of it is what verifyRun() makes of its folder, at another number of
// threads.
#include "tests/support/storm.h"

#include <filesystem>
#include <thread>

#include <QTemporaryDir>
#include <QtTest>

#include "core/experiment/files.h"
#include "core/experiment/verification.h"
#include "tests/support/shortened.h"

using namespace telegrad;
namespace fs = std::filesystem;

namespace {

constexpr int kChanges = 200;

/// A third of the iterations that test::shortened() leaves.
Experiment brief(const std::string& name) {
  const auto experiment = test::shortened(fs::path(TELEGRAD_EXPERIMENTS) / (name + ".toml"));
  const auto most = std::get<std::int64_t>(experiment.value({"run", "max_iterations"}));
  const auto iterations = std::to_string(std::max<std::int64_t>(4, most / 3));
  return test::with(experiment, {"run.max_iterations=" + iterations, "run.evaluate_every=2"});
}

/// Another storm for each.
std::uint64_t seedOf(const QString& name) {
  std::uint64_t seed = 0;
  for (const QChar letter : name) seed = 31 * seed + letter.unicode();
  return seed;
}

void waitForEnd(TrainingRun& run) {
  for (bool over = false; !over; std::this_thread::yield()) {
    over = run.finished();
    while (run.poll()) {
    }
  }
}

}  // namespace

class StormTest : public QObject {
  Q_OBJECT
 private slots:
  void aStormRepeats_data();
  void aStormRepeats();
  void aChangeThatWasNotThereIsNoticed();
};

void StormTest::aStormRepeats_data() {
  QTest::addColumn<QString>("name");
  for (const auto& entry : fs::directory_iterator(TELEGRAD_EXPERIMENTS)) {
    if (entry.path().extension() != ".toml") continue;
    const auto name = QString::fromStdString(entry.path().stem().string());
    QTest::newRow(qPrintable(name)) << name;
  }
}

void StormTest::aStormRepeats() {
  QFETCH(QString, name);
  const auto experiment = brief(name.toStdString());
  const auto iterations = std::get<std::int64_t>(experiment.value({"run", "max_iterations"}));
  const QTemporaryDir folder;
  RunOptions options;
  options.folder = fs::path(folder.path().toStdString()) / "run";
  options.data = test::dataOf(experiment);
  options.threads = 2;
  options.controls = test::Storm(seedOf(name)).changes(experiment, iterations, kChanges);
  TrainingRun run(experiment, options);
  waitForEnd(run);
  const auto& summary = run.summary();
  QVERIFY2(run.state() != RunState::Failed, summary.message.c_str());

  const auto stored = readRunFolder(*options.folder);
  QVERIFY(stored);
  // All but what would have come after a divergence.
  if (run.state() == RunState::Finished) QCOMPARE(stored->changes.size(), std::size_t{kChanges});
  QVERIFY(stored->changes.size() > 20);

  RunOptions again;
  again.data = options.data;
  again.threads = 1;
  const auto verified = verifyRun(*options.folder, again);
  QVERIFY2(verified, verified ? "" : verified.error().message.c_str());
  QVERIFY2(!verified->difference, verified->difference.value_or("").c_str());
  QCOMPARE(verified->iterations, summary.last.iteration);
  QVERIFY(verified->digests > 0);
}

/// The test above would see it.
void StormTest::aChangeThatWasNotThereIsNoticed() {
  const auto experiment = brief("quick-start");
  const QTemporaryDir folder;
  RunOptions options;
  options.folder = fs::path(folder.path().toStdString()) / "run";
  options.controls = {{3, {"algorithm", "learning_rate"}, 0.005, 0.006}};
  {
    TrainingRun run(experiment, options);
    waitForEnd(run);
    QCOMPARE(run.state(), RunState::Finished);
  }
  QVERIFY(fs::remove(*options.folder / "journal.jsonl"));
  QVERIFY(replaceFile(*options.folder / "journal.jsonl", ""));
  const auto verified = verifyRun(*options.folder, {});
  QVERIFY2(verified, verified ? "" : verified.error().message.c_str());
  QVERIFY(verified->difference);
}

QTEST_APPLESS_MAIN(StormTest)
#include "storm_test.moc"
