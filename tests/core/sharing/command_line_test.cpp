// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/command_line.h"

#include <QtTest>

#include "core/base/random.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "tests/support/command_line.h"
#include "tests/support/random_experiments.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::with;

namespace {

std::vector<ShippedExperiment> shipped() {
  std::vector<ShippedExperiment> all;
  for (const auto& file : std::filesystem::directory_iterator(TELEGRAD_EXPERIMENTS))
    if (file.path().extension() == ".toml")
      all.push_back({file.path().stem().string(), *readExperiment(file.path())});
  return all;
}

/// As --set would have it done.
Result<Experiment> apply(Experiment experiment, const std::vector<std::string>& assignments) {
  for (const auto& assignment : assignments) {
    auto changed = experiment.withText(assignment);
    if (!changed) return changed;
    experiment = *std::move(changed);
  }
  return experiment;
}

}  // namespace

class CommandLineTest : public QObject {
  Q_OBJECT
 private slots:
  void aShellReadsTheWordBack_data();
  void aShellReadsTheWordBack();
  void assignmentsLeadFromOneShippedToAnother();
  void assignmentsLeadToAnyExperiment();
  void aShippedExperimentIsItsName();
  void whatDiffersIsSet();
  void whatHappenedAndWhatItBeganWithAreFiles();
  void whatIsNearNoneIsItsFile();
};

void CommandLineTest::aShellReadsTheWordBack_data() {
  QTest::addColumn<QString>("word");
  QTest::addColumn<bool>("bare");
  QTest::newRow("plain") << "algorithm.key=top-k" << true;
  QTest::newRow("a path") << "/a/b_c.toml" << true;
  QTest::newRow("empty") << "" << false;
  QTest::newRow("a space") << "latency=20 ms" << false;
  QTest::newRow("everything") << "it's $HOME `x` \"y\" \\ * ? [a] ; & | < > ( ) # ~ !\n\t{a,b}"
                              << false;
  QTest::newRow("home") << "~" << false;
  QTest::newRow("not ASCII") << QString::fromUtf8("µ € '") << false;
}

void CommandLineTest::aShellReadsTheWordBack() {
  QFETCH(QString, word);
  QFETCH(bool, bare);
  const auto quoted = QString::fromStdString(shellWord(word.toStdString()));
  QCOMPARE(quoted == word, bare);
  const auto read = test::run("/bin/sh", {"-c", "printf '[%s]' " + quoted});
  QCOMPARE(read.out, "[" + word + "]");
}

void CommandLineTest::assignmentsLeadFromOneShippedToAnother() {
  const auto all = shipped();
  QVERIFY(all.size() > 20);
  for (std::size_t i = 0; i < all.size(); i += 6)
    for (const auto& to : all) {
      const auto& from = all[i];
      const auto assignments = assignmentsBetween(from.experiment, to.experiment);
      QVERIFY2(assignments, (from.name + " to " + to.name).c_str());
      const auto made = apply(from.experiment, *assignments);
      QVERIFY2(made && *made == to.experiment, (from.name + " to " + to.name).c_str());
      QCOMPARE(assignments->empty(), from.experiment == to.experiment);
    }
}

void CommandLineTest::assignmentsLeadToAnyExperiment() {
  Random random(7, Purpose::Test);
  const auto base =
      *readExperiment(std::filesystem::path(TELEGRAD_EXPERIMENTS) / "quick-start.toml");
  for (int i = 0; i < 60; ++i) {
    const auto to = test::randomExperiment(random);
    const auto assignments = assignmentsBetween(base, to);
    QVERIFY2(assignments, formatExperiment(to).c_str());
    const auto made = apply(base, *assignments);
    QVERIFY2(made && made->withWindow(to.window()) == to, formatExperiment(to).c_str());
  }
}

void CommandLineTest::aShippedExperimentIsItsName() {
  for (const auto& one : shipped())
    QCOMPARE(*runCommandLine(one.experiment, {}, false, shipped()), "telegrad-cli run " + one.name);
}

void CommandLineTest::whatDiffersIsSet() {
  const auto all = shipped();
  const auto quickStart = *std::ranges::find(all, "quick-start", &ShippedExperiment::name);
  const auto line = [&](std::initializer_list<std::string> assignments) {
    return *runCommandLine(with(quickStart.experiment, assignments), {}, false, all);
  };
  QCOMPARE(line({"seed=7"}), std::string("telegrad-cli run quick-start --set seed=7"));
  QCOMPARE(line({"network.latency=20 ms", "name=it's"}),
           std::string("telegrad-cli run quick-start --set 'name=it'\\''s' "
                       "--set 'network.latency=20 ms'"));
  // The key alone: its usual compressor comes along.
  QCOMPARE(line({"algorithm.key=lasg"}),
           std::string("telegrad-cli run quick-start --set algorithm.key=lasg"));
  QCOMPARE(line({"worker.3.slowdown=4", "worker.7.present=false"}),
           std::string("telegrad-cli run quick-start --set worker.3.slowdown=4 "
                       "--set worker.7.present=false"));
}

void CommandLineTest::whatHappenedAndWhatItBeganWithAreFiles() {
  const QTemporaryDir folder;
  const auto path = std::filesystem::path(folder.filePath("a run").toStdString());
  std::filesystem::create_directories(path);
  const auto all = shipped();
  const auto& one = all.front();
  const auto journal = "'" + (path / kJournalFile).string() + "'";
  QCOMPARE(*runCommandLine(one.experiment, path, true, all),
           "telegrad-cli run " + one.name + " --controls " + journal);
  QVERIFY(replaceFile(path / "initial_weights.safetensors", ""));
  QCOMPARE(*runCommandLine(one.experiment, path, false, all),
           "telegrad-cli run " + one.name + " --weights '" +
               (path / "initial_weights.safetensors").string() + "'");
}

void CommandLineTest::whatIsNearNoneIsItsFile() {
  const QTemporaryDir folder;
  const auto path = std::filesystem::path(folder.path().toStdString());
  auto far = Experiment().withName("far");
  for (std::size_t worker = 1; worker <= far.workers(); ++worker)
    far = with(far, {"worker." + std::to_string(worker) + ".slowdown=2",
                     "worker." + std::to_string(worker) + ".link_share=0.5"});
  const auto all = shipped();
  const auto spelt = runCommandLine(far, {}, false, all);
  QVERIFY(spelt && spelt->find("--set worker.10.slowdown=2") != std::string::npos);
  QVERIFY(replaceFile(path / kExperimentFile, formatExperiment(far)));
  QCOMPARE(*runCommandLine(far, path, false, all),
           "telegrad-cli run " + (path / kExperimentFile).string());
  QVERIFY(!runCommandLine(far, {}, false, {}));
}

QTEST_APPLESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
