// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep.h"

#include <algorithm>
#include <set>

#include <QtTest>

#include "tests/support/small_runs.h"

using telegrad::Assignments;
using telegrad::axisFromText;
using telegrad::planOf;
using telegrad::Scale;
using telegrad::Sweep;
using telegrad::SweepAxis;
using telegrad::SweepRange;
using telegrad::valuesOf;
using telegrad::test::smallExperiment;

using Words = std::vector<std::string>;

class SweepTest : public QObject {
  Q_OBJECT
 private slots:
  void theGridIsInOrder();
  void theListComesAfterTheGrid();
  void aListStandsAlone();
  void keysCountFirst();
  void foldersDoNotDependOnWhatElseThereIs();
  void foldersAreToldApart();
  void rangesHaveTheirSteps_data();
  void rangesHaveTheirSteps();
  void textReadsBack_data();
  void textReadsBack();
  void mistakesAreAnswered_data();
  void mistakesAreAnswered();
};

namespace {

Sweep sweepOf(std::vector<SweepAxis> axes) {
  Sweep sweep;
  sweep.base = smallExperiment("dd-ef-sgd");
  sweep.axes = std::move(axes);
  return sweep;
}

SweepAxis listed(std::string parameter, Words values) {
  return {std::move(parameter), std::move(values), {}};
}

SweepAxis ranged(std::string parameter, SweepRange range) {
  return {std::move(parameter), {}, std::move(range)};
}

}  // namespace

void SweepTest::theGridIsInOrder() {
  auto sweep = sweepOf({listed("compressor.fraction", {"0.01", "10 %"}),
                        listed("algorithm.staleness", {"0", "2", "4"})});
  sweep.seeds = {5, 7};
  const auto plan = planOf(sweep);
  QVERIFY2(plan, plan ? "" : plan.error().message.c_str());
  QCOMPARE(plan->points, std::size_t{6});
  QCOMPARE(plan->values[0], (Words{"0.01", "0.1"}));
  QCOMPARE(plan->cells.size(), std::size_t{12});
  for (std::size_t i = 0; i < 12; ++i) {
    const auto& cell = plan->cells[i];
    QCOMPARE(cell.seed, std::uint64_t{i < 6 ? 5U : 7U});
    QCOMPARE(cell.point, i % 6);
    QCOMPARE(cell.at, (std::vector<std::size_t>{i % 6 / 3, i % 3}));
    QCOMPARE(cell.experiment.seed(), cell.seed);
    QCOMPARE(cell.experiment.slot("compressor").settings.real("fraction"), i % 6 < 3 ? 0.01 : 0.1);
    QCOMPARE(cell.experiment.slot("algorithm").settings.integer("staleness"),
             static_cast<std::int64_t>(2 * (i % 3)));
  }
  QCOMPARE(plan->cells[10].folder,
           std::string("compressor.fraction=0.1__algorithm.staleness=2__seed=7"));
}

void SweepTest::theListComesAfterTheGrid() {
  auto sweep = sweepOf({listed("algorithm.staleness", {"0", "2"})});
  sweep.set = {"algorithm.learning_rate=0.02"};
  sweep.cells = {{"algorithm.key=sgd", "cluster.batch=20"}};
  const auto plan = planOf(sweep);
  QVERIFY2(plan, plan ? "" : plan.error().message.c_str());
  QCOMPARE(plan->cells.size(), std::size_t{3});
  const auto& last = plan->cells.back();
  QVERIFY(last.at.empty());
  QCOMPARE(last.experiment.slot("algorithm").key, std::string("sgd"));
  QCOMPARE(last.experiment.slot("cluster").settings.integer("batch"), std::int64_t{20});
  QCOMPARE(last.experiment.name(), std::string("algorithm=sgd, batch=20, seed 1"));
  QCOMPARE(plan->cells[0].experiment.slot("algorithm").settings.real("learning_rate"), 0.02);
}

void SweepTest::aListStandsAlone() {
  auto sweep = sweepOf({});
  sweep.cells = {{"algorithm.staleness=0"}, {"algorithm.staleness=3"}};
  const auto plan = planOf(sweep);
  QVERIFY2(plan, plan ? "" : plan.error().message.c_str());
  QCOMPARE(plan->cells.size(), std::size_t{2});
  sweep.cells.clear();
  sweep.seeds = {1, 2, 3};
  QCOMPARE(planOf(sweep)->cells.size(), std::size_t{3});
}

