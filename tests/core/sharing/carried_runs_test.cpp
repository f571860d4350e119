// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/carried_runs.h"

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/random.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "core/sharing/figure_file.h"
#include "tests/support/random_experiments.h"

using namespace telegrad;

namespace {

std::string journalOf(const std::vector<AppliedChange>& changes) {
  std::string text;
  for (const auto& change : changes) text += journalLine(change) + '\n';
  return text + journalLine(JournalEvent{9, "note", "says \"<hello>\" & ü"}) + '\n';
}

CarriedRun someRun(const std::string& name) {
  const AppliedChange change{7, {"algorithm", "learning_rate"}, 0.005, 0.25};
  return {name, formatExperiment(Experiment().withName(name)), journalOf({change})};
}

std::string figureOf(const std::vector<CarriedRun>& runs) {
  return *carryInSvg("<svg></svg>", formatCarriedRuns(runs));
}

}  // namespace

class CarriedRunsTest : public QObject {
  Q_OBJECT
 private slots:
  void anyRunsComeBackByteForByte();
  void aRunsOwnFilesAreCarried();
  void aRunWithoutAFolderIsWritten();
  void aFigureGivesWhatRepeatsItsRuns();
  void refuses_data();
  void refuses();
  void everyFlippedByteIsFoundOrMeansNothing();
  void filesThatAreNoFiguresAreRefused();
};

void CarriedRunsTest::anyRunsComeBackByteForByte() {
  Random random(6, Purpose::Test);
  for (int i = 0; i < 40; ++i) {
    std::vector<CarriedRun> runs;
    for (std::uint64_t left = 1 + random.below(3); left > 0; --left) {
      const auto experiment = test::randomExperiment(random);
      runs.push_back({experiment.name(), formatExperiment(experiment),
                      journalOf(test::randomChanges(experiment, random)), random.below(2) == 1});
    }
    const auto text = formatCarriedRuns(runs);
    QVERIFY(std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; }));
    const auto back = parseCarriedRuns(text, "a.svg");
    QVERIFY2(back, back ? "" : back.error().message.c_str());
    QVERIFY(*back == runs);
    const auto read = parseFigure(figureOf(runs), "a.svg");
    QVERIFY2(read, read ? "" : read.error().message.c_str());
    for (std::size_t k = 0; k < runs.size(); ++k) {
      QCOMPARE(formatExperiment((*read)[k].experiment), runs[k].experiment);
      QVERIFY((*read)[k].files == runs[k]);
    }
  }
}

void CarriedRunsTest::aRunsOwnFilesAreCarried() {
  const QTemporaryDir folder;
  const auto path = std::filesystem::path(folder.path().toStdString());
  const std::string experiment = "# mine\nname = \"A\"\n";
  const std::string journal = R"({"iteration": 2, "event": "note", "detail": "by hand"})";
  QVERIFY(replaceFile(path / kExperimentFile, experiment));
  QVERIFY(replaceFile(path / kJournalFile, journal));
  auto run = carriedRun("A", path, Experiment(), {});
  QCOMPARE(run.experiment, experiment);
  QCOMPARE(run.journal, journal);
  QVERIFY(!run.givenWeights);
  QVERIFY(replaceFile(path / "initial_weights.safetensors", "x"));
  run = carriedRun("A", path, Experiment(), {});
  QVERIFY(run.givenWeights);
  QVERIFY((*parseCarriedRuns(formatCarriedRuns(std::vector{run}), "a")).front() == run);
}

void CarriedRunsTest::aRunWithoutAFolderIsWritten() {
  const std::vector<AppliedChange> changes{{3, {"algorithm", "learning_rate"}, 0.005, 0.5}};
  const auto run = carriedRun("A", "/nowhere", Experiment().withSeed(8), changes);
  const auto read = parseFigure(figureOf({run}), "a.svg");
  QVERIFY(read);
  QVERIFY(read->front().experiment == Experiment().withSeed(8));
  QVERIFY(read->front().changes == changes);
}

