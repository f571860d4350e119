// SPDX-License-Identifier: GPL-3.0-or-later
// Run folders that were damaged, are another version's, or were made to do harm: what is sound is
// opened, what is not is said, and nothing outside the folder is touched.
#include <fstream>

#include <QTemporaryDir>
#include <QtTest>
#include <sys/stat.h>

#include "core/experiment/continuation.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/summary_file.h"
#include "core/experiment/verification.h"

using namespace telegrad;

namespace {

namespace fs = std::filesystem;

constexpr int kRows = 12;

/// A finished run of 12 iterations with two changes and a note.
void writeRun(const fs::path& folder) {
  auto writer = RunFolderWriter::create(folder, Experiment().withName("whole"), false);
  QVERIFY(writer);
  for (int i = 1; i <= kRows; ++i) {
    Record record;
    record.iteration = i;
    record.rounds = 10 * i;
    record.trainLoss = 1.0 / i;
    QVERIFY((*writer)->append(record));
  }
  QVERIFY((*writer)->append(AppliedChange{3, {"algorithm", "learning_rate"}, 0.005, 0.25}));
  QVERIFY((*writer)->append(JournalEvent{5, "note", "here"}));
  QVERIFY((*writer)->append(AppliedChange{7, {"algorithm", "learning_rate"}, 0.25, 0.125}));
  QVERIFY((*writer)->write(ConfusionMatrix{{"cat", "dog"}, {3, 1, 0, 4}}));
  RunSummary summary;
  summary.state = "finished";
  summary.weightsSha256 = "abc";
  summary.versions = {{"telegrad", "9.9"}};
  QVERIFY((*writer)->finish(summary));
}

void put(const fs::path& file, const QByteArray& text) {
  QVERIFY(replaceFile(file, text.toStdString()));
}

QByteArray contents(const fs::path& file) {
  const auto text = readFile(file);
  return text ? QByteArray::fromStdString(*text) : QByteArray();
}

/// `before` in a file of the folder is `after`.
void edit(const fs::path& file, const QByteArray& before, const QByteArray& after) {
  auto text = contents(file);
  QVERIFY2(text.contains(before), before.constData());
  put(file, text.replace(before, after));
}

bool anyHas(const std::vector<std::string>& notes, const QString& word) {
  return std::ranges::any_of(
      notes, [&](const auto& note) { return QString::fromStdString(note).contains(word); });
}

}  // namespace

class DamagedFolderTest : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    writeRun(run());
  }
  void wholeOnesHaveNoNote();
  void whatIsSoundIsOpened_data();
  void whatIsSoundIsOpened();
  void whatIsNoRunAtAllIsNamed_data();
  void whatIsNoRunAtAllIsNamed();
  void anyCutIsOpenedOrNamed_data();
  void anyCutIsOpenedOrNamed();
  void whatNeverEndsIsNotRead_data();
  void whatNeverEndsIsNotRead();
  void anotherVersionsExperimentIsNotRunAgain();
  void nothingIsWrittenThroughALink();

 private:
  fs::path run() const { return folder_->filePath("run").toStdString(); }
  std::unique_ptr<QTemporaryDir> folder_;
};

void DamagedFolderTest::wholeOnesHaveNoNote() {
  const auto stored = readRunFolder(run());
  QVERIFY(stored && stored->notes.empty());
  QCOMPARE(stored->state, std::string("finished"));
  std::vector<std::string> notes;
  const auto summary = readSummary(run(), notes);
  QVERIFY(notes.empty());
  QCOMPARE(summary.weightsSha256, std::string("abc"));
  QCOMPARE(summary.versions.at("telegrad"), std::string("9.9"));
  QCOMPARE(stored->changes.size(), std::size_t{2});
  QCOMPARE(stored->events.size(), std::size_t{1});
}