/// Another algorithm brings its usual compressor: the fraction must be said after it, wherever its
/// axis stands.
void SweepTest::keysCountFirst() {
  const auto plan = planOf(sweepOf({listed("compressor.fraction", {"0.25", "0.5"}),
                                    listed("algorithm.key", {"sparse", "sasg"})}));
  QVERIFY2(plan, plan ? "" : plan.error().message.c_str());
  for (const auto& cell : plan->cells) {
    QCOMPARE(cell.experiment.slot("compressor").settings.real("fraction"),
             cell.at[0] == 0 ? 0.25 : 0.5);
    QCOMPARE(cell.experiment.slot("algorithm").key,
             std::string(cell.at[1] == 0 ? "sparse" : "sasg"));
  }
}

void SweepTest::foldersDoNotDependOnWhatElseThereIs() {
  const auto few = planOf(sweepOf({listed("algorithm.staleness", {"2", "4"})}));
  auto more = sweepOf({listed("algorithm.staleness", {"0", "2", "3", "4"})});
  more.seeds = {9, 1};
  const auto many = planOf(more);
  QVERIFY(few && many);
  std::set<std::string> folders;
  for (const auto& cell : many->cells) folders.insert(cell.folder);
  QCOMPARE(folders.size(), many->cells.size());
  for (const auto& cell : few->cells) QVERIFY(folders.contains(cell.folder));
}

/// What a folder cannot be called is replaced, and yet two values never share one.
void SweepTest::foldersAreToldApart() {
  const auto plan =
      planOf(sweepOf({listed("network.worker_uplink", {"1 Gbit/s", "1 Mbit/s"}),
                      listed("network.painted", {"1 s to 2 s: 3 Mbit/s",
                                                 "1 s to 2 s: 3 Mbit/s; 4 s to 5 s: 1 Mbit/s"})}));
  QVERIFY2(plan, plan ? "" : plan.error().message.c_str());
  std::set<std::string> folders;
  for (const auto& cell : plan->cells) {
    folders.insert(cell.folder);
    QVERIFY(std::ranges::all_of(cell.folder, [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
             std::string(".+-=_~").find(c) != std::string::npos;
    }));
  }
  QCOMPARE(folders.size(), std::size_t{4});
}

void SweepTest::rangesHaveTheirSteps_data() {
  QTest::addColumn<QString>("parameter");
  QTest::addColumn<QString>("text");
  QTest::addColumn<QStringList>("values");
  QTest::newRow("by factors") << "compressor.fraction"
                              << "0.001 to 1 in 4 log steps"
                              << QStringList{"0.001", "0.01", "0.1", "1"};
  QTest::newRow("evenly") << "algorithm.learning_rate"
                          << "0.1 to 0.4 in 4 steps" << QStringList{"0.1", "0.2", "0.3", "0.4"};
  QTest::newRow("downwards") << "algorithm.staleness"
                             << "8 to 0 in 3 steps" << QStringList{"8", "4", "0"};
  QTest::newRow("whole numbers, each once")
      << "cluster.workers"
      << "1 to 4 in 9 log steps" << QStringList{"1", "2", "3", "4"};
  QTest::newRow("with units") << "network.worker_uplink"
                              << "1 Mbit/s to 1 Gbit/s in 4 log steps"
                              << QStringList{"1 Mbit/s", "10 Mbit/s", "100 Mbit/s", "1 Gbit/s"};
  QTest::newRow("rounded between exact ends")
      << "compressor.fraction"
      << "0.01 to 0.03 in 4 log steps" << QStringList{"0.01", "0.0144225", "0.0208008", "0.03"};
}

void SweepTest::rangesHaveTheirSteps() {
  QFETCH(QString, parameter);
  QFETCH(QString, text);
  QFETCH(QStringList, values);
  const auto read = valuesOf(axisFromText(parameter.toStdString(), text.toStdString()),
                             smallExperiment("dd-ef-sgd"));
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QStringList words;
  for (const auto& value : *read) words << QString::fromStdString(value);
  QCOMPARE(words, values);
}

