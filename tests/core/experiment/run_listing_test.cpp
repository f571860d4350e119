// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_listing.h"

#include <fstream>

#include <QtTest>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/run_columns.h"
#include "core/experiment/summary_file.h"
#include "core/metrics/csv.h"
#include "core/metrics/quantities.h"
#include "tests/support/same_bits.h"

using telegrad::AccuracyMetric;
using telegrad::Experiment;
using telegrad::quantity;
using telegrad::readListing;
using telegrad::Record;
using telegrad::RunFolderWriter;
using telegrad::RunSummary;
using telegrad::test::sameBits;

class RunListingTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void aFinishedRunIsListedAsItEnded();
  void theCurvesAreNotLookedAt();
  void aRunWithoutASummaryIsListedByItsLastRow();
  void aFirstRowIsALastRow();
  void notesAreItsName();
  void whatIsDamagedIsARemark();
  void summariesThatAreNoneAreNamed();
  void foldersAreFoundBelow();
  void linksAreNotFollowed();
  void columnsAreReadFromTheFolder();
  void targetsAreReachedAsInTheWholeRun();

 private:
  std::filesystem::path path(const char* name = "run") const {
    return folder_->filePath(name).toStdString();
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

namespace {

Record row(std::int64_t iteration) {
  Record r;
  r.iteration = iteration;
  r.rounds = 10 * iteration;
  r.payloadBits = 1'000'000'007 * iteration;
  r.simulatedSeconds = 0.1 * static_cast<double>(iteration);
  r.trainLoss = 1.0 / static_cast<double>(iteration);
  if (iteration % 5 == 0) r.testAccuracy = 0.1 * static_cast<double>(iteration);
  return r;
}

/// A run of so many iterations; without a summary unless it ended.
void writeFolder(const std::filesystem::path& folder, int iterations, bool ended) {
  auto writer = RunFolderWriter::create(folder, Experiment().withName("a run"), false);
  QVERIFY(writer);
  for (int i = 1; i <= iterations; ++i) QVERIFY((*writer)->append(row(i)));
  QVERIFY((*writer)->flush());
  if (!ended) return;
  RunSummary summary;
  summary.state = "diverged";
  summary.message = "a loss was not finite";
  summary.last = row(iterations);
  summary.targets = {{{0.4}, row(5)}, {{0.8, AccuracyMetric::Top5}, row(10)}};
  summary.weightsSha256 = "abc";
  QVERIFY((*writer)->finish(summary));
}

}  // namespace

void RunListingTest::aFinishedRunIsListedAsItEnded() {
  writeFolder(path(), 12, true);
  const auto listing = readListing(path());
  QVERIFY(listing);
  QVERIFY(listing->experiment == Experiment().withName("a run"));
  QCOMPARE(listing->name(), std::string("a run"));
  const auto& summary = listing->summary;
  QCOMPARE(summary.state, std::string("diverged"));
  QCOMPARE(summary.message, std::string("a loss was not finite"));
  QVERIFY(sameBits(summary.last, row(12)));
  QCOMPARE(summary.targets.size(), std::size_t{2});
  QVERIFY(summary.targets[0].target == telegrad::Target{0.4});
  QVERIFY(sameBits(summary.targets[0].at, row(5)));
  QVERIFY((summary.targets[1].target == telegrad::Target{0.8, AccuracyMetric::Top5}));
  QVERIFY(sameBits(summary.targets[1].at, row(10)));
  QCOMPARE(summary.weightsSha256, std::string("abc"));
  QVERIFY(listing->remarks.empty());
  QVERIFY(std::abs(listing->begun - QDateTime::currentSecsSinceEpoch()) < 3600);
}

void RunListingTest::theCurvesAreNotLookedAt() {
  writeFolder(path(), 12, true);
  std::filesystem::remove(path() / telegrad::kIterationsFile);
  const auto listing = readListing(path());
  QVERIFY(listing && listing->remarks.empty());
  QVERIFY(sameBits(listing->summary.last, row(12)));
}

void RunListingTest::aRunWithoutASummaryIsListedByItsLastRow() {
  writeFolder(path(), 1000, false);
  std::ofstream(path() / telegrad::kIterationsFile, std::ios::app) << "1001,0.5,";  // a crash
  const auto listing = readListing(path());
  QVERIFY(listing);
  QCOMPARE(listing->summary.state, std::string("interrupted"));
  QVERIFY(sameBits(listing->summary.last, row(1000)));
  QVERIFY(listing->remarks.empty());
}

void RunListingTest::aFirstRowIsALastRow() {
  writeFolder(path("one"), 1, false);
  QVERIFY(sameBits(readListing(path("one"))->summary.last, row(1)));
  writeFolder(path("none"), 0, false);
  QVERIFY(sameBits(readListing(path("none"))->summary.last, Record()));
}

void RunListingTest::notesAreItsName() {
  writeFolder(path(), 1, true);
  QVERIFY(telegrad::writeNotes(path(), {.name = "another", .tags = {"x"}}));
  const auto listing = readListing(path());
  QVERIFY(listing);
  QCOMPARE(listing->name(), std::string("another"));
  QCOMPARE(listing->notes.tags, std::vector<std::string>{"x"});
}

void RunListingTest::whatIsDamagedIsARemark() {
  writeFolder(path(), 3, true);
  QVERIFY(telegrad::replaceFile(path() / telegrad::kNotesFile, "{"));
  QVERIFY(telegrad::replaceFile(path() / telegrad::kSummaryFile, "{\"state\": 3}"));
  const auto listing = readListing(path());
  QVERIFY(listing);
  QCOMPARE(listing->remarks.size(), std::size_t{2});
  QVERIFY(listing->remarks[0].find("notes.json: this is no JSON object") != std::string::npos);
  QVERIFY(listing->remarks[1].find("summary.json: a member is of another type") !=
          std::string::npos);
  QCOMPARE(listing->summary.state, std::string("interrupted"));
  QVERIFY(sameBits(listing->summary.last, row(3)));
  QVERIFY(telegrad::replaceFile(path() / telegrad::kExperimentFile, "seed = -1"));
  QVERIFY(!readListing(path()));
}

void RunListingTest::summariesThatAreNoneAreNamed() {
  const auto read = telegrad::parseSummary("3", "s.json");
  QVERIFY(!read);
  QCOMPARE(read.error().message, std::string("s.json: this is no JSON object; allowed: {...}"));
  // What other programs leave out or spell otherwise harms nothing.
  const auto some = telegrad::parseSummary(R"({"state": "finished", "final": {"rounds": "many"},
      "targets": [3, {"test_accuracy_above": 0.5}]})",
                                           "s.json");
  QVERIFY(some);
  QVERIFY(some->targets.empty());
  QCOMPARE(some->last.rounds, std::int64_t{0});
}