void DamagedFolderTest::whatIsSoundIsOpened_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QByteArray>("before");
  QTest::addColumn<QByteArray>("after");
  QTest::addColumn<int>("rows");
  QTest::addColumn<int>("changes");
  QTest::addColumn<QString>("word");
  const auto row = [](const char* name, const char* file, const QByteArray& before,
                      const QByteArray& after, int rows, int changes, const char* word) {
    QTest::newRow(name) << file << before << after << rows << changes << word;
  };
  const char* rows = kIterationsFile;
  row("a cell that is no number", rows, "\n6,0,60,", "\n6,0,6x,", 5, 2, "iterations.csv:7");
  row("a number too large", rows, "\n6,0,60,", "\n6,0,99999999999999999999,", 5, 2,
      "iterations.csv:7");
  row("a real too large", rows, "\n6,0,60,", "\n6,1e999,60,", 5, 2, "iterations.csv:7");
  row("the largest number", rows, "\n12,0,120,", "\n12,0,9223372036854775807,", 12, 2, "");
  row("a negative iteration", rows, "\n6,0,60,", "\n-6,0,60,", 5, 2, "iterations.csv:7");
  row("rows out of order", rows, "\n6,0,60,", "\n3,0,60,", 5, 2, "iterations.csv:7");
  row("bytes of any kind", rows, "\n6,0,60,", QByteArray("\n\0\xFF\x80,0,", 7), 5, 2,
      "iterations.csv:7");
  row("a newer version's column", rows, ",train_loss,", ",quantum_loss,", 12, 2, "quantum_loss");
  const char* journal = kJournalFile;
  row("a value changed by hand", journal, "\"to\":0.25", "\"to\":0.75", 12, 1, "journal.jsonl:1");
  row("an event changed by hand", journal, "here", "there", 12, 2, "checksum");
  row("a line that is none", journal, "{\"iteration\":5", "garbage", 12, 2, "journal.jsonl:2");
  row("deep JSON", journal, "{\"iteration\":5", QByteArray(10000, '['), 12, 2, "journal.jsonl:2");
  const char* experiment = kExperimentFile;
  row("a newer version's table", experiment, "[run]", "[quantum]\nspin = 1\n[run]", 12, 2,
      "quantum");
  row("a newer version's parameter", experiment, "[run]", "[run]\nqubits = 3", 12, 2, "qubits");
  row("a newer version's choice", experiment, "key = \"top-k\"", "key = \"top-q\"", 12, 2, "top-q");
  row("a value out of range", experiment, "workers = 10", "workers = 9223372036854775807", 12, 2,
      "workers");
  row("a seed that is none", experiment, "seed = 1\n", "seed = -1\n", 12, 2, "seed");
  row("a worker that there is not", experiment, "[run]", "[worker.99]\nslowdown = 4\n[run]", 12, 2,
      "worker.99");
  row("workers that are no tables", experiment, "[run]", "[worker]\n1 = 4\n[run]", 12, 2, "worker");
  row("a summary of other types", kSummaryFile, "\"finished\"", "[7]", 12, 2, "of another type");
  row("versions of other types", kSummaryFile, "\"9.9\"", "{}", 12, 2, "");
  row("a matrix of words", kConfusionFile, "3", "three", 12, 2, "confusion.csv");
}

void DamagedFolderTest::whatIsSoundIsOpened() {
  QFETCH(QString, file);
  QFETCH(QByteArray, before);
  QFETCH(QByteArray, after);
  QFETCH(int, rows);
  QFETCH(int, changes);
  QFETCH(QString, word);
  edit(run() / file.toStdString(), before, after);
  const auto stored = readRunFolder(run());
  QVERIFY2(stored, stored ? "" : stored.error().message.c_str());
  QCOMPARE(static_cast<int>(stored->records.size()), rows);
  QCOMPARE(static_cast<int>(stored->changes.size()), changes);
  if (word.isEmpty())
    QVERIFY(stored->notes.empty());
  else
    QVERIFY2(anyHas(stored->notes, word),
             stored->notes.empty() ? "no note" : stored->notes.front().c_str());
  for (int i = 0; i < rows; ++i)
    QCOMPARE(stored->records[static_cast<std::size_t>(i)].iteration, std::int64_t{i} + 1);
}

void DamagedFolderTest::whatIsNoRunAtAllIsNamed_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("no TOML") << kExperimentFile << QByteArray("name = \"");
  QTest::newRow("deep TOML") << kExperimentFile << "a = " + QByteArray(100000, '[');
  QTest::newRow("no header") << kIterationsFile << QByteArray("1,2,3\n");
  QTest::newRow("a column twice") << kIterationsFile << QByteArray("iteration,iteration\n");
}

void DamagedFolderTest::whatIsNoRunAtAllIsNamed() {
  QFETCH(QString, file);
  QFETCH(QByteArray, text);
  put(run() / file.toStdString(), text);
  const auto stored = readRunFolder(run());
  QVERIFY(!stored);
  QVERIFY2(QString::fromStdString(stored.error().message).contains(file),
           stored.error().message.c_str());
}

void DamagedFolderTest::anyCutIsOpenedOrNamed_data() {
  QTest::addColumn<QString>("file");
  for (const char* file :
       {kExperimentFile, kIterationsFile, kJournalFile, kConfusionFile, kSummaryFile, kDigestsFile})
    QTest::newRow(file) << file;
}

