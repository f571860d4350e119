// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/worker_condition.h"

#include <QtTest>

using namespace telegrad;

class WorkerConditionTest : public QObject {
  Q_OBJECT
 private slots:
  void nothingSaidIsNothingSetApart();
  void settingsAreRead();
  void timesAreMultiplied();
  void aShareOfATraceIsThatOfEveryStep();
};

void WorkerConditionTest::nothingSaidIsNothingSetApart() {
  const auto parameters = workerConditionParameters();
  QVERIFY(workerCondition(*Settings::from(parameters)) == WorkerCondition{});
  for (const auto& parameter : parameters) QVERIFY(parameter.change == Change::BetweenIterations);
}

void WorkerConditionTest::settingsAreRead() {
  const auto parameters = workerConditionParameters();
  const auto settings =
      Settings::from(parameters, {{"slowdown", 8.0}, {"link_share", 0.25}, {"present", false}});
  QVERIFY(settings);
  QVERIFY((workerCondition(*settings) == WorkerCondition{8.0, 0.25, false}));
  QVERIFY(!Settings::from(parameters, {{"slowdown", 0.5}}));
  QVERIFY(!Settings::from(parameters, {{"link_share", 0.0}}));
}

void WorkerConditionTest::timesAreMultiplied() {
  QCOMPARE(slowed(SimTime{12'500'001}, 1.0).count(), std::int64_t{12'500'001});
  QCOMPARE(slowed(SimTime{12'500'000}, 4.0).count(), std::int64_t{50'000'000});
  QCOMPARE(slowed(SimTime{3}, 1.5).count(), std::int64_t{5});  // 4.5
  // An hour slowed down as far as it goes, and what the clock would not hold.
  QCOMPARE(slowed(simTime(3600.0), 1e4).count(), std::int64_t{36'000'000'000'000'000});
  QCOMPARE(slowed(simTime(1e6), 1e4).count(), std::int64_t{100'000'000'000'000'000});
}

void WorkerConditionTest::aShareOfATraceIsThatOfEveryStep() {
  const std::vector<TraceStep> steps{{SimTime{0}, {8e6}, SimTime{5}, 0.1},
                                     {SimTime{70}, {0.0}, SimTime{6}, 0.2},
                                     {SimTime{90}, {300.0}, SimTime{7}, 0.0}};
  const auto whole = std::make_shared<const Trace>(*Trace::from(steps, SimTime{100}, "by hand"));
  const auto part = shareOf(whole, 1e-3);
  auto expected = steps;
  expected[0].bandwidth = {8e3};
  expected[2].bandwidth = {1.0};  // the least there is
  QCOMPARE(std::vector(part->steps().begin(), part->steps().end()), expected);
  QVERIFY(part->period() == SimTime{100});
  QCOMPARE(part->source(), std::string("by hand"));
  QVERIFY(shareOf(whole, 1.0) == whole);
}

QTEST_APPLESS_MAIN(WorkerConditionTest)
#include "worker_condition_test.moc"
