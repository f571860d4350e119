// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/interrupted.h"

#include <QtTest>

#include "core/experiment/checkpoint_store.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/summary_file.h"

using namespace telegrad;

namespace fs = std::filesystem;

class InterruptedTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void thoseWithoutAnEndAreFound();
  void theLastOneComesFirst();
  void whatIsKeptIsNotFoundAgain();
  void checkpointsOfAllRunsKeepToABudget();

 private:
  fs::path runs() const { return folder_->path().toStdString(); }
  /// So many iterations, and no summary: as a process that was killed leaves it.
  fs::path left(const char* name, int iterations) const {
    const auto folder = runs() / name;
    auto writer = RunFolderWriter::create(folder, Experiment().withName(name), false);
    if (!writer) qFatal("%s", writer.error().message.c_str());
    for (int i = 1; i <= iterations; ++i) {
      Record record;
      record.iteration = i;
      record.testAccuracy = 0.1 * i;
      if (!(*writer)->append(record)) qFatal("the test's own folder");
    }
    return folder;
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

void InterruptedTest::thoseWithoutAnEndAreFound() {
  QVERIFY(interruptedRuns(runs() / "none").empty());
  const auto killed = left("killed", 7);
  const auto ended = left("ended", 5);
  RunSummary finished;
  finished.state = "finished";
  QVERIFY(writeSummary(ended, finished));
  fs::create_directory(runs() / "no run");
  QVERIFY(replaceFile(runs() / "a file", "text"));
  const auto going = left("going", 3);
  const auto inUse = FileLock::take(going / kExperimentFile);
  const auto found = interruptedRuns(runs());
  QCOMPARE(found.size(), std::size_t{1});
  QCOMPARE(found[0].folder, killed);
  QCOMPARE(found[0].name, std::string("killed"));
  QCOMPARE(found[0].iteration, std::int64_t{7});
}

void InterruptedTest::theLastOneComesFirst() {
  const auto now = fs::file_time_type::clock::now();
  for (const auto& [name, hours] :
       {std::pair{"old", 5}, std::pair{"new", 1}, std::pair{"between", 3}})
    fs::last_write_time(left(name, 2) / kIterationsFile, now - std::chrono::hours(hours));
  const auto found = interruptedRuns(runs());
  QCOMPARE(found.size(), std::size_t{3});
  QCOMPARE(found[0].name, std::string("new"));
  QCOMPARE(found[1].name, std::string("between"));
  QCOMPARE(found[2].name, std::string("old"));
}

void InterruptedTest::whatIsKeptIsNotFoundAgain() {
  const auto folder = left("killed", 10);
  QVERIFY(keepAsItIs(folder));
  QVERIFY(interruptedRuns(runs()).empty());
  const auto stored = readRunFolder(folder);
  QVERIFY(stored);
  QCOMPARE(stored->state, std::string("interrupted"));
  QCOMPARE(stored->records.size(), std::size_t{10});
  const auto summary =
      QJsonDocument::fromJson(QByteArray::fromStdString(*readFile(folder / kSummaryFile))).object();
  QCOMPARE(summary["final"].toObject()["iteration"].toInt(), 10);
  // 98 % is first exceeded in the tenth iteration.
  QCOMPARE(summary["targets"].toArray().at(0).toObject()["at"].toObject()["iteration"].toInt(), 10);
  QVERIFY(!keepAsItIs(runs() / "none"));
}

void InterruptedTest::checkpointsOfAllRunsKeepToABudget() {
  const std::string hundred(100, 'x');
  const auto now = fs::file_time_type::clock::now();
  const auto withCheckpoints = [&](const char* name, int hours) {
    const auto folder = left(name, 1);
    fs::create_directory(folder / kCheckpointsFolder);
    for (const std::int64_t k : {10, 20, 30, 40})
      if (!replaceFile(checkpointFile(folder, k), hundred)) qFatal("the test's own file");
    fs::last_write_time(folder / kCheckpointsFolder, now - std::chrono::hours(hours));
    return folder;
  };
  const auto oldest = withCheckpoints("oldest", 9);
  const auto old = withCheckpoints("old", 5);
  const auto inUse = withCheckpoints("in use", 7);
  const auto newest = withCheckpoints("newest", 1);
  const auto held = FileLock::take(inUse / kExperimentFile);
  pruneCheckpoints(runs(), 650);
  QCOMPARE(checkpointsIn(newest).size(), std::size_t{4});
  QCOMPARE(checkpointsIn(old), (std::vector<std::int64_t>{20, 40}));
  QCOMPARE(checkpointsIn(inUse).size(), std::size_t{4});
  QCOMPARE(checkpointsIn(oldest), std::vector<std::int64_t>{40});
}

QTEST_APPLESS_MAIN(InterruptedTest)
#include "interrupted_test.moc"
