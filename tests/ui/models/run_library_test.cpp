// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_library.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QtTest>

#include "core/experiment/files.h"
#include "tests/support/own_home.h"
#include "tests/support/run_folders.h"
#include "tests/support/small_runs.h"
#include "ui/models/run_library_filter.h"

using namespace telegrad;
using telegrad::test::with;
using telegrad::test::writeRunFolder;
using telegrad::ui::RunLibrary;
using telegrad::ui::RunLibraryFilter;

class RunLibraryTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { test::useOwnHome(); }

 private slots:
  void init();
  void findsWhatLiesThere();
  void saysWhatEachRunIs();
  void whatIsGoneGoes();
  void addedFoldersAreRemembered();
  void whatCannotBeReadIsSaid();
  void searchesAllThatIsSaid_data();
  void searchesAllThatIsSaid();
  void filtersByTag();
  void sortsByAnyColumn();
  void notesAreWrittenAndReadBack();
  void aNameTakenBackIsTheExperiments();
  void notesThatCannotBeWrittenAreRefused();
  void shownRunsHaveColoursOfTheirOwn();
  void shownRunsAreShownAgain();

 private:
  std::filesystem::path path(const char* name = "") const {
    return folder_->filePath(name).toStdString();
  }
  void write(const char* name, std::initializer_list<std::string> assignments, int iterations = 50);
  static void look(RunLibrary& library);

  std::unique_ptr<QTemporaryDir> folder_;
};

namespace {

QStringList namesIn(const QAbstractItemModel& model) {
  QStringList names;
  for (int row = 0; row < model.rowCount(); ++row) names << model.index(row, 0).data().toString();
  return names;
}

int idOf(const RunLibrary& library, const QString& name) {
  for (int row = 0; row < library.count(); ++row)
    if (library.at(row).name == name) return library.at(row).id;
  return 0;
}

QString cell(const RunLibrary& library, int row, RunLibrary::Column column) {
  return library.index(row, column).data().toString();
}

}  // namespace

void RunLibraryTest::init() {
  QSettings().clear();
  folder_ = std::make_unique<QTemporaryDir>();
}

void RunLibraryTest::write(const char* name, std::initializer_list<std::string> assignments,
                           int iterations) {
  writeRunFolder(
      path(name),
      {.experiment =
           with(Experiment(), assignments).withName(std::filesystem::path(name).filename()),
       .iterations = iterations});
}

void RunLibraryTest::look(RunLibrary& library) {
  QSignalSpy refreshed(&library, &RunLibrary::refreshed);
  library.refresh();
  QVERIFY(refreshed.wait());
}

void RunLibraryTest::findsWhatLiesThere() {
  for (int i = 0; i < 40; ++i) write(qPrintable(QStringLiteral("run-%1").arg(i)), {}, 1);
  RunLibrary library(path());
  const QAbstractItemModelTester tester(&library);
  look(library);
  QCOMPARE(library.count(), 40);
  QVERIFY(!library.isReading());
  look(library);  // again: the same
  QCOMPARE(library.count(), 40);
}

void RunLibraryTest::saysWhatEachRunIs() {
  write("one", {"seed=7", "algorithm.key=lasg"});
  write("short", {}, 4);
  RunLibrary library(path());
  look(library);
  QCOMPARE(cell(library, 0, RunLibrary::Name), "one");
  QCOMPARE(cell(library, 0, RunLibrary::Method), "LASG");
  QCOMPARE(cell(library, 0, RunLibrary::Seed), "7");
  QCOMPARE(cell(library, 0, RunLibrary::State), "finished");
  QCOMPARE(cell(library, 0, RunLibrary::Iterations), "50");
  QCOMPARE(cell(library, 0, RunLibrary::Accuracy), "50.0 %");
  QCOMPARE(cell(library, 0, RunLibrary::Rounds), "250");  // 25 % is the first above 20 %
  QCOMPARE(cell(library, 0, RunLibrary::SimulatedSeconds), "12.5");
  QCOMPARE(cell(library, 1, RunLibrary::Accuracy), "–");
  QCOMPARE(cell(library, 1, RunLibrary::Rounds), "–");
}

