// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep on the command line: what it leaves, and that it leaves the same when it is killed again
// and again. TELEGRAD_KILLS says how many kills, TELEGRAD_KILL_SEED when; a few unless it does.
#include <csignal>
#include <filesystem>

#include <QtTest>

#include "core/base/random.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/sweep_folder.h"
#include "tests/support/command_line.h"

using telegrad::test::run;
using telegrad::test::verifyWords;

namespace fs = std::filesystem;

namespace {

const QString kProgram = TELEGRAD_CLI;

constexpr const char* kSmall = R"(name = "Small"
experiment = "quick-start"
set = ["dataset.key=synthetic-digits", "dataset.train_examples=600", "dataset.test_examples=200",
       "model.hidden=32", "run.max_iterations=200", "run.epochs=1000", "run.evaluate_every=50"]
cells = [["algorithm.key=sgd", "compressor.key=identity"]]

[[axis]]
parameter = "algorithm.threshold_factor"
values = [0.5, 2]

[[axis]]
parameter = "algorithm.delay_bound"
values = [3, 10]
)";

}  // namespace

class SweepCommandTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void everyCellIsARunFolder();
  void whatIsKilledGoesOn();
  void interruptedItKeepsEverything();
  void aBaseMayLieBesideTheSweep();
  void unusableArgumentsAreNamed_data();
  void unusableArgumentsAreNamed();

 private:
  fs::path path(const QString& name) const { return folder_.filePath(name).toStdString(); }
  QStringList arguments(const QString& out, int jobs) const {
    return {"sweep",
            folder_.filePath("small.toml"),
            "--out",
            folder_.filePath(out),
            "--jobs",
            QString::number(jobs),
            "--checkpoint-every",
            "10 ms"};
  }
  void verifySame(const QString& other) const;
  QTemporaryDir folder_;
};

void SweepCommandTest::initTestCase() {
  QVERIFY(telegrad::replaceFile(path("small.toml"), kSmall));
  const auto whole = run(kProgram, arguments("whole", 2));
  QVERIFY2(whole.status == 0, qPrintable(whole.err));
  QVERIFY2(whole.err.contains("[5/5]"), qPrintable(whole.err));
  QVERIFY2(whole.out.contains("Final accuracy against Payload bits"), qPrintable(whole.out));
}

void SweepCommandTest::everyCellIsARunFolder() {
  const auto sweep = telegrad::readSweepFolder(path("whole"));
  QVERIFY2(sweep, sweep ? "" : sweep.error().message.c_str());
  const auto plan = planOf(*sweep);
  QCOMPARE(plan->cells.size(), std::size_t{5});
  for (const auto& cell : plan->cells) {
    const auto stored = telegrad::readRunFolder(path("whole") / cell.folder);
    QVERIFY2(stored, stored ? "" : stored.error().message.c_str());
    QCOMPARE(stored->state, std::string("finished"));
    QCOMPARE(stored->records.size(), std::size_t{200});
  }
  const auto table = QString::fromStdString(*telegrad::readFile(path("whole") / "results.csv"));
  QCOMPARE(table.count('\n'), 6);
  QCOMPARE(table.count(",finished,"), 5);
}

void SweepCommandTest::verifySame(const QString& other) const {
  const auto table = [this](const QString& name) {
    const auto text = telegrad::readFile(path(name) / telegrad::kResultsFile);
    return QString::fromStdString(*text).split('\n');
  };
  const auto rows = table(other);
  const auto expected = table("whole");
  QCOMPARE(rows.size(), expected.size());
  for (int i = 0; i < rows.size(); ++i)
    QVERIFY2(rows[i] == expected[i], qPrintable(other + ":\n" + rows[i] + '\n' + expected[i]));
  const auto plan = planOf(*telegrad::readSweepFolder(path("whole")));
  QVERIFY(plan);
  for (const auto& cell : plan->cells)
    for (const char* name : {telegrad::kDigestsFile, "layers.csv"})
      QCOMPARE(*telegrad::readFile(path(other) / cell.folder / name),
               *telegrad::readFile(path("whole") / cell.folder / name));
}

void SweepCommandTest::whatIsKilledGoesOn() {
  bool fine = false;
  const int wanted = qEnvironmentVariableIntValue("TELEGRAD_KILLS", &fine);
  const int kills = fine ? wanted : 4;
  const int seed = qEnvironmentVariableIntValue("TELEGRAD_KILL_SEED", &fine);
  telegrad::Random random(static_cast<std::uint64_t>(fine ? seed : 1), telegrad::Purpose::Test);
  int killed = 0;
  for (int number = 0; killed < kills; ++number) {
    const auto name = "killed-" + QString::number(number);
    for (bool ended = false; !ended;) {
      QProcess process;
      process.start(kProgram, arguments(name, 1 + number % 3));
      QVERIFY(process.waitForStarted());
      ended = killed == kills ? process.waitForFinished(120000)
                              : process.waitForFinished(static_cast<int>(random.below(700)) + 20);
      if (!ended) {
        process.kill();
        process.waitForFinished();
        ++killed;
      } else {
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
      }
    }
    verifySame(name);
  }
}