void CarriedRunsTest::aFigureGivesWhatRepeatsItsRuns() {
  const QTemporaryDir folder;
  const auto file = std::filesystem::path(folder.filePath("a.svg").toStdString());
  QVERIFY(replaceFile(file, figureOf({someRun("one"), someRun("two")})));
  const auto runs = readFigure(file);
  QVERIFY2(runs, runs ? "" : runs.error().message.c_str());
  QCOMPARE(runs->size(), std::size_t{2});
  QCOMPARE((*runs)[1].files.name, std::string("two"));
  QCOMPARE((*runs)[1].experiment.name(), std::string("two"));
  QCOMPARE((*runs)[1].changes.size(), std::size_t{1});
  QCOMPARE((*runs)[1].changes.front().iteration, std::int64_t{7});
}

void CarriedRunsTest::refuses_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("word");
  const auto row = [](const char* name, const QByteArray& text, const QString& word) {
    QTest::newRow(name) << text << word;
  };
  const auto whole = QByteArray::fromStdString(formatCarriedRuns(std::vector{someRun("one")}));
  row("no JSON", "{", "damaged");
  row("another's JSON", R"({"runs": []})", "damaged");
  row("deep JSON", QByteArray(100000, '['), "damaged");
  row("no run", R"({"telegrad_figure":1,"runs":[]})", "no run");
  row("another version", R"({"telegrad_figure":2,"runs":[]})", "format 2; allowed: 1");
  row("a version of words", R"({"telegrad_figure":"x","runs":[]})", "format");
  row("runs that are none", R"({"telegrad_figure":1,"runs":[7]})", "run 1");
  row("a part missing", R"({"telegrad_figure":1,"runs":[{"name":"a"}]})", "missing");
  row("another experiment", QByteArray(whole).replace("seed = 1", "seed = 2"), "checksum");
  row("another journal", QByteArray(whole).replace("0.25", "0.75"), "checksum");
  const auto carried = [](const std::string& experiment, const std::string& journal) {
    return QByteArray::fromStdString(
        formatCarriedRuns(std::vector{CarriedRun{"bad", experiment, journal}}));
  };
  row("no TOML", carried("[", ""), "bad, experiment.toml:1");
  row("an experiment nobody knows", carried("[model]\nkey = \"gpt\"", ""), "gpt");
  row("huge numbers", carried("[cluster]\nworkers = 9223372036854775807", ""), "workers");
  row("a journal that is none", carried("", "{}\n"), "bad, journal.jsonl:1");
}

void CarriedRunsTest::refuses() {
  QFETCH(QByteArray, text);
  QFETCH(QString, word);
  const auto svg = carryInSvg("<svg></svg>", text.toStdString());
  const auto read = parseFigure(*svg, "figure.svg");
  QVERIFY(!read);
  const auto message = QString::fromStdString(read.error().message);
  QVERIFY2(message.startsWith("figure.svg") && message.contains(word), qPrintable(message));
}

/// What a figure says of itself is refused where it is damaged, or was not what it carries.
void CarriedRunsTest::everyFlippedByteIsFoundOrMeansNothing() {
  const auto run = someRun("one");
  const auto whole = formatCarriedRuns(std::vector{run});
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 2);
    const auto read = parseCarriedRuns(damaged, "a.svg");
    if (!read) continue;
    QCOMPARE(read->front().experiment, run.experiment);
    QCOMPARE(read->front().journal, run.journal);
  }
}

void CarriedRunsTest::filesThatAreNoFiguresAreRefused() {
  const QTemporaryDir folder;
  const auto path = std::filesystem::path(folder.path().toStdString());
  const auto word = [](const Result<std::vector<RepeatableRun>>& read) {
    return read ? QString() : QString::fromStdString(read.error().message);
  };
  QVERIFY(word(readFigure(path / "none.png")).contains("none.png"));
  QVERIFY(word(readFigure(path)).contains("no regular file"));
  QVERIFY(word(readFigure("/dev/zero")).contains("no regular file"));
  std::filesystem::create_symlink("loop.png", path / "loop.png");
  QVERIFY(!word(readFigure(path / "loop.png")).isEmpty());
  // A file of a terabyte that takes no room.
  QVERIFY(replaceFile(path / "huge.png", "x"));
  std::filesystem::resize_file(path / "huge.png", 1'000'000'000'000);
  QVERIFY(word(readFigure(path / "huge.png")).contains("at most"));
}

QTEST_APPLESS_MAIN(CarriedRunsTest)
#include "carried_runs_test.moc"