void RunLibraryTest::whatIsGoneGoes() {
  write("a", {});
  write("b", {});
  RunLibrary library(path());
  const QAbstractItemModelTester tester(&library);
  look(library);
  const int kept = idOf(library, "b");
  library.setShown({idOf(library, "a"), kept}, true);
  std::filesystem::remove_all(path("a"));
  QSignalSpy shown(&library, &RunLibrary::shownChanged);
  look(library);
  QCOMPARE(namesIn(library), QStringList{"b"});
  QCOMPARE(library.shown(), std::vector{kept});
  QCOMPARE(shown.size(), 1);
}

void RunLibraryTest::addedFoldersAreRemembered() {
  write("own/a", {});
  write("elsewhere/b", {});
  {
    RunLibrary library(path("own"));
    QSignalSpy refreshed(&library, &RunLibrary::refreshed);
    library.addFolder(path("elsewhere/b"));
    library.addFolder(path("own/a"));  // is there anyhow
    QTRY_COMPARE(namesIn(library), (QStringList{"a", "b"}));
    QCOMPARE(library.folders(), QStringList{folder_->filePath("elsewhere/b")});
  }
  RunLibrary again(path("own"));
  look(again);
  QCOMPARE(namesIn(again), (QStringList{"a", "b"}));
  again.forgetFolder(folder_->filePath("elsewhere/b"));
  QTRY_COMPARE(namesIn(again), QStringList{"a"});
  QVERIFY(again.folders().isEmpty());
}

void RunLibraryTest::whatCannotBeReadIsSaid() {
  write("a", {});
  write("b", {});
  QVERIFY(replaceFile(path("b/experiment.toml"), "seed = -1"));
  RunLibrary library(path());
  look(library);
  QCOMPARE(namesIn(library), QStringList{"a"});
  QCOMPARE(library.problems().size(), 1);
  QVERIFY(library.problems().front().contains("b/experiment.toml"));
}

void RunLibraryTest::searchesAllThatIsSaid_data() {
  QTest::addColumn<QString>("words");
  QTest::addColumn<QStringList>("found");
  QTest::newRow("nothing") << "" << QStringList{"first", "second"};
  QTest::newRow("name") << "FIR" << QStringList{"first"};
  QTest::newRow("tag") << "wan" << QStringList{"second"};
  QTest::newRow("note") << "remember" << QStringList{"first"};
  QTest::newRow("method") << "lasg" << QStringList{"second"};
  QTest::newRow("all words") << "second lasg" << QStringList{"second"};
  QTest::newRow("not all of them") << "first lasg" << QStringList{};
}

void RunLibraryTest::searchesAllThatIsSaid() {
  QFETCH(QString, words);
  QFETCH(QStringList, found);
  write("first", {});
  write("second", {"algorithm.key=lasg"});
  QVERIFY(writeNotes(path("first"), {.note = "to remember"}));
  QVERIFY(writeNotes(path("second"), {.tags = {"WAN"}}));
  RunLibrary library(path());
  look(library);
  RunLibraryFilter filter(library);
  filter.setWords(words);
  QCOMPARE(namesIn(filter), found);
}

void RunLibraryTest::filtersByTag() {
  for (const char* name : {"a", "b", "c"}) write(name, {});
  QVERIFY(writeNotes(path("a"), {.tags = {"x", "y"}}));
  QVERIFY(writeNotes(path("b"), {.tags = {"x"}}));
  RunLibrary library(path());
  look(library);
  QCOMPARE(library.tags(), (QStringList{"x", "y"}));
  RunLibraryFilter filter(library);
  filter.setTag("x");
  QCOMPARE(namesIn(filter), (QStringList{"a", "b"}));
  filter.setTag("y");
  QCOMPARE(namesIn(filter), QStringList{"a"});
  filter.setTag({});
  QCOMPARE(filter.rowCount(), 3);
}

