// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is killed again and again, wherever it happens to be, ends as one that was not.
// TELEGRAD_KILLS says how many kills, TELEGRAD_KILL_SEED when; a few unless it does.
#include <algorithm>
#include <filesystem>

#include <QtTest>

#include "core/base/random.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/verification.h"
#include "tests/support/command_line.h"

using telegrad::test::Outcome;
using telegrad::test::outcomeOf;

namespace fs = std::filesystem;

namespace {

const QString kProgram = TELEGRAD_CLI;

int fromEnvironment(const char* name, int otherwise) {
  bool fine = false;
  const int value = qEnvironmentVariableIntValue(name, &fine);
  return fine ? value : otherwise;
}

}  // namespace

class ResumeCommandTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void whatIsKilledGoesOn();
  void aForkGoesOn();
  void unusableArgumentsAreNamed();

 private:
  fs::path path(const QString& name) const { return folder_.filePath(name).toStdString(); }
  QStringList runArguments(const QString& name) const {
    QStringList arguments{"run",
                          "quick-start",
                          "--out",
                          folder_.filePath(name),
                          "--controls",
                          folder_.filePath("changes.jsonl"),
                          "--checkpoint-every",
                          "10 ms",
                          "--threads",
                          "2"};
    for (const char* assignment :
         {"dataset.key=synthetic-digits", "dataset.train_examples=600", "dataset.test_examples=200",
          "model.hidden=32", "run.max_iterations=600", "run.epochs=1000", "run.evaluate_every=50"})
      arguments << "--set" << assignment;
    return arguments;
  }
  void verifySame(const QString& one, const QString& other) const;
  QTemporaryDir folder_;
};

void ResumeCommandTest::initTestCase() {
  QVERIFY(telegrad::replaceFile(path("changes.jsonl"),
                                R"({"iteration":40,"change":"algorithm.learning_rate","to":0.01})"
                                "\n"
                                R"({"iteration":180,"change":"worker.3.present","to":false})"
                                "\n"
                                R"({"iteration":400,"change":"worker.3.present","to":true})"
                                "\n"));
  const auto whole = telegrad::test::run(kProgram, runArguments("whole"));
  QVERIFY2(whole.status == 0, qPrintable(whole.err));
}

void ResumeCommandTest::verifySame(const QString& one, const QString& other) const {
  const auto first = telegrad::readRunFolder(path(one));
  const auto second = telegrad::readRunFolder(path(other));
  QVERIFY(first && second);
  QCOMPARE(first->records.size(), std::size_t{600});
  QVERIFY(first->changes == second->changes);
  QVERIFY(first->events == second->events);
  for (const char* name : {telegrad::kDigestsFile, "layers.csv", telegrad::kJournalFile})
    QCOMPARE(*telegrad::readFile(path(one) / name), *telegrad::readFile(path(other) / name));
  QCOMPARE(first->records.size(), second->records.size());
  for (std::size_t i = 0; i < first->records.size(); ++i) {
    QCOMPARE(first->records[i].trainLoss, second->records[i].trainLoss);
    QCOMPARE(first->records[i].wireBits, second->records[i].wireBits);
    QCOMPARE(first->records[i].simulatedSeconds, second->records[i].simulatedSeconds);
  }
}

void ResumeCommandTest::whatIsKilledGoesOn() {
  telegrad::Random random(static_cast<std::uint64_t>(fromEnvironment("TELEGRAD_KILL_SEED", 1)),
                          telegrad::Purpose::Test);
  const int kills = fromEnvironment("TELEGRAD_KILLS", 5);
  int killed = 0;
  for (int number = 0; killed < kills; ++number) {
    const auto name = "killed-" + QString::number(number);
    auto arguments = runArguments(name);
    for (bool ended = false; !ended && killed < kills;) {
      QProcess process;
      process.start(kProgram, arguments);
      QVERIFY(process.waitForStarted());
      ended = process.waitForFinished(static_cast<int>(random.below(900)) + 20);
      if (!ended) {
        process.kill();
        process.waitForFinished();
        ++killed;
      } else {
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
      }
      // A folder that has nothing in it yet is no run; any other can be read, and goes on.
      if (!fs::exists(path(name) / telegrad::kExperimentFile)) {
        fs::remove_all(path(name));
        continue;
      }
      if (fs::exists(path(name) / telegrad::kIterationsFile)) {
        const auto stored = telegrad::readRunFolder(path(name));
        QVERIFY2(stored, stored ? "" : stored.error().message.c_str());
      }
      arguments = {"resume", folder_.filePath(name), "--checkpoint-every", "10 ms", "--threads",
                   "2"};
    }
    if (arguments.front() == "run") continue;
    const auto last = telegrad::test::run(kProgram, arguments);
    QVERIFY2(last.status == 0, qPrintable(last.err));
    verifySame(name, "whole");
    if (QTest::currentTestFailed()) return;
    fs::remove_all(path(name));
  }
}

void ResumeCommandTest::aForkGoesOn() {
  const auto forked = telegrad::test::run(
      kProgram, {"fork", folder_.filePath("whole"), "--at", "300", "--set",
                 "algorithm.learning_rate=0.001", "--out", folder_.filePath("fork")});
  QVERIFY2(forked.status == 0, qPrintable(forked.err));
  const auto child = telegrad::readRunFolder(path("fork"));
  QVERIFY(child);
  QCOMPARE(child->records.size(), std::size_t{600});
  QCOMPARE(child->changes.size(), std::size_t{3});
  QCOMPARE(child->changes.back().iteration, std::int64_t{301});
  const auto digests = *telegrad::readDigests(path("fork"));
  const auto those = *telegrad::readDigests(path("whole"));
  QCOMPARE(digests.size(), those.size());
  for (std::size_t i = 0; i < digests.size(); ++i)
    QCOMPARE(digests[i] == those[i], digests[i].iteration <= 300);
  const auto verified = telegrad::test::run(kProgram, {"verify", folder_.filePath("fork")});
  QVERIFY2(verified.status == 0, qPrintable(verified.out + verified.err));
}

void ResumeCommandTest::unusableArgumentsAreNamed() {
  using telegrad::test::verifyWords;
  verifyWords(telegrad::test::run(kProgram, {"resume", folder_.filePath("none")}), 2,
              {"experiment.toml"});
  const QStringList fork{"fork", folder_.filePath("whole"), "--out", folder_.filePath("other")};
  verifyWords(telegrad::test::run(kProgram, fork + QStringList{"--at", "601"}), 2, {"601", "600"});
  verifyWords(
      telegrad::test::run(kProgram, fork + QStringList{"--at", "6", "--set", "cluster.workers=3"}),
      2, {"cluster.workers", "cannot change"});
  verifyWords(telegrad::test::run(kProgram, QStringList{"resume", folder_.filePath("whole"),
                                                        "--checkpoint-budget", "much"}),
              2, {"--checkpoint-budget", "much"});
  verifyWords(telegrad::test::run(kProgram, QStringList{"resume", folder_.filePath("whole"),
                                                        "--checkpoint-every", "-1 s"}),
              2, {"--checkpoint-every", "-1 s"});
  QVERIFY(!fs::exists(path("other")));
}

QTEST_MAIN(ResumeCommandTest)
#include "resume_test.moc"
