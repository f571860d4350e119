// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_details.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "tests/support/run_folders.h"
#include "tests/support/small_runs.h"
#include "ui/models/difference_table.h"
#include "ui/models/target_table.h"

using namespace telegrad;
using namespace telegrad::ui;
using telegrad::test::with;

class RunDetailsTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void seedsAreOneGroup();
  void theTargetsTableHasMeansOverSeeds();
  void theDifferencesTableSaysWhatChangedOnTheWay();
  void aLaterQuestionIsTheOneAnswered();
  void whatCannotBeReadIsSaid();

 private:
  DetailedRun write(const char* name, const test::MadeUpRun& run);
  static void ask(RunDetails& details, std::vector<DetailedRun> runs, std::vector<Target> targets);

  std::unique_ptr<QTemporaryDir> folder_;
  int next_ = 1;
};

namespace {

QStringList rowOf(const QAbstractItemModel& model, int row) {
  QStringList cells;
  for (int column = 0; column < model.columnCount(); ++column)
    cells << model.index(row, column).data().toString();
  return cells;
}

Experiment seeded(std::uint64_t seed) {
  return Experiment().withName("a").withSeed(seed);
}

}  // namespace

DetailedRun RunDetailsTest::write(const char* name, const test::MadeUpRun& run) {
  const auto folder = std::filesystem::path(folder_->filePath(name).toStdString());
  test::writeRunFolder(folder, run);
  return {next_++, name, 0, folder, {run.experiment, {}}, {}};
}

void RunDetailsTest::ask(RunDetails& details, std::vector<DetailedRun> runs,
                         std::vector<Target> targets) {
  QSignalSpy changed(&details, &RunDetails::changed);
  details.ask(std::move(runs), std::move(targets));
  QVERIFY(changed.wait());
}

void RunDetailsTest::seedsAreOneGroup() {
  const AppliedChange change{3, {"algorithm", "learning_rate"}, 0.005, 0.01};
  const auto one = write("one", {.experiment = seeded(1)});
  const auto other = write("other", {.experiment = with(Experiment(), {"algorithm.key=lasg"})});
  const auto two = write("two", {.experiment = seeded(2)});
  const auto steered = write("steered", {.experiment = seeded(3), .changes = {change}});
  RunDetails details;
  ask(details, {one, other, two, steered}, {});
  const std::vector<std::vector<std::size_t>> expected{{0, 2}, {1}, {3}};
  QCOMPARE(details.groups(), expected);
  QCOMPARE(details.groupName(0), "one, 2 seeds");
  QCOMPARE(details.groupName(1), "other");
  QVERIFY(details.problems().isEmpty());
}

void RunDetailsTest::theTargetsTableHasMeansOverSeeds() {
  // The first reaches 22 % at iteration 25, the second, which is ahead by 5 %, at 20.
  const auto one = write("one", {.experiment = seeded(1)});
  const auto two = write(
      "two", {.experiment = seeded(2), .adjust = [](Record& row) { row.testAccuracy += 0.05; }});
  RunDetails details;
  TargetTable table(details);
  const QAbstractItemModelTester tester(&table);
  ask(details, {one, two}, {{0.22}, {0.52}, {0.9}});
  QCOMPARE(table.rowCount(), 3);
  // 25 and 20: mean 22.5, deviation sqrt(12.5) = 3.54; ten rounds, 1000 bits, 0.5 s each.
  QCOMPARE(rowOf(table, 0), (QStringList{"one, 2 seeds", "22 %", "2 of 2", "23 ± 4", "225 ± 35",
                                         "22.5 k ± 3.54 k", "11.3 ± 1.77", "0.0225 ± 0.00354"}));
  // The second alone gets above 52 %, at 50.
  QCOMPARE(rowOf(table, 1).mid(1, 4), (QStringList{"52 %", "1 of 2", "50", "500"}));
  QCOMPARE(rowOf(table, 2).mid(1, 3), (QStringList{"90 %", "0 of 2", "–"}));
}

void RunDetailsTest::theDifferencesTableSaysWhatChangedOnTheWay() {
  const AppliedChange change{30, {"compressor", "fraction"}, 0.01, 0.05};
  const auto one = write("one", {.experiment = seeded(1)});
  const auto two = write("two", {.experiment = seeded(1), .changes = {change}});
  RunDetails details;
  DifferenceTable table(details);
  const QAbstractItemModelTester tester(&table);
  ask(details, {one, two}, {});
  QCOMPARE(table.rowCount(), 1);
  QCOMPARE(rowOf(table, 0), (QStringList{"Kept fraction k", "1 %", "1 %; 5 % from 30"}));
  QCOMPARE(table.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), "two");
  ask(details, {one}, {});
  QCOMPARE(table.rowCount(), 0);
}

void RunDetailsTest::aLaterQuestionIsTheOneAnswered() {
  const auto one = write("one", {.experiment = seeded(1)});
  const auto two = write("two", {.experiment = seeded(2)});
  RunDetails details;
  QSignalSpy changed(&details, &RunDetails::changed);
  details.ask({one, two}, {{0.1}});
  details.ask({two}, {{0.2}});
  QTRY_COMPARE(details.runs().size(), std::size_t{1});
  QCOMPARE(changed.size(), 1);
  QCOMPARE(details.targets().front().accuracy, 0.2);
}

void RunDetailsTest::whatCannotBeReadIsSaid() {
  const auto one = write("one", {.experiment = seeded(1)});
  QFile journal(QString::fromStdString((one.folder / kJournalFile).string()));
  QVERIFY(journal.open(QIODevice::WriteOnly));
  journal.write("nonsense\n");
  journal.close();
  RunDetails details;
  ask(details, {one}, {{0.2}});
  QCOMPARE(details.problems().size(), 1);
  QVERIFY(details.problems().front().contains("journal.jsonl"));
  QVERIFY(details.runs().front().reached.front());  // the rest is sound
}

QTEST_MAIN(RunDetailsTest)
#include "run_details_test.moc"