void RunLibraryTest::sortsByAnyColumn() {
  write("middle", {"seed=3"}, 30);
  write("never", {"seed=10"}, 10);
  write("late", {"seed=2"}, 90);
  RunLibrary library(path());
  look(library);
  RunLibraryFilter filter(library);
  filter.sort(RunLibrary::Seed);
  QCOMPARE(namesIn(filter), (QStringList{"late", "middle", "never"}));
  filter.sort(RunLibrary::Iterations, Qt::DescendingOrder);
  QCOMPARE(namesIn(filter), (QStringList{"late", "middle", "never"}));
  filter.sort(RunLibrary::Name, Qt::DescendingOrder);
  QCOMPARE(namesIn(filter), (QStringList{"never", "middle", "late"}));
  // What has no value is last, whichever way.
  for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
    filter.sort(RunLibrary::PayloadBits, order);
    QCOMPARE(namesIn(filter).back(), "never");
  }
}

void RunLibraryTest::notesAreWrittenAndReadBack() {
  write("a", {});
  {
    RunLibrary library(path());
    look(library);
    QVERIFY(library.setData(library.index(0, RunLibrary::Name), " better ", Qt::EditRole));
    QVERIFY(library.setData(library.index(0, RunLibrary::Tags), "x, y", Qt::EditRole));
    library.annotate({library.at(0).id}, [](RunNotes& notes) { notes.colour = 4; });
    QCOMPARE(cell(library, 0, RunLibrary::Name), "better");
    QCOMPARE(library.at(0).colour, 4);
  }
  const auto notes = readNotes(path("a"));
  QVERIFY(notes);
  QVERIFY((*notes == RunNotes{.name = "better", .tags = {"x", "y"}, .colour = 4}));
  RunLibrary again(path());
  look(again);
  QCOMPARE(cell(again, 0, RunLibrary::Name), "better");
  QCOMPARE(cell(again, 0, RunLibrary::Tags), "x, y");
}

void RunLibraryTest::aNameTakenBackIsTheExperiments() {
  write("a", {});
  {
    RunLibrary library(path());
    look(library);
    const auto name = library.index(0, RunLibrary::Name);
    QVERIFY(library.setData(name, "b", Qt::EditRole));
    QVERIFY(library.setData(name, "a", Qt::EditRole));
    QVERIFY(!library.setData(name, "  ", Qt::EditRole));
  }
  QVERIFY(!std::filesystem::exists(path("a") / kNotesFile));
}

void RunLibraryTest::notesThatCannotBeWrittenAreRefused() {
  write("a", {});
  RunLibrary library(path());
  look(library);
  std::filesystem::remove_all(path("a"));
  QSignalSpy refused(&library, &RunLibrary::refused);
  library.annotate({library.at(0).id}, [](RunNotes& notes) { notes.note = "lost"; });
  QVERIFY(refused.wait());
  QVERIFY(refused.front().front().toString().contains("notes.json"));
}

void RunLibraryTest::shownRunsHaveColoursOfTheirOwn() {
  for (const char* name : {"a", "b", "c"}) write(name, {});
  QVERIFY(writeNotes(path("c"), {.colour = 0}));
  RunLibrary library(path());
  look(library);
  const int a = idOf(library, "a");
  const int b = idOf(library, "b");
  const int c = idOf(library, "c");
  library.setShown({b, a}, true);
  QCOMPARE(library.shown(), (std::vector{b, a}));
  QCOMPARE(library.byId(b)->colour, 0);
  QCOMPARE(library.byId(a)->colour, 1);
  library.showOnly({c, a});
  QCOMPARE(library.shown(), (std::vector{a, c}));
  QCOMPARE(library.byId(c)->colour, 0);  // as it was noted
  QCOMPARE(library.byId(a)->colour, 1);
}

void RunLibraryTest::shownRunsAreShownAgain() {
  for (const char* name : {"a", "b"}) write(name, {});
  {
    RunLibrary library(path());
    look(library);
    library.setShown({idOf(library, "b")}, true);
  }
  RunLibrary again(path());
  look(again);
  QCOMPARE(again.shown(), std::vector{idOf(again, "b")});
}

QTEST_MAIN(RunLibraryTest)
#include "run_library_test.moc"
