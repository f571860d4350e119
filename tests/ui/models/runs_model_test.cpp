// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runs_model.h"

#include <set>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace telegrad;
using telegrad::ui::RunsModel;

namespace {

Sample sample(std::int64_t iteration, double accuracy = Record::kNone) {
  Sample result;
  result.record.iteration = iteration;
  result.record.rounds = 10 * iteration;
  result.record.payloadBits = 1'000'000'000 * iteration;
  result.record.simulatedSeconds = 0.5 * static_cast<double>(iteration);
  result.record.testAccuracy = accuracy;
  return result;
}

int finishedRun(RunsModel& runs, const std::string& name) {
  const int id = runs.add(Experiment().withName(name), {});
  runs.setState(id, RunState::Finished);
  return id;
}

}  // namespace

class RunsModelTest : public QObject {
  Q_OBJECT
 private slots:
  void aTargetIsReachedStrictlyAboveIt();
  void theTableSaysWhatItTook();
  void theTargetMayBeOfFive();
  void removedRunsComeBackWhereTheyWere();
  void renamesByEditing();
  void theRunThatTrainsIsCurrent();
  void oneReadBackMeanwhileDoesNotTakeItsPlace();
  void coloursDifferWhileThereAreAny();
  void recentHoldsTheLastSamplesInOrder();
  void unknownIdsAreIgnored();
};

void RunsModelTest::aTargetIsReachedStrictlyAboveIt() {
  RunsModel runs;
  const int id = finishedRun(runs, "a");
  runs.setTarget(0.9);
  runs.append(id, {sample(1, 0.5), sample(2), sample(3, 0.9)});
  QVERIFY(!runs.reached(0));
  runs.append(id, {sample(4, 0.91), sample(5, 0.95)});
  QCOMPARE(runs.reached(0)->iteration, std::int64_t{4});
  runs.setTarget(0.4);
  QCOMPARE(runs.reached(0)->iteration, std::int64_t{1});
  runs.setTarget(0.95);
  QVERIFY(!runs.reached(0));
}

void RunsModelTest::theTableSaysWhatItTook() {
  RunsModel runs;
  QAbstractItemModelTester tester(&runs);
  const int id = finishedRun(runs, "SASG");
  runs.setTarget(0.98);
  QCOMPARE(runs.index(0, RunsModel::Rounds).data().toString(), QString("–"));
  runs.append(id, {sample(1, 0.1), sample(2556, 0.981)});
  QCOMPARE(runs.index(0, RunsModel::Name).data().toString(), QString("SASG"));
  QCOMPARE(runs.index(0, RunsModel::Rounds).data().toString(), QString("25,560"));
  QCOMPARE(runs.index(0, RunsModel::PayloadBits).data().toString(), QString("2.6\u202FT"));
  QCOMPARE(runs.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QString("to 98 %"));
}

void RunsModelTest::theTargetMayBeOfFive() {
  RunsModel runs;
  QAbstractItemModelTester tester(&runs);
  const int id = finishedRun(runs, "SGD");
  auto early = sample(3, 0.7);
  early.record.testTop5Accuracy = 0.93;
  auto late = sample(9, 0.95);
  late.record.testTop5Accuracy = 0.99;
  runs.append(id, {early, late});
  runs.setTarget(0.92);
  QCOMPARE(runs.reached(0)->iteration, std::int64_t{9});
  QSignalSpy changed(&runs, &RunsModel::targetMetricChanged);
  runs.setTarget({0.92, AccuracyMetric::Top5});
  QCOMPARE(changed.count(), 1);
  QCOMPARE(runs.reached(0)->iteration, std::int64_t{3});
  QCOMPARE(runs.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
           QString("to top-5 92 %"));
  runs.setTarget(0.95);  // the metric stays
  QCOMPARE(runs.reached(0)->iteration, std::int64_t{9});
  QCOMPARE(changed.count(), 1);
  auto now = sample(12, 0.1);
  now.record.testTop5Accuracy = 0.5;
  runs.setTarget(0.995);
  runs.append(id, {now});
  QVERIFY(!runs.reached(0));
  now.record.iteration = 13;
  now.record.testTop5Accuracy = 0.999;
  runs.append(id, {now});
  QCOMPARE(runs.reached(0)->iteration, std::int64_t{13});
}