/// Wherever a file ends: rows and changes that are there are those of the whole one.
void DamagedFolderTest::anyCutIsOpenedOrNamed() {
  QFETCH(QString, file);
  const auto path = run() / file.toStdString();
  const auto whole = readRunFolder(run());
  const auto text = contents(path);
  const auto step = std::max<qsizetype>(1, text.size() / 97);
  for (qsizetype size = 0; size < text.size(); size += step) {
    put(path, text.first(size));
    const auto stored = readRunFolder(run());
    if (!stored) {
      QVERIFY(QString::fromStdString(stored.error().message).contains(file));
      continue;
    }
    for (std::size_t i = 0; i < stored->records.size(); ++i)
      QCOMPARE(stored->records[i].rounds, whole->records[i].rounds);
    for (std::size_t i = 0; i < stored->changes.size(); ++i)
      QVERIFY(stored->changes[i] == whole->changes[i]);
    QVERIFY(stored->state == "finished" || stored->state == "interrupted");
  }
}

void DamagedFolderTest::whatNeverEndsIsNotRead_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("kind");
  for (const char* file :
       {kExperimentFile, kIterationsFile, kJournalFile, kConfusionFile, kSummaryFile})
    for (const char* kind : {"a link to a device", "a pipe", "a link to itself", "a folder"})
      QTest::addRow("%s, %s", file, kind) << file << kind;
}

void DamagedFolderTest::whatNeverEndsIsNotRead() {
  QFETCH(QString, file);
  QFETCH(QString, kind);
  const auto path = run() / file.toStdString();
  fs::remove(path);
  if (kind == "a link to a device") fs::create_symlink("/dev/zero", path);
  if (kind == "a pipe") QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
  if (kind == "a link to itself") fs::create_symlink(path.filename(), path);
  if (kind == "a folder") fs::create_directory(path);
  const auto stored = readRunFolder(run());
  const bool isNeeded = file == kExperimentFile || file == kIterationsFile;
  QCOMPARE(stored.has_value(), !isNeeded);
  if (isNeeded)
    QVERIFY(QString::fromStdString(stored.error().message).contains(file));
  else
    QVERIFY(anyHas(stored->notes, file));
}

void DamagedFolderTest::anotherVersionsExperimentIsNotRunAgain() {
  edit(run() / kExperimentFile, "[run]", "[run]\nqubits = 3");
  for (const auto& message :
       {verifyRun(run(), {}).error().message, prepareResume(run()).error().message,
        prepareFork(run(), 3).error().message})
    QVERIFY2(QString::fromStdString(message).contains("qubits"), message.c_str());
}

void DamagedFolderTest::nothingIsWrittenThroughALink() {
  const fs::path victim = folder_->filePath("victim").toStdString();
  fs::create_directory(victim);
  put(victim / "rows", contents(run() / kIterationsFile));
  put(victim / "1.ckpt", "precious");
  const auto rows = contents(victim / "rows");
  fs::remove(run() / kIterationsFile);
  fs::create_symlink(victim / "rows", run() / kIterationsFile);
  fs::remove_all(run() / kCheckpointsFolder);
  fs::create_directory_symlink(victim, run() / kCheckpointsFolder);

  // Going on would cut off what follows the beginning.
  const auto sizes =
      RunFolderSizes{.iterations = static_cast<std::uint64_t>(rows.indexOf('\n') + 1)};
  const auto on = RunFolderWriter::goOn(run(), Experiment(), false, {run(), sizes}, {});
  QVERIFY(!on);
  QVERIFY(on.error().message.find(kIterationsFile) != std::string::npos);
  QCOMPARE(contents(victim / "rows"), rows);

  // Nor does a run that takes this one's place.
  const auto over = RunFolderWriter::create(run(), Experiment(), true);
  QVERIFY2(over, over ? "" : over.error().message.c_str());
  QCOMPARE(contents(victim / "rows"), rows);
  QCOMPARE(contents(victim / "1.ckpt"), QByteArray("precious"));
  QVERIFY(!fs::is_symlink(run() / kIterationsFile));

  // A link where a file is prepared, before it takes its place.
  fs::create_symlink(victim / "rows", run() / "summary.json.part");
  QVERIFY(!replaceFile(run() / kSummaryFile, "{}"));
  QCOMPARE(contents(victim / "rows"), rows);
}

QTEST_APPLESS_MAIN(DamagedFolderTest)
#include "damaged_folder_test.moc"
