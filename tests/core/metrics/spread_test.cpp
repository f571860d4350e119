// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/spread.h"

#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

using telegrad::costOf;
using telegrad::Record;
using telegrad::Spread;
using telegrad::spreadOf;

class SpreadTest : public QObject {
  Q_OBJECT
 private slots:
  void meanAndDeviationAreThoseOfTheTextbook();
  void oneValueHasNoDeviation();
  void whatIsAbsentDoesNotCount();
  void aTargetsCostIsOverTheRunsThatReachedIt();
};

void SpreadTest::meanAndDeviationAreThoseOfTheTextbook() {
  const Spread spread = spreadOf(std::vector{2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0});
  QCOMPARE(spread.count, std::size_t{8});
  QCOMPARE(spread.mean, 5.0);
  QCOMPARE(spread.deviation, std::sqrt(32.0 / 7.0));
  QCOMPARE(spread.lowest, 2.0);
  QCOMPARE(spread.highest, 9.0);
}

void SpreadTest::oneValueHasNoDeviation() {
  const Spread spread = spreadOf(std::vector{3.0});
  QCOMPARE(spread.mean, 3.0);
  QVERIFY(std::isnan(spread.deviation));
}

void SpreadTest::whatIsAbsentDoesNotCount() {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const Spread spread = spreadOf(std::vector{none, 1.0, none, 3.0});
  QCOMPARE(spread.count, std::size_t{2});
  QCOMPARE(spread.mean, 2.0);
  QCOMPARE(spread.deviation, std::sqrt(2.0));
  QVERIFY(std::isnan(spreadOf({}).mean));
}

void SpreadTest::aTargetsCostIsOverTheRunsThatReachedIt() {
  Record first;
  first.iteration = 100;
  first.rounds = 1000;
  first.payloadBits = 4;
  first.wireBits = 8;
  first.simulatedSeconds = 1.5;
  first.wallSeconds = 3.0;
  Record second = first;
  second.iteration = 300;
  second.rounds = 1200;
  second.simulatedSeconds = 2.5;
  const auto cost = costOf({0.9}, std::vector<std::optional<Record>>{first, {}, second});
  QCOMPARE(cost.target.accuracy, 0.9);
  QCOMPARE(cost.runs, std::size_t{3});
  QCOMPARE(cost.reached, std::size_t{2});
  QCOMPARE(cost.iterations.mean, 200.0);
  QCOMPARE(cost.rounds.mean, 1100.0);
  QCOMPARE(cost.rounds.deviation, std::sqrt(20000.0));
  QCOMPARE(cost.payloadBits.mean, 4.0);
  QCOMPARE(cost.payloadBits.deviation, 0.0);
  QCOMPARE(cost.wireBits.mean, 8.0);
  QCOMPARE(cost.simulatedSeconds.mean, 2.0);
  QCOMPARE(cost.wallSeconds.mean, 3.0);
  QCOMPARE(costOf({0.9}, {}).reached, std::size_t{0});
}

QTEST_APPLESS_MAIN(SpreadTest)
#include "spread_test.moc"
