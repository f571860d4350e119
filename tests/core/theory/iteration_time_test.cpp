// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/iteration_time.h"

#include <cmath>

#include <QtTest>

#include "core/base/random.h"

using telegrad::denseIterationTime;
using telegrad::hidesCommunication;
using telegrad::IterationConditions;
using telegrad::iterationSpeedUp;
using telegrad::iterationTime;
using telegrad::largestHiddenRatio;

class IterationTimeTest : public QObject {
  Q_OBJECT
 private slots:
  void byHand_data();
  void byHand();
  void dSgdIsTheSum();
  void theSpeedUpOfTheExample();
  void hiddenIsWhereComputationSetsThePace();
  void theLargestHiddenRatioIsTheLargest();
  void theEdges();
  void outsideIsNoNumber();
};

namespace {

IterationConditions randomConditions(telegrad::Random& random) {
  return {random.uniform(0.1, 2.0), random.uniform(0.5, 20.0), random.uniform(0.5, 5.0),
          random.uniform(0.0, 5.0)};
}

}  // namespace

void IterationTimeTest::byHand_data() {
  QTest::addColumn<double>("delta");
  QTest::addColumn<int>("tau");
  QTest::addColumn<double>("seconds");
  // T_comp 1 s, 8 bit at 2 bit/s, latency 3 s.
  QTest::newRow("in turn") << 0.25 << 0 << 5.0;
  QTest::newRow("loop of two") << 0.25 << 1 << 2.5;
  QTest::newRow("link") << 0.5 << 2 << 2.0;
  QTest::newRow("link, dense") << 1.0 << 7 << 4.0;
  QTest::newRow("loop of four") << 0.25 << 3 << 1.25;
  QTest::newRow("computation") << 0.25 << 4 << 1.0;
  QTest::newRow("computation, deeper") << 0.125 << 40 << 1.0;
}

void IterationTimeTest::byHand() {
  QFETCH(double, delta);
  QFETCH(int, tau);
  QFETCH(double, seconds);
  QCOMPARE(iterationTime({1.0, 8.0, 2.0, 3.0}, delta, tau), seconds);
}

void IterationTimeTest::dSgdIsTheSum() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  for (int i = 0; i < 100; ++i) {
    const auto c = randomConditions(random);
    const double sum = c.computeSeconds + c.latencySeconds + c.gradientBits / c.bitsPerSecond;
    QVERIFY(std::abs(denseIterationTime(c) / sum - 1.0) < 1e-14);
  }
}

void IterationTimeTest::theSpeedUpOfTheExample() {
  // GPT-2 small on 1 Gbit/s with 0.2 s, 1 s of computation, all communication hidden.
  const IterationConditions conditions{1.0, 3.97e9, 1e9, 0.2};
  const double delta = largestHiddenRatio(conditions, 2);
  QVERIFY(std::abs(iterationSpeedUp(conditions, delta, 2) - 5.17) < 1e-9);
}

void IterationTimeTest::hiddenIsWhereComputationSetsThePace() {
  telegrad::Random random(2, telegrad::Purpose::Test);
  int hidden = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto c = randomConditions(random);
    const double delta = random.uniform(0.01, 1.0);
    const int tau = static_cast<int>(random.below(20));
    const double transfer = delta * c.gradientBits / c.bitsPerSecond;
    const bool keepsUp = transfer <= c.computeSeconds;
    const bool deepEnough = tau * c.computeSeconds >= c.latencySeconds + transfer;
    QCOMPARE(hidesCommunication(c, delta, tau), keepsUp && deepEnough);
    hidden += keepsUp && deepEnough ? 1 : 0;
  }
  QVERIFY(hidden > 100 && hidden < 1900);
}

void IterationTimeTest::theLargestHiddenRatioIsTheLargest() {
  telegrad::Random random(3, telegrad::Purpose::Test);
  int whole = 0;
  int none = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto c = randomConditions(random);
    const int tau = static_cast<int>(random.below(20));
    const double delta = largestHiddenRatio(c, tau);
    if (delta == 0.0) {
      QVERIFY(!hidesCommunication(c, 1e-3, tau) || !hidesCommunication(c, 1e-6, tau));
      ++none;
      continue;
    }
    QVERIFY(delta <= 1.0 && hidesCommunication(c, delta, tau));
    if (delta < 1.0)
      QVERIFY(!hidesCommunication(c, std::min(1.0, delta * 1.001), tau));
    else
      ++whole;
  }
  QVERIFY(whole > 20 && none > 20);
}

void IterationTimeTest::theEdges() {
  // No computation: the link, or the loop, sets the pace, and nothing hides.
  const IterationConditions idle{0.0, 8.0, 2.0, 3.0};
  QCOMPARE(iterationTime(idle, 1.0, 0), 7.0);
  QCOMPARE(iterationTime(idle, 1.0, 9), 4.0);
  QCOMPARE(largestHiddenRatio(idle, 9), 0.0);
  QVERIFY(!hidesCommunication(idle, 1e-9, 9));
  // Nothing to send: only latency is to hide.
  const IterationConditions empty{1.0, 0.0, 2.0, 3.0};
  QCOMPARE(iterationTime(empty, 1.0, 0), 4.0);
  QCOMPARE(largestHiddenRatio(empty, 3), 0.0);
  QCOMPARE(largestHiddenRatio(empty, 4), 1.0);
  // Without staleness nothing hides, not even where there is no latency.
  QCOMPARE(largestHiddenRatio({1.0, 8.0, 2.0, 0.0}, 0), 0.0);
  // Latency of exactly tau iterations leaves no time to send.
  QCOMPARE(largestHiddenRatio({1.0, 8.0, 2.0, 3.0}, 3), 0.0);
  QCOMPARE(largestHiddenRatio({1.0, 8.0, 2.0, 3.0}, 4), 0.25);
}

void IterationTimeTest::outsideIsNoNumber() {
  const IterationConditions good{1.0, 8.0, 2.0, 3.0};
  QVERIFY(telegrad::areUsable(good));
  for (const double delta : {0.0, -1.0, 1.5, std::nan("")}) {
    QVERIFY(std::isnan(iterationTime(good, delta, 0)));
    QVERIFY(!hidesCommunication(good, delta, 9));
  }
  QVERIFY(std::isnan(iterationTime(good, 1.0, -1)) && std::isnan(largestHiddenRatio(good, -1)));
  for (const double bad : {-1.0, std::nan(""), HUGE_VAL}) {
    for (const IterationConditions& c :
         {IterationConditions{bad, 8.0, 2.0, 3.0}, IterationConditions{1.0, bad, 2.0, 3.0},
          IterationConditions{1.0, 8.0, bad, 3.0}, IterationConditions{1.0, 8.0, 2.0, bad}}) {
      QVERIFY(!telegrad::areUsable(c));
      QVERIFY(std::isnan(iterationTime(c, 1.0, 1)) && std::isnan(denseIterationTime(c)));
      QVERIFY(std::isnan(largestHiddenRatio(c, 1)) && std::isnan(iterationSpeedUp(c, 1.0, 1)));
    }
  }
  QVERIFY(!telegrad::areUsable({1.0, 8.0, 0.0, 3.0}));
}

QTEST_APPLESS_MAIN(IterationTimeTest)
#include "iteration_time_test.moc"
