// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep_table.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <QtTest>

#include "core/base/random.h"
#include "tests/support/small_runs.h"

using telegrad::CellResult;
using telegrad::CellState;
using telegrad::Record;
using telegrad::Sweep;
using telegrad::SweepPlan;
using telegrad::sweepQuantity;
using telegrad::test::smallExperiment;

class SweepTableTest : public QObject {
  Q_OBJECT
 private slots:
  void quantitiesHaveWords();
  void meansAreOverTheSeedsThatFinished();
  void theTableIsByHand();
  void theFrontIsWhatNoPointBeats();
  void ofConvexProblemsLessIsBetter();

 private:
  static SweepPlan somePlan(std::size_t seeds);
};

namespace {

CellResult finished(double accuracy, std::int64_t payload, double simulated) {
  CellResult result;
  result.state = CellState::Finished;
  result.finalAccuracy = accuracy;
  result.bestAccuracy = accuracy + 0.01;
  result.last.iteration = 40;
  result.last.testLoss = 0.25;
  result.last.rounds = 400;
  result.last.payloadBits = payload;
  result.last.wireBits = 2 * payload;
  result.last.simulatedSeconds = simulated;
  return result;
}

}  // namespace

SweepPlan SweepTableTest::somePlan(std::size_t seeds) {
  Sweep sweep;
  sweep.base = smallExperiment("dd-ef-sgd");
  sweep.axes = {{"compressor.fraction", {"0.1", "0.2"}, {}},
                {"network.worker_uplink", {"1 Mbit/s"}, {}}};
  sweep.cells = {{"algorithm.key=sgd"}};
  for (std::size_t seed = 1; seed <= seeds; ++seed) sweep.seeds.push_back(seed);
  const auto plan = planOf(sweep);
  if (!plan) qFatal("%s", plan.error().message.c_str());
  return *plan;
}

void SweepTableTest::quantitiesHaveWords() {
  std::set<std::string> keys;
  for (const auto& quantity : telegrad::sweepQuantities()) {
    QVERIFY(keys.insert(quantity.key).second);
    QVERIFY(!quantity.name.empty() && !quantity.summary.empty());
    QVERIFY(std::isnan(quantity.read(CellResult{})) || !quantity.isOfTarget);
    QCOMPARE(&sweepQuantity(quantity.key), &quantity);
  }
}

void SweepTableTest::meansAreOverTheSeedsThatFinished() {
  const auto plan = somePlan(3);
  std::vector<CellResult> results(plan.cells.size());
  results[0] = finished(0.8, 100, 1.0);
  results[3] = finished(0.9, 300, 2.0);
  results[6] = finished(0.1, 900, 9.0);
  results[6].state = CellState::Diverged;  // what it had reached by then is no figure of the point
  results[3].reached = Record{.iteration = 30};
  const auto points = pointsOf(plan, results);
  QCOMPARE(points.size(), std::size_t{3});
  QCOMPARE(points[0].cells, (std::vector<std::size_t>{0, 3, 6}));
  QCOMPARE(points[0].finished, std::size_t{2});
  QCOMPARE(points[0].diverged, std::size_t{1});
  const auto accuracy = meanOf(sweepQuantity("final_accuracy"), points[0], results);
  QCOMPARE(accuracy.mean, 0.85);
  QCOMPARE(accuracy.count, std::size_t{2});
  QCOMPARE(meanOf(sweepQuantity("payload_bits"), points[0], results).mean, 200.0);
  const auto target = meanOf(sweepQuantity("target_iterations"), points[0], results);
  QCOMPARE(target.mean, 30.0);
  QCOMPARE(target.count, std::size_t{1});
  QVERIFY(std::isnan(meanOf(sweepQuantity("final_accuracy"), points[1], results).mean));
}

void SweepTableTest::theTableIsByHand() {
  const auto plan = somePlan(1);
  std::vector<CellResult> results(plan.cells.size());
  results[0] = finished(0.8, 100, 1.5);
  results[0].reached = Record{
      .iteration = 30, .rounds = 300, .payloadBits = 75, .wireBits = 150, .simulatedSeconds = 1.25};
  results[0].weightsSha256 = "ab";
  results[2].state = CellState::Diverged;
  const std::string expected =
      "folder,compressor.fraction,network.worker_uplink,algorithm.key,seed,state,final_accuracy,"
      "best_accuracy,test_loss,suboptimality,iterations,rounds,payload_bits,wire_bits,simulated_s,"
      "target_iterations,target_rounds,target_payload_bits,target_wire_bits,target_simulated_s,"
      "weights_sha256,front_payload_bits,front_simulated_s\n"
      "compressor.fraction=0.1__network.worker_uplink=1Mbits__seed=1,0.1,1 Mbit/s,dd-ef-sgd,1,"
      "finished,0.8,0.81,0.25,,40,400,100,200,1.5,30,300,75,150,1.25,ab,1,1\n"
      "compressor.fraction=0.2__network.worker_uplink=1Mbits__seed=1,0.2,1 Mbit/s,dd-ef-sgd,1,"
      "absent,,,,,,,,,,,,,,,,0,0\n"
      "algorithm.key=sgd__seed=1,,100 Mbit/s,sgd,1,diverged,,,,,,,,,,,,,,,,0,0\n";
  QCOMPARE(QString::fromStdString(resultsCsv(plan, results)).split(QLatin1Char(10)),
           QString::fromStdString(expected).split(QLatin1Char(10)));
}

void SweepTableTest::theFrontIsWhatNoPointBeats() {
  Sweep sweep;
  sweep.base = smallExperiment("dd-ef-sgd");
  sweep.axes = {{"algorithm.staleness", {}, telegrad::SweepRange{"0", "39", 40}}};
  sweep.seeds = {1, 2};
  const auto plan = planOf(sweep);
  QVERIFY(plan);
  telegrad::Random random(3, telegrad::Purpose::Test);
  std::vector<CellResult> results;
  for (std::size_t i = 0; i < plan->cells.size(); ++i)
    results.push_back(finished(static_cast<double>(random.below(8)) / 8.0,
                               static_cast<std::int64_t>(random.below(12)), 0.0));
  const auto points = pointsOf(*plan, results);
  const auto& worth = worthOf(*plan);
  const auto& cost = sweepQuantity("payload_bits");
  std::vector<std::size_t> expected;
  const auto beats = [&](std::size_t one, std::size_t other) {
    const double moreWorth =
        meanOf(worth, points[one], results).mean - meanOf(worth, points[other], results).mean;
    const double lessCost =
        meanOf(cost, points[other], results).mean - meanOf(cost, points[one], results).mean;
    return moreWorth >= 0.0 && lessCost >= 0.0 && moreWorth + lessCost > 0.0;
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    bool beaten = false;
    for (std::size_t j = 0; j < points.size(); ++j) beaten = beaten || beats(j, i);
    if (!beaten) expected.push_back(i);
  }
  auto front = frontOf(points, results, worth, cost);
  std::ranges::sort(front);
  QCOMPARE(front, expected);
}

void SweepTableTest::ofConvexProblemsLessIsBetter() {
  Sweep sweep;
  sweep.base = telegrad::test::with(telegrad::Experiment(), {"model.key=quadratic"});
  sweep.seeds = {1, 2};
  const auto plan = planOf(sweep);
  QVERIFY2(plan, plan ? "" : plan.error().message.c_str());
  QCOMPARE(worthOf(*plan).key, std::string("suboptimality"));
  QVERIFY(!worthOf(*plan).moreIsBetter);
}

QTEST_APPLESS_MAIN(SweepTableTest)
#include "sweep_table_test.moc"
