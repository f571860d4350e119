// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_folder.h"

#include <cmath>

#include <QtTest>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/metrics/quantities.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/same_bits.h"

using telegrad::AppliedChange;
using telegrad::Experiment;
using telegrad::readFile;
using telegrad::readRunFolder;
using telegrad::Record;
using telegrad::RunFolderWriter;
using telegrad::RunSummary;
using telegrad::test::sameBits;

class RunFolderTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void aRunReadsBackEqual();
  void evaluationsAreTheEvaluatedRecords();
  void theSummaryHasWhatTheDesignNames();
  void aFolderThatIsNotEmptyIsRefused();
  void overwritingRemovesTheFormerRunAlone();
  void aRunThatDidNotEndIsInterrupted();
  void aCutLastLineIsLeftOutWithANote();
  void aFullDiskHarmsNothingBefore();
  void aRunHasOneWriter();
  void theLastIterationIsReadFromTheEnd();
  void whatElseIsMissingIsNoted();
  void aConfusionThatIsNoneIsNoted();
  void foldersThatCannotBeMadeAreNamed();
  void foldersThatAreNoRunsAreNamed();

 private:
  std::filesystem::path path(const char* name = "run") const {
    return folder_->filePath(name).toStdString();
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

Record record(std::int64_t iteration) {
  Record r;
  r.iteration = iteration;
  r.epoch = static_cast<double>(iteration) / 3.0;
  r.rounds = 10 * iteration;
  r.payloadBits = 1000 * iteration;
  r.wireBits = 1100 * iteration;
  r.simulatedSeconds = 0.1 * static_cast<double>(iteration);
  r.wallSeconds = 0.01 * static_cast<double>(iteration);
  r.trainLoss = 1.0 / static_cast<double>(iteration);
  if (iteration % 5 == 0) {
    r.testLoss = 0.5;
    r.testAccuracy = 0.875;
  }
  r.uploads = 10;
  return r;
}

const AppliedChange kChange{7, {"algorithm", "learning_rate"}, 0.005, 0.25};

const telegrad::ConfusionMatrix kConfusion{{"cat", "dog"}, {3, 1, 0, 4}};

/// A finished run of 12 iterations.
void writeRun(const std::filesystem::path& folder, const Experiment& experiment) {
  auto writer = RunFolderWriter::create(folder, experiment, false);
  QVERIFY2(writer, writer ? "" : writer.error().message.c_str());
  for (int i = 1; i <= 12; ++i) QVERIFY((*writer)->append(record(i)));
  QVERIFY((*writer)->append(kChange));
  QVERIFY((*writer)->append(telegrad::JournalEvent{12, "finished", ""}));
  QVERIFY((*writer)->write(kConfusion));
  RunSummary summary;
  summary.state = "finished";
  summary.last = record(12);
  summary.targets = {{{0.8}, record(5)}, {{0.9, telegrad::AccuracyMetric::Top5}, record(6)}};
  summary.weightsSha256 = "abc";
  summary.versions = {{"telegrad", "0.1.0"}};
  QVERIFY((*writer)->finish(summary));
}

void RunFolderTest::aRunReadsBackEqual() {
  const auto experiment = Experiment().withName("a \"run\"").withSeed(9);
  writeRun(path(), experiment);
  const auto run = readRunFolder(path());
  QVERIFY2(run, run ? "" : run.error().message.c_str());
  QVERIFY(run->experiment == experiment);
  QCOMPARE(run->records.size(), std::size_t{12});
  for (int i = 1; i <= 12; ++i)
    QVERIFY(sameBits(run->records.at(static_cast<std::size_t>(i - 1)), record(i)));
  QVERIFY(run->changes == std::vector{kChange});
  QVERIFY(run->confusion != nullptr && *run->confusion == kConfusion);
  QCOMPARE(run->state, std::string("finished"));
  QVERIFY2(run->notes.empty(), run->notes.empty() ? "" : run->notes.front().c_str());
}

void RunFolderTest::evaluationsAreTheEvaluatedRecords() {
  writeRun(path(), Experiment());
  const auto text = *readFile(path() / "evaluations.csv");
  const auto lines = QString::fromStdString(text).split('\n', Qt::SkipEmptyParts);
  QCOMPARE(lines.size(), 3);  // the header, iterations 5 and 10
  QVERIFY(lines[1].startsWith("5,"));
  QVERIFY(lines[2].startsWith("10,"));
  QCOMPARE(lines[0].split(',').size(), static_cast<qsizetype>(telegrad::quantities().size()));
}

void RunFolderTest::theSummaryHasWhatTheDesignNames() {
  writeRun(path(), Experiment());
  const auto json =
      QJsonDocument::fromJson(QByteArray::fromStdString(*readFile(path() / "summary.json")));
  const auto object = json.object();
  QCOMPARE(object["state"].toString(), QString("finished"));
  QCOMPARE(object["weights_sha256"].toString(), QString("abc"));
  QCOMPARE(object["final"].toObject()["iteration"].toInt(), 12);
  QCOMPARE(object["final"].toObject()["wire_bits"].toInt(), 13200);
  QVERIFY(object["final"].toObject()["test_accuracy"].isNull());
  const auto target = object["targets"].toArray().at(0).toObject();
  QCOMPARE(target["test_accuracy_above"].toDouble(), 0.8);
  QCOMPARE(target["at"].toObject()["rounds"].toInt(), 50);
  const auto ofFive = object["targets"].toArray().at(1).toObject();
  QCOMPARE(ofFive["test_top5_accuracy_above"].toDouble(), 0.9);
  QCOMPARE(object["versions"].toObject()["telegrad"].toString(), QString("0.1.0"));
}

void RunFolderTest::aFolderThatIsNotEmptyIsRefused() {
  writeRun(path(), Experiment());
  const auto before = *readFile(path() / "iterations.csv");
  const auto refused = RunFolderWriter::create(path(), Experiment().withSeed(5), false);
  QVERIFY(!refused);
  QVERIFY(refused.error().message.find(path().string()) != std::string::npos);
  QCOMPARE(*readFile(path() / "iterations.csv"), before);
  QCOMPARE(readRunFolder(path())->experiment.seed(), std::uint64_t{1});

  std::filesystem::create_directory(path("empty"));
  QVERIFY(RunFolderWriter::create(path("empty"), Experiment(), false));
  QVERIFY(telegrad::replaceFile(path("file"), "text"));
  QVERIFY(!RunFolderWriter::create(path("file"), Experiment(), true));
  QCOMPARE(*readFile(path("file")), std::string("text"));
}

void RunFolderTest::overwritingRemovesTheFormerRunAlone() {
  writeRun(path(), Experiment());
  QVERIFY(telegrad::replaceFile(path() / "notes.txt", "mine"));
  QVERIFY(RunFolderWriter::create(path(), Experiment().withSeed(5), true));
  QCOMPARE(*readFile(path() / "notes.txt"), std::string("mine"));
  const auto run = readRunFolder(path());
  QVERIFY(run);
  QCOMPARE(run->experiment.seed(), std::uint64_t{5});
  QVERIFY(run->records.empty() && run->changes.empty() && run->confusion == nullptr);
  QCOMPARE(run->state, std::string("interrupted"));
}

void RunFolderTest::aRunThatDidNotEndIsInterrupted() {
  auto writer = RunFolderWriter::create(path(), Experiment(), false);
  QVERIFY(writer);
  QVERIFY((*writer)->append(record(1)));
  QVERIFY((*writer)->append(kChange));
  QVERIFY((*writer)->flush());
  const auto run = readRunFolder(path());  // while it goes on
  QVERIFY(run);
  QCOMPARE(run->records.size(), std::size_t{1});
  QCOMPARE(run->changes.size(), std::size_t{1});
  QCOMPARE(run->state, std::string("interrupted"));
  QVERIFY(!run->notes.empty());
}

void RunFolderTest::aCutLastLineIsLeftOutWithANote() {
  writeRun(path(), Experiment());
  const auto whole = *readFile(path() / "iterations.csv");
  QVERIFY(telegrad::replaceFile(path() / "iterations.csv", whole.substr(0, whole.size() - 9)));
  const auto run = readRunFolder(path());
  QVERIFY2(run, run ? "" : run.error().message.c_str());
  QCOMPARE(run->records.size(), std::size_t{11});
  QCOMPARE(run->notes.size(), std::size_t{1});
}

void RunFolderTest::aFullDiskHarmsNothingBefore() {
  {
    const telegrad::test::FileSizeLimit limit(100000);
    auto writer = RunFolderWriter::create(path(), Experiment(), false);
    QVERIFY(writer);
    std::string message;
    for (int i = 1; i <= 10000 && message.empty(); ++i)
      if (const auto done = (*writer)->append(record(i)); !done) message = done.error().message;
    QVERIFY2(message.find("iterations.csv") != std::string::npos, message.c_str());
    RunSummary summary;
    summary.state = "failed";
    QVERIFY(!(*writer)->finish(summary));  // says that something is missing, but leaves its word
  }
  const auto run = readRunFolder(path());
  QVERIFY2(run, run ? "" : run.error().message.c_str());
  QVERIFY(run->notes.empty());
  QCOMPARE(run->state, std::string("failed"));
  QVERIFY(run->records.size() > 100);
  for (std::size_t i = 0; i < run->records.size(); ++i)
    QVERIFY(sameBits(run->records[i], record(static_cast<std::int64_t>(i) + 1)));
}

void RunFolderTest::aRunHasOneWriter() {
  QVERIFY(!telegrad::isBeingWritten(path()));  // there is none
  {
    auto writer = RunFolderWriter::create(path(), Experiment(), false);
    QVERIFY(writer);
    QVERIFY(telegrad::isBeingWritten(path()));
    const auto other = RunFolderWriter::create(path(), Experiment(), true);
    QVERIFY(!other);
    QVERIFY(other.error().message.find("somebody else") != std::string::npos);
    const RunFolderWriter::History history{path(), (*writer)->sizes()};
    const auto goesOn = RunFolderWriter::goOn(path(), Experiment(), false, history, {});
    QVERIFY(!goesOn);
    QVERIFY(goesOn.error().message.find(path().string()) != std::string::npos);
  }
  QVERIFY(!telegrad::isBeingWritten(path()));
  QVERIFY(RunFolderWriter::create(path(), Experiment(), true));
}

void RunFolderTest::theLastIterationIsReadFromTheEnd() {
  QCOMPARE(telegrad::lastIterationIn(path()), std::int64_t{0});
  auto writer = RunFolderWriter::create(path(), Experiment(), false);
  QVERIFY(writer);
  QCOMPARE(telegrad::lastIterationIn(path()), std::int64_t{0});  // a header alone
  for (int i = 1; i <= 2000; ++i) QVERIFY((*writer)->append(record(i)));
  QVERIFY((*writer)->flush());
  QCOMPARE(telegrad::lastIterationIn(path()), std::int64_t{2000});
  const auto whole = *readFile(path() / "iterations.csv");
  QVERIFY(telegrad::replaceFile(path() / "iterations.csv", whole.substr(0, whole.size() - 1)));
  QCOMPARE(telegrad::lastIterationIn(path()), std::int64_t{1999});  // the last row was cut
}

void RunFolderTest::whatElseIsMissingIsNoted() {
  writeRun(path(), Experiment());
  QVERIFY(telegrad::replaceFile(path() / "summary.json", "{\"final\": {}}"));
  QVERIFY(telegrad::replaceFile(path() / "journal.jsonl", "{}\n"));
  const auto broken = readRunFolder(path());
  QVERIFY(broken);
  QCOMPARE(broken->state, std::string("interrupted"));
  QVERIFY(broken->changes.empty());
  QCOMPARE(broken->notes.size(), std::size_t{2});
  QVERIFY(broken->notes[0].find("journal.jsonl:1:") != std::string::npos);
  QVERIFY(broken->notes[1].find("summary.json") != std::string::npos);

  for (const char* name : {"summary.json", "journal.jsonl"}) std::filesystem::remove(path() / name);
  const auto missing = readRunFolder(path());
  QVERIFY(missing);
  QCOMPARE(missing->records.size(), std::size_t{12});
  QCOMPARE(missing->notes.size(), std::size_t{2});
  QVERIFY(missing->notes[0].find("journal.jsonl") != std::string::npos);
  QVERIFY(missing->notes[1].find("summary.json") != std::string::npos);
}

void RunFolderTest::aConfusionThatIsNoneIsNoted() {
  writeRun(path(), Experiment());
  QVERIFY(telegrad::replaceFile(path() / "confusion.csv", "what\n"));
  const auto run = readRunFolder(path());
  QVERIFY(run && run->confusion == nullptr);
  QCOMPARE(run->notes.size(), std::size_t{1});
  QVERIFY(run->notes[0].find("confusion.csv:1:") != std::string::npos);
}

void RunFolderTest::foldersThatCannotBeMadeAreNamed() {
  QVERIFY(telegrad::replaceFile(path("file"), "text"));
  const auto refused = RunFolderWriter::create(path("file") / "run", Experiment(), false);
  QVERIFY(!refused);
  QVERIFY(refused.error().message.find((path("file") / "run").string()) != std::string::npos);
}

void RunFolderTest::foldersThatAreNoRunsAreNamed() {
  const auto missing = readRunFolder(path("nothing"));
  QVERIFY(!missing);
  QVERIFY(missing.error().message.find("experiment.toml") != std::string::npos);
  writeRun(path(), Experiment());
  std::filesystem::remove(path() / "iterations.csv");
  const auto half = readRunFolder(path());
  QVERIFY(!half);
  QVERIFY(half.error().message.find("iterations.csv") != std::string::npos);
}

QTEST_APPLESS_MAIN(RunFolderTest)
#include "run_folder_test.moc"