void RunsModelTest::removedRunsComeBackWhereTheyWere() {
  RunsModel runs;
  QAbstractItemModelTester tester(&runs);
  finishedRun(runs, "a");
  const int b = finishedRun(runs, "b");
  finishedRun(runs, "c");
  runs.append(b, {sample(1, 0.99)});
  QSignalSpy removed(&runs, &RunsModel::runRemoved);
  QSignalSpy added(&runs, &RunsModel::runAdded);
  runs.remove(b);
  QCOMPARE(runs.count(), 2);
  QVERIFY(runs.byId(b) == nullptr);
  runs.restore(b);
  QCOMPARE(runs.at(1).id, b);
  QCOMPARE(runs.at(1).series.size(), std::size_t{1});
  QVERIFY(runs.reached(1).has_value());
  QCOMPARE(removed.count(), 1);
  QCOMPARE(added.count(), 1);
}

void RunsModelTest::renamesByEditing() {
  RunsModel runs;
  const int id = finishedRun(runs, "old");
  QSignalSpy changed(&runs, &RunsModel::appearanceChanged);
  QVERIFY(runs.setData(runs.index(0, RunsModel::Name), "new", Qt::EditRole));
  QCOMPARE(runs.byId(id)->name, QString("new"));
  QCOMPARE(changed.count(), 1);
  QVERIFY(!runs.setData(runs.index(0, RunsModel::Name), "  ", Qt::EditRole));
  QVERIFY(!runs.setData(runs.index(0, RunsModel::Rounds), "7", Qt::EditRole));
  QCOMPARE(runs.byId(id)->name, QString("new"));
}

void RunsModelTest::theRunThatTrainsIsCurrent() {
  RunsModel runs;
  QVERIFY(runs.current() == nullptr);
  const int a = finishedRun(runs, "a");
  const int b = runs.add(Experiment().withName("b"), {});
  QCOMPARE(runs.current()->id, b);
  runs.setCurrent(a);
  QCOMPARE(runs.current()->id, b);
  QSignalSpy changed(&runs, &RunsModel::currentChanged);
  runs.setState(b, RunState::Stopped);
  QCOMPARE(runs.current()->id, a);
  QCOMPARE(changed.count(), 1);
  runs.remove(a);
  QCOMPARE(runs.current()->id, b);
}

void RunsModelTest::oneReadBackMeanwhileDoesNotTakeItsPlace() {
  RunsModel runs;
  const int trains = runs.add(Experiment().withName("a"), {});
  telegrad::StoredRun stored;
  stored.experiment = Experiment().withName("a");
  stored.state = "finished";
  runs.add(stored);
  QCOMPARE(runs.at(1).name, QStringLiteral("a 2"));
  QCOMPARE(runs.current()->id, trains);
  runs.setState(trains, RunState::Finished);
  QCOMPARE(runs.current()->id, trains);
}

void RunsModelTest::coloursDifferWhileThereAreAny() {
  RunsModel runs;
  std::set<int> colours;
  for (int i = 0; i < 4; ++i) colours.insert(runs.byId(finishedRun(runs, "x"))->colour);
  QCOMPARE(colours, (std::set<int>{0, 1, 2, 3}));
  runs.remove(runs.at(1).id);
  QCOMPARE(runs.byId(finishedRun(runs, "y"))->colour, 1);
}

void RunsModelTest::recentHoldsTheLastSamplesInOrder() {
  RunsModel runs;
  const int id = finishedRun(runs, "a");
  std::int64_t next = 1;
  for (const int size : {100, 200, 300, 1}) {
    std::vector<Sample> batch;
    for (int i = 0; i < size; ++i) batch.push_back(sample(next++));
    runs.append(id, std::move(batch));
  }
  const auto& recent = runs.byId(id)->recent;
  QCOMPARE(recent.size(), ui::Run::kRecent);
  QCOMPARE(recent.back().record.iteration, std::int64_t{601});
  for (std::size_t i = 1; i < recent.size(); ++i)
    QCOMPARE(recent[i].record.iteration, recent[i - 1].record.iteration + 1);
}

void RunsModelTest::unknownIdsAreIgnored() {
  RunsModel runs;
  QSignalSpy changed(&runs, &QAbstractItemModel::dataChanged);
  runs.append(7, {sample(1)});
  runs.setVisible(7, false);
  runs.remove(7);
  runs.restore(7);
  runs.setCurrent(7);
  QCOMPARE(runs.count(), 0);
  QCOMPARE(changed.count(), 0);
}

QTEST_MAIN(RunsModelTest)
#include "runs_model_test.moc"