void SweepTest::textReadsBack_data() {
  QTest::addColumn<QString>("text");
  QTest::newRow("one") << "0.1";
  QTest::newRow("several") << "0.01, 3 %, 0.1";
  QTest::newRow("range") << "1 Mbit/s to 1 Gbit/s in 7 log steps";
  QTest::newRow("even") << "0 to 8 in 5 steps";
}

void SweepTest::textReadsBack() {
  QFETCH(QString, text);
  const auto axis = axisFromText("x.y", text.toStdString());
  QCOMPARE(QString::fromStdString(telegrad::textOf(axis)), text);
  QCOMPARE(axis.range.has_value(), text.contains("steps"));
}

void SweepTest::mistakesAreAnswered_data() {
  QTest::addColumn<Sweep>("sweep");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* name, const Sweep& sweep, const QStringList& words) {
    QTest::newRow(name) << sweep << words;
  };
  const auto fraction = listed("compressor.fraction", {"0.1"});
  row("nothing varies", sweepOf({}), {"nothing varies", "axis"});
  row("no such slot", sweepOf({listed("compresor.fraction", {"1"})}), {"compresor", "compressor"});
  row("no such key", sweepOf({listed("compressor.k", {"1"})}), {"\"k\"", "fraction"});
  row("a seed", sweepOf({listed("seed", {"1"})}), {"\"seed\"", "seeds"});
  row("no values", sweepOf({listed("compressor.fraction", {})}), {"fraction", "at least one"});
  row("not allowed", sweepOf({listed("compressor.fraction", {"0.1", "2"})}), {"fraction", "2"});
  row("twice", sweepOf({listed("compressor.fraction", {"0.1", "10 %"})}), {"0.1", "twice"});
  row("two axes", sweepOf({fraction, fraction}), {"fraction", "two axes"});
  row("no such entry", sweepOf({listed("algorithm.key", {"sgdd"})}), {"sgdd", "sgd"});
  row("a choice has no steps", sweepOf({ranged("algorithm.key", {"sgd", "sasg", 2})}), {"steps"});
  row("one step", sweepOf({ranged("compressor.fraction", {"0.1", "1", 1})}), {"steps", "2 to"});
  row("equal ends", sweepOf({ranged("compressor.fraction", {"0.1", "10 %", 3})}),
      {"0.1", "differ"});
  row("factors of nothing", sweepOf({ranged("algorithm.staleness", {"0", "8", 3, Scale::Log})}),
      {"logarithmic", "above 0"});
  auto seeds = sweepOf({fraction});
  seeds.seeds = {1, 2, 1};
  row("a seed twice", seeds, {"seeds", "1", "twice"});
  auto set = sweepOf({fraction});
  set.set = {"run.epochs=-1"};
  row("set", set, {"set run.epochs=-1", "epochs"});
  auto list = sweepOf({fraction});
  list.cells = {{"compressor.fraction=0.1"}};
  row("a cell twice", list, {"compressor.fraction=0.1", "twice"});
  list.cells = {{"seed=2"}};
  row("a cell of a seed", list, {"seed=2", "slot.key"});
  list.cells = {{}};
  row("an empty cell", list, {"says nothing"});
  row("not in all cells",
      sweepOf(
          {listed("algorithm.key", {"dd-ef-sgd", "sgd"}), listed("algorithm.staleness", {"1"})}),
      {"algorithm.key=sgd", "staleness"});
  row("what cannot run", sweepOf({listed("network.key", {"ring-all-reduce"})}),
      {"network.key=ring-all-reduce", "adds"});
  row("set by another",
      [] {
        auto sweep = sweepOf({listed("compressor.fraction", {"0.1"})});
        sweep.base = smallExperiment("deco-sgd");
        return sweep;
      }(),
      {"compressor.fraction", "by itself"});
  row("too many",
      sweepOf({ranged("compressor.fraction", {"0.1", "1", 200}),
               ranged("algorithm.learning_rate", {"0.1", "1", 200})}),
      {"10000"});
}

void SweepTest::mistakesAreAnswered() {
  QFETCH(Sweep, sweep);
  QFETCH(QStringList, words);
  const auto plan = planOf(sweep);
  QVERIFY(!plan);
  for (const auto& word : words)
    QVERIFY2(QString::fromStdString(plan.error().message).contains(word),
             plan.error().message.c_str());
}

QTEST_APPLESS_MAIN(SweepTest)
#include "sweep_test.moc"
