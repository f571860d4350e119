// SPDX-License-Identifier: GPL-3.0-or-later
// Branches in the table of runs, and runs that go on.
#include <QAbstractItemModelTester>
#include <QtTest>

#include "tests/ui/plots/synthetic_run.h"

using namespace telegrad;
using namespace telegrad::ui;

class RunsBranchesTest : public QObject {
  Q_OBJECT
 private slots:
  void aBranchTakesItsBeginning();
  void branchesStandUnderTheirParents();
  void aRunThatGoesOnIsTheSame();
  void theValuesOfAnIterationAreThoseInForce();
};

namespace {

int addRun(RunsModel& runs, const std::string& name, int iterations) {
  const int id = runs.add(Experiment().withName(name), "/runs/" + name);
  auto samples = syntheticSamples(iterations);
  for (const int at : {10, 20})
    samples[static_cast<std::size_t>(at) - 1].changes = {
        {at, {"algorithm", "learning_rate"}, 0.001 * at, 0.002 * at}};
  runs.append(id, std::move(samples));
  runs.setState(id, RunState::Finished);
  return id;
}

}  // namespace

void RunsBranchesTest::aBranchTakesItsBeginning() {
  RunsModel runs;
  const QAbstractItemModelTester tester(&runs);
  const int parent = addRun(runs, "a", 50);
  QCOMPARE(runs.branch(77, 15, {"/runs/a", 17}, "/runs/b"), 0);
  const int branch = runs.branch(parent, 15, {"/runs/a", 17}, "/runs/b");
  const Run* run = runs.byId(branch);
  QCOMPARE(run->series.size(), std::size_t{15});
  QCOMPARE(run->changes.size(), std::size_t{1});
  QCOMPARE(run->name, QStringLiteral("a from 17"));
  QCOMPARE(run->state, RunState::Preparing);
  QCOMPARE(runs.current(), run);
  QCOMPARE(runs.parentOf(*run)->id, parent);
  QCOMPARE(runs.parentOf(*runs.byId(parent)), nullptr);
  QVERIFY(run->colour != runs.byId(parent)->colour);
  QVERIFY(runs.index(1, 0).data(Qt::ToolTipRole).toString().contains("branch of a"));
  QCOMPARE(runs.index(1, 0).data(Qt::EditRole).toString(), run->name);
  runs.remove(parent);
  QCOMPARE(runs.parentOf(*run), nullptr);
  QCOMPARE(runs.index(0, 0).data().toString(), QStringLiteral("↳ ") + run->name);  // still a branch
}

void RunsBranchesTest::branchesStandUnderTheirParents() {
  RunsModel runs;
  const QAbstractItemModelTester tester(&runs);
  const int a = addRun(runs, "a", 30);
  addRun(runs, "z", 30);
  const int first = runs.branch(a, 10, {"/runs/a", 10}, "/runs/first");
  const int second = runs.branch(a, 20, {"/runs/a", 20}, "/runs/second");
  const int deeper = runs.branch(first, 10, {"/runs/first", 10}, "/runs/deeper");
  QList<int> ids;
  for (int row = 0; row < runs.count(); ++row) ids << runs.at(row).id;
  QCOMPARE(ids, (QList<int>{a, first, deeper, second, 2}));
  QCOMPARE(runs.index(1, 0).data().toString(), QStringLiteral("↳ a from 10"));
  const auto deep = runs.index(2, 0).data().toString();
  QVERIFY(deep.trimmed().startsWith(QStringLiteral("↳")) && deep.indexOf("↳") > 0);
}

void RunsBranchesTest::aRunThatGoesOnIsTheSame() {
  RunsModel runs;
  const QAbstractItemModelTester tester(&runs);
  const int id = addRun(runs, "a", 30);
  addRun(runs, "b", 30);
  runs.rename(id, QStringLiteral("mine"));
  runs.setColour(id, 6);
  runs.goOn(id, 15);
  const Run* run = runs.byId(id);
  QCOMPARE(run->name, QStringLiteral("mine"));
  QCOMPARE(run->colour, 6);
  QCOMPARE(run->series.size(), std::size_t{15});
  QCOMPARE(run->changes.size(), std::size_t{1});
  QCOMPARE(run->state, RunState::Preparing);
  QCOMPARE(runs.current(), run);
  runs.append(id, syntheticSamples(15, 16));
  QCOMPARE(run->series.size(), std::size_t{30});
  QCOMPARE(run->series.at(29).iteration, std::int64_t{30});
  runs.goOn(99, 5);  // is not there
}

void RunsBranchesTest::theValuesOfAnIterationAreThoseInForce() {
  RunsModel runs;
  const int id = addRun(runs, "a", 30);
  const auto rate = [&](std::int64_t iteration) {
    return std::get<double>(
        experimentAt(*runs.byId(id), iteration).value({"algorithm", "learning_rate"}));
  };
  const auto initial = std::get<double>(Experiment().value({"algorithm", "learning_rate"}));
  QCOMPARE(rate(9), initial);
  QCOMPARE(rate(10), 0.02);
  QCOMPARE(rate(30), 0.04);
}

QTEST_MAIN(RunsBranchesTest)
#include "runs_branches_test.moc"
