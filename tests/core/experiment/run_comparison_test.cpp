// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_comparison.h"

#include <QtTest>

#include "tests/support/small_runs.h"

using telegrad::AppliedChange;
using telegrad::denseBaseline;
using telegrad::differences;
using telegrad::Experiment;
using telegrad::groupsOverSeeds;
using telegrad::RunSettings;
using telegrad::test::with;

class RunComparisonTest : public QObject {
  Q_OBJECT
 private slots:
  void seedsMakeGroups();
  void aChangeOnTheWayMakesAnotherGroup();
  void whatMeansNothingMakesNoGroup();
  void differencesAreThoseAlone();
  void anotherEntryHasOtherParameters();
  void slotsWithoutParametersAreCompared();
  void changesFollowWithTheirIteration();
  void workersAreCompared();
  void fewerThanTwoDoNotDiffer();
  void theBaselineIsDenseSgd();
  void theBaselineKeepsWhatBothHave();
  void theBaselineHasNone();
};

namespace {

RunSettings run(std::initializer_list<std::string> assignments,
                std::vector<AppliedChange> changes = {}) {
  return {with(Experiment(), assignments), std::move(changes)};
}

const AppliedChange kSlower{1200, {"algorithm", "learning_rate"}, 0.005, 0.001};

using Values = std::vector<std::string>;

}  // namespace

void RunComparisonTest::seedsMakeGroups() {
  const std::vector runs{run({"seed=1", "name=a"}), run({"algorithm.key=lasg"}),
                         run({"seed=2", "name=b", "summary=c"}),
                         run({"algorithm.key=lasg", "seed=7"})};
  const std::vector<std::vector<std::size_t>> expected{{0, 2}, {1, 3}};
  QCOMPARE(groupsOverSeeds(runs), expected);
  QVERIFY(groupsOverSeeds({}).empty());
}

void RunComparisonTest::aChangeOnTheWayMakesAnotherGroup() {
  auto later = kSlower;
  later.iteration = 1300;
  const std::vector runs{run({}), run({"seed=2"}, {kSlower}), run({"seed=3"}, {kSlower}),
                         run({"seed=4"}, {later})};
  const std::vector<std::vector<std::size_t>> expected{{0}, {1, 2}, {3}};
  QCOMPARE(groupsOverSeeds(runs), expected);
}

void RunComparisonTest::whatMeansNothingMakesNoGroup() {
  // A convex problem brings its own data.
  const std::vector runs{run({"model.key=quadratic", "dataset.key=mnist"}),
                         run({"model.key=quadratic", "dataset.key=cifar-10", "seed=2"})};
  QCOMPARE(groupsOverSeeds(runs).size(), std::size_t{1});
}

void RunComparisonTest::differencesAreThoseAlone() {
  const std::vector runs{run({"compressor.fraction=0.01", "seed=3"}),
                         run({"compressor.fraction=0.05"})};
  const auto found = differences(runs);
  QCOMPARE(found.size(), std::size_t{2});
  QCOMPARE(found[0].label, std::string("Seed"));
  QCOMPARE(found[0].values, (Values{"3", "1"}));
  QCOMPARE(found[1].name.text(), std::string("compressor.fraction"));
  QCOMPARE(found[1].label, std::string("Kept fraction k"));
  QCOMPARE(found[1].values, (Values{"1 %", "5 %"}));
}

void RunComparisonTest::anotherEntryHasOtherParameters() {
  const auto found = differences(std::vector{run({}), run({"algorithm.key=sgd"})});
  const auto valuesOf = [&](const std::string& name) {
    const auto row =
        std::ranges::find_if(found, [&](const auto& each) { return each.name.text() == name; });
    return row == found.end() ? Values{} : row->values;
  };
  QCOMPARE(valuesOf("algorithm.key"), (Values{"SASG", "SGD"}));
  QCOMPARE(valuesOf("algorithm.delay_bound"), (Values{"10", ""}));
  QCOMPARE(valuesOf("algorithm.learning_rate"), Values{});  // both have it, at the same value
  QCOMPARE(valuesOf("compressor.fraction"), (Values{"1 %", ""}));
}

void RunComparisonTest::slotsWithoutParametersAreCompared() {
  const auto found =
      differences(std::vector{run({"dataset.key=mnist"}), run({"dataset.key=fashion-mnist"})});
  QCOMPARE(found.size(), std::size_t{1});
  QCOMPARE(found[0].label, std::string("Dataset"));
  QCOMPARE(found[0].values, (Values{"MNIST", "Fashion-MNIST"}));
}

void RunComparisonTest::changesFollowWithTheirIteration() {
  const auto found = differences(std::vector{run({}), run({}, {kSlower})});
  QCOMPARE(found.size(), std::size_t{1});
  QCOMPARE(found[0].values, (Values{"0.005", "0.005; 0.001 from 1,200"}));
}

void RunComparisonTest::workersAreCompared() {
  const auto found = differences(
      std::vector{run({"cluster.workers=2"}), run({"cluster.workers=2", "worker.2.slowdown=4"})});
  QCOMPARE(found.size(), std::size_t{1});
  QCOMPARE(found[0].label.substr(0, 10), std::string("Worker 2: "));
  QCOMPARE(found[0].values, (Values{"1", "4"}));
}

void RunComparisonTest::fewerThanTwoDoNotDiffer() {
  QVERIFY(differences({}).empty());
  QVERIFY(differences(std::vector{run({})}).empty());
}

void RunComparisonTest::theBaselineIsDenseSgd() {
  const auto experiment = with(Experiment(), {"seed=5", "compressor.fraction=0.02"});
  const auto baseline = denseBaseline(experiment);
  QVERIFY(baseline);
  QCOMPARE(baseline->slot("algorithm").key, std::string("sgd"));
  QCOMPARE(baseline->slot("compressor").key, std::string("identity"));
  QCOMPARE(baseline->seed(), std::uint64_t{5});
  for (const char* slot : {"dataset", "partition", "model", "cluster", "network", "run"})
    QVERIFY(baseline->slot(slot) == experiment.slot(slot));
}

void RunComparisonTest::theBaselineKeepsWhatBothHave() {
  const auto baseline =
      denseBaseline(with(Experiment(), {"algorithm.learning_rate=0.02", "algorithm.momentum=0.9",
                                        "worker.3.slowdown=4"}));
  QVERIFY(baseline);
  QCOMPARE(baseline->slot("algorithm").settings.real("learning_rate"), 0.02);
  QCOMPARE(baseline->slot("algorithm").settings.real("momentum"), 0.9);
  QCOMPARE(std::get<double>(baseline->value({"worker.3", "slowdown"})), 4.0);
}

void RunComparisonTest::theBaselineHasNone() {
  const auto baseline = denseBaseline(Experiment());
  QVERIFY(baseline);
  QVERIFY(!denseBaseline(*baseline));
}

QTEST_APPLESS_MAIN(RunComparisonTest)
#include "run_comparison_test.moc"
