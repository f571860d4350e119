// SPDX-License-Identifier: GPL-3.0-or-later
// What "Copy as command line" copies, read by a shell and then by the command line's own parser, is
// the experiment that was copied; and what leaves the program on the command line.
#include "core/sharing/command_line.h"

#include <CLI/CLI.hpp>

#include <QTemporaryDir>
#include <QtTest>

#include "app/cli_run.h"
#include "app/shipped_experiments.h"
#include "core/base/random.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "tests/support/command_line.h"
#include "tests/support/random_experiments.h"

using namespace telegrad;
using telegrad::test::verifyWords;

namespace {

std::vector<ShippedExperiment> shipped() {
  std::vector<ShippedExperiment> all;
  for (const auto& file : shippedExperiments())
    all.push_back({file.stem().string(), *readExperiment(file)});
  return all;
}

/// The words that a shell makes of a line.
std::vector<std::string> wordsOf(const std::string& line) {
  const auto out =
      test::run("/bin/sh", {"-c", "printf '%s\\001' " + QString::fromStdString(line)}).out;
  std::vector<std::string> words;
  for (const auto& word : out.split(QChar(1))) words.push_back(word.toStdString());
  words.pop_back();  // after the last separator
  return words;
}

/// What telegrad-cli's own parser makes of the words.
RunArguments parsed(const std::vector<std::string>& words) {
  CLI::App app;
  RunArguments arguments;
  addRunCommand(app, arguments);
  std::vector<std::string> reversed(words.rbegin(), words.rend() - 1);
  app.parse(reversed);
  return arguments;
}

}  // namespace

class CommandLineTest : public QObject {
  Q_OBJECT
 private slots:
  void theExperimentComesBack();
  void soDoesAnExperimentInAFile();
  void aRunLeavesAsReportAndEvents();
  void aFigureGivesItsRunsBack();
  void whatCannotBeUsedExitsWithTwo();

 private:
  QString path(const QString& name) const { return folder_.filePath(name); }
  static test::Outcome cli(const QStringList& arguments) {
    return test::run(TELEGRAD_CLI, arguments);
  }
  QTemporaryDir folder_;
};

void CommandLineTest::theExperimentComesBack() {
  const auto all = shipped();
  Random random(8, Purpose::Test);
  for (int i = 0; i < 40; ++i) {
    auto experiment = test::randomExperiment(random);
    // A word of a command line has no zero byte, and ours here no separator.
    if (experiment.name().find_first_of(std::string("\0\x01", 2)) != std::string::npos ||
        experiment.summary().find_first_of(std::string("\0\x01", 2)) != std::string::npos)
      continue;
    const auto line = runCommandLine(experiment, {}, false, all);
    QVERIFY(line);
    const auto arguments = parsed(wordsOf(*line));
    const auto read = experimentOf(arguments);
    QVERIFY2(read, read ? "" : (read.error().message + "\n" + *line).c_str());
    // What a window may not touch or show is the file's alone.
    QVERIFY2(read->withWindow(experiment.window()) == experiment, line->c_str());
    QVERIFY(arguments.controls.empty());
  }
}

void CommandLineTest::soDoesAnExperimentInAFile() {
  const std::filesystem::path folder = path("a 'run'").toStdString();
  std::filesystem::create_directories(folder);
  auto far = Experiment().withName("far");
  for (int worker = 1; worker <= 10; ++worker)
    for (const char* what : {".slowdown=2", ".link_share=0.5"})
      far = *far.withText("worker." + std::to_string(worker) + what);
  QVERIFY(replaceFile(folder / kExperimentFile, formatExperiment(far)));
  const auto line = runCommandLine(far, folder, true, shipped());
  const auto arguments = parsed(wordsOf(*line));
  QCOMPARE(arguments.file, (folder / kExperimentFile).string());
  QCOMPARE(arguments.controls, (folder / kJournalFile).string());
  QVERIFY(*experimentOf(arguments) == far);
}

void CommandLineTest::aRunLeavesAsReportAndEvents() {
  const auto done = cli({"run", "quick-start", "--set", "model.key=quadratic", "--set",
                         "run.max_iterations=20", "--out", path("run")});
  QVERIFY2(done.status == 0, qPrintable(done.err));
  verifyWords(cli({"report", path("run"), "-o", path("run.html")}), 0, {});
  QFile page(path("run.html"));
  QVERIFY(page.open(QIODevice::ReadOnly));
  const auto text = QString::fromUtf8(page.readAll());
  const auto digest =
      QRegularExpression("weights sha256 +([0-9a-f]{64})\n").match(done.out).captured(1);
  QCOMPARE(digest.size(), 64);
  QVERIFY(text.contains(digest));
  const auto events = cli({"export", "tensorboard", path("run"), "--out", path("logs/run")});
  verifyWords(events, 0, {});
  QVERIFY(QFile::exists(events.out.trimmed()));
  QCOMPARE(QDir(path("logs/run")).entryList(QDir::Files).size(), 1);
  verifyWords(cli({"report", path("run"), "-o", path("none/run.html")}), 1, {"none/run.html"});
  verifyWords(cli({"export", "tensorboard", path("run"), "--out", "/dev/null/x"}), 1,
              {"/dev/null/x"});
}

void CommandLineTest::aFigureGivesItsRunsBack() {
  // As a figure carries it; how it comes there, the window's tests have.
  const std::string carried =
      R"({"telegrad_figure":1,"runs":[{"name":"a","experiment":"","journal":"",)"
      R"("check":"6e340b9cffb37a98"}]})";
  std::string escaped;
  for (const char c : carried) escaped += c == '"' ? "&quot;" : std::string(1, c);
  QVERIFY(replaceFile(path("a.svg").toStdString(),
                      "<svg><telegrad:runs>" + escaped + "</telegrad:runs></svg>"));
  const auto out = cli({"extract", path("a.svg"), "--out", path("back")});
  verifyWords(out, 0, {});
  QCOMPARE(out.out.trimmed(), "telegrad-cli run " + path("back/experiment.toml"));
  QCOMPARE(*readFile(path("back/journal.jsonl").toStdString()), std::string());
}

void CommandLineTest::whatCannotBeUsedExitsWithTwo() {
  verifyWords(cli({"report", path("nothing"), "-o", path("a.html")}), 2, {"nothing"});
  verifyWords(cli({"export", "tensorboard", path("nothing"), "--out", path("x")}), 2, {"nothing"});
  verifyWords(cli({"export", "excel", path("run"), "--out", path("x")}), 2, {"excel"});
  QVERIFY(replaceFile(path("plain.svg").toStdString(), "<svg></svg>"));
  verifyWords(cli({"extract", path("plain.svg"), "--out", path("x")}), 2,
              {"plain.svg", "carries no experiment"});
  QVERIFY(!QFile::exists(path("x")));
}

QTEST_APPLESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