void RunListingTest::foldersAreFoundBelow() {
  for (const char* name : {"b", "a", "group/c", "one/two/three/d", "one/two/three/four/e"})
    writeFolder(path(name), 1, true);
  writeFolder(path("a/inside"), 1, true);
  std::filesystem::create_directories(path("empty"));
  const auto found = telegrad::runFoldersIn(folder_->path().toStdString(), 4);
  const std::vector expected{path("a"), path("b"), path("group/c"), path("one/two/three/d")};
  QCOMPARE(found, expected);
  QCOMPARE(telegrad::runFoldersIn(path("a")), std::vector{path("a")});
  QVERIFY(telegrad::runFoldersIn(path("nowhere")).empty());
}

void RunListingTest::linksAreNotFollowed() {
  writeFolder(path("a"), 1, true);
  std::filesystem::create_directory_symlink(folder_->path().toStdString(), path("loop"));
  QCOMPARE(telegrad::runFoldersIn(folder_->path().toStdString()), std::vector{path("a")});
}

void RunListingTest::columnsAreReadFromTheFolder() {
  writeFolder(path(), 12, true);
  const std::vector wanted{&quantity("rounds"), &quantity("test_accuracy")};
  const auto all = telegrad::readColumns(path(), wanted, false);
  QVERIFY(all);
  QCOMPARE(all->values[0].size(), std::size_t{12});
  QCOMPARE(all->values[0][11], 120.0);
  const auto evaluated = telegrad::readColumns(path(), wanted, true);
  QVERIFY(evaluated);
  QCOMPARE(evaluated->values[1], (std::vector{0.5, 1.0}));
  std::ofstream(path() / telegrad::kIterationsFile, std::ios::app) << "13\n";
  const auto broken = telegrad::readColumns(path(), wanted, false);
  QVERIFY(broken);
  QCOMPARE(broken->values[0].size(), std::size_t{12});
  QCOMPARE(broken->notes.size(), std::size_t{1});
  std::stop_source stop;
  stop.request_stop();
  QVERIFY(!telegrad::readColumns(path(), wanted, false, stop.get_token()));
  QVERIFY(!telegrad::readColumns(path("nowhere"), wanted, false));
}

void RunListingTest::targetsAreReachedAsInTheWholeRun() {
  writeFolder(path(), 12, true);
  const std::vector<telegrad::Target> targets{{0.4}, {0.5}, {0.99}, {1.0}};
  const auto reached = telegrad::firstAbove(path(), targets);
  QVERIFY(reached);
  QCOMPARE(reached->at(0)->iteration, std::int64_t{5});
  QCOMPARE(reached->at(0)->payloadBits, row(5).payloadBits);
  QCOMPARE(reached->at(1)->iteration, std::int64_t{10});  // strictly above
  QCOMPARE(reached->at(2)->rounds, std::int64_t{100});
  QVERIFY(!reached->at(3));
  std::filesystem::remove(path() / telegrad::kEvaluationsFile);
  const auto none = telegrad::firstAbove(path(), targets);
  QVERIFY(none);
  QCOMPARE(none->size(), targets.size());
  QVERIFY(!none->at(0));
}

QTEST_APPLESS_MAIN(RunListingTest)
#include "run_listing_test.moc"