void SweepCommandTest::interruptedItKeepsEverything() {
  QProcess process;
  process.start(kProgram, arguments("interrupted", 2));
  QVERIFY(process.waitForStarted());
  while (!process.readAllStandardError().contains("[1/5]"))
    QVERIFY(process.waitForReadyRead(120000));
  ::kill(static_cast<pid_t>(process.processId()), SIGINT);
  const auto outcome = telegrad::test::outcomeOf(process);
  // On a machine that stood still meanwhile, all may be done.
  QVERIFY2(outcome.status == 130 || outcome.out.contains("finished            5"),
           qPrintable(outcome.err));
  QVERIFY(outcome.out.contains("results in"));
  const auto again = run(kProgram, arguments("interrupted", 2));
  QVERIFY2(again.status == 0, qPrintable(again.err));
  verifySame("interrupted");
}

void SweepCommandTest::aBaseMayLieBesideTheSweep() {
  QVERIFY(fs::create_directories(path("beside")));
  QVERIFY(telegrad::replaceFile(path("beside/mine.toml"),
                                "[model]\nkey = \"quadratic\"\n[algorithm]\nkey = \"sgd\"\n"
                                "[run]\nmax_iterations = 20\n"));
  QVERIFY(
      telegrad::replaceFile(path("beside/sweep.toml"),
                            "experiment = \"mine.toml\"\n[[axis]]\n"
                            "parameter = \"algorithm.learning_rate\"\nvalues = [0.01, 0.02]\n"));
  const auto outcome = run(
      kProgram, {"sweep", folder_.filePath("beside/sweep.toml"), "--out", folder_.filePath("out")});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  QVERIFY2(outcome.out.contains("Suboptimality"), qPrintable(outcome.out));
  // The copy in the folder needs no other file.
  const auto again = run(
      kProgram, {"sweep", folder_.filePath("out/sweep.toml"), "--out", folder_.filePath("out")});
  QVERIFY2(again.status == 0, qPrintable(again.err));
  QVERIFY2(again.err.contains("2 of them done before"), qPrintable(again.err));
}

void SweepCommandTest::unusableArgumentsAreNamed_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QStringList>("more");
  QTest::addColumn<QStringList>("words");
  QTest::newRow("no such sweep") << QString() << QStringList{"--out", "x"}
                                 << QStringList{"neither a file nor a shipped sweep",
                                                "fraction-by-staleness"};
  QTest::newRow("no folder") << "seeds = [1, 2]\n" << QStringList{} << QStringList{"--out"};
  QTest::newRow("no such base") << "experiment = \"quick\"\nseeds = [1, 2]\n"
                                << QStringList{"--out", "x"}
                                << QStringList{"bad.toml:1", "quick-start"};
  QTest::newRow("jobs") << "seeds = [1, 2]\n"
                        << QStringList{"--out", "x", "--jobs", "-1"} << QStringList{"--jobs"};
  QTest::newRow("another folder") << "seeds = [1, 2]\n"
                                  << QStringList{"--out", "."}
                                  << QStringList{"not empty and holds no sweep"};
  QTest::newRow("no data") << "experiment = \"sasg-mnist\"\nseeds = [1, 2]\n"
                           << QStringList{"--out", "no-data", "--data", "nowhere"}
                           << QStringList{"nowhere"};
}

void SweepCommandTest::unusableArgumentsAreNamed() {
  QFETCH(QString, text);
  QFETCH(QStringList, more);
  QFETCH(QStringList, words);
  QProcess process;
  process.setWorkingDirectory(folder_.path());
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert("XDG_DATA_HOME", folder_.filePath("home"));
  environment.remove("TELEGRAD_DATA");
  process.setProcessEnvironment(environment);
  if (!text.isEmpty()) QVERIFY(telegrad::replaceFile(path("bad.toml"), text.toStdString()));
  process.start(kProgram, QStringList{"sweep", text.isEmpty() ? "none.toml" : "bad.toml"} + more);
  verifyWords(telegrad::test::outcomeOf(process), 2, words);
}

QTEST_GUILESS_MAIN(SweepCommandTest)
#include "cli_sweep_test.moc"
