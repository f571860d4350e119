// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/bottleneck.h"

#include <cmath>

#include <QtTest>

#include "core/base/random.h"
#include "core/theory/iteration_time.h"

using telegrad::Bottleneck;
using telegrad::findBottleneck;
using telegrad::IterationFigures;
using telegrad::payoffBandwidth;

class BottleneckTest : public QObject {
  Q_OBJECT
 private slots:
  void theModelReadBackwards();
  void bottlenecksByHand();
  void whatIfByHand();
  void payoff();
  void theEdges();
};

/// The forward formula is iteration_time's own, tested against the recursion there.
void BottleneckTest::theModelReadBackwards() {
  telegrad::Random random(3, telegrad::Purpose::Test);
  int held = 0;
  for (int i = 0; i < 2000; ++i) {
    const telegrad::IterationConditions conditions{.computeSeconds = 0.01 + random.uniform(),
                                                   .gradientBits = 1e9 * random.uniform(),
                                                   .bitsPerSecond = 1e9,
                                                   .latencySeconds = 2.0 * random.uniform()};
    const double link = conditions.gradientBits / conditions.bitsPerSecond;
    const auto tau = static_cast<int>(random.below(6));
    const double time = telegrad::iterationTime(conditions, 1.0, tau);
    const IterationFigures figures{time, conditions.computeSeconds, 0.0, conditions.latencySeconds,
                                   tau};
    if (time > conditions.computeSeconds * 1.03) {
      ++held;
      QVERIFY(std::abs(telegrad::linkSeconds(figures) - link) < 1e-9);
    }
    const auto report = findBottleneck(figures);
    auto distant = conditions;
    distant.latencySeconds = 0.0;
    if (time > conditions.computeSeconds * 1.03) {
      QVERIFY(std::abs(report.seconds.halfTheBits - telegrad::iterationTime(conditions, 0.5, tau)) <
              1e-9);
      QVERIFY(std::abs(report.seconds.noLatency - telegrad::iterationTime(distant, 1.0, tau)) <
              1e-9);
      QVERIFY(std::abs(report.seconds.oneMoreStale -
                       telegrad::iterationTime(conditions, 1.0, tau + 1)) < 1e-9);
    } else if (time < conditions.computeSeconds * 1.019) {
      QVERIFY(report.networkHidden);
    }
  }
  QVERIFY(held > 500);
}

void BottleneckTest::bottlenecksByHand() {
  // Synchronous: the largest part of one way out and back.
  const auto of = [](double t, double compute, double encode, double latency, int tau) {
    return findBottleneck({t, compute, encode, latency, tau});
  };
  QCOMPARE(of(1.0, 0.5, 0.0, 0.3, 0).bottleneck, Bottleneck::Compute);
  QCOMPARE(of(1.0, 0.1, 0.6, 0.2, 0).bottleneck, Bottleneck::Encode);
  QCOMPARE(of(1.0, 0.1, 0.0, 0.2, 0).bottleneck, Bottleneck::Link);
  QCOMPARE(of(1.0, 0.1, 0.0, 0.8, 0).bottleneck, Bottleneck::Latency);
  QVERIFY(of(1.0, 0.1, 0.0, 0.8, 0).roundTrip);
  // Delayed by 3: 4 T - P - b = 2.9 is above T, so only a link that is always busy explains T.
  const auto link = of(1.0, 0.1, 0.0, 1.0, 3);
  QCOMPARE(link.bottleneck, Bottleneck::Link);
  QVERIFY(!link.roundTrip);
  // Delayed by 1: 2 T - P - b = 0.3 below T; the way out and back is 2 T, most of it distance.
  const auto far = of(1.0, 0.2, 0.0, 1.5, 1);
  QCOMPARE(far.bottleneck, Bottleneck::Latency);
  QVERIFY(far.roundTrip);
  const auto hidden = of(1.01, 0.9, 0.1, 3.0, 4);
  QVERIFY(hidden.networkHidden && !hidden.roundTrip);
  QCOMPARE(hidden.bottleneck, Bottleneck::Compute);
}

void BottleneckTest::whatIfByHand() {
  // 1 s = 0.3 compute + 0.1 encode + 0.2 latency + 0.4 on the link.
  const auto s = findBottleneck({1.0, 0.3, 0.1, 0.2, 0}).seconds;
  QVERIFY(std::abs(s.halfTheBits - 0.8) < 1e-12);
  QVERIFY(std::abs(s.noLatency - 0.8) < 1e-12);
  QVERIFY(std::abs(s.noEncoding - 0.9) < 1e-12);
  QVERIFY(std::abs(s.halfTheCompute - 0.85) < 1e-12);
  QVERIFY(std::abs(s.oneMoreStale - 0.5) < 1e-12);
}

void BottleneckTest::payoff() {
  // 32 Mbit dense, 2 Mbit sent, 10 ms to encode: equal at 3 Gbit/s.
  const double at = payoffBandwidth(32e6, 2e6, 0.01);
  QVERIFY(std::abs(at - 3e9) < 1.0);
  QVERIFY(std::abs(0.01 + 2e6 / at - 32e6 / at) < 1e-12);
  QVERIFY(std::isinf(payoffBandwidth(32e6, 2e6, 0.0)));
  QCOMPARE(payoffBandwidth(32e6, 33e6, 0.0), 0.0);
  QCOMPARE(payoffBandwidth(32e6, 32e6, 0.01), 0.0);
}

void BottleneckTest::theEdges() {
  QVERIFY(std::isnan(telegrad::linkSeconds({0.0, 0.1, 0.0, 0.0, 0})));
  QVERIFY(std::isnan(findBottleneck({1.0, -1.0, 0.0, 0.0, 0}).seconds.halfTheBits));
  QVERIFY(std::isnan(payoffBandwidth(-1.0, 0.0, 0.0)));
  QVERIFY(std::isnan(payoffBandwidth(1.0, NAN, 0.0)));
  // Latency measured above the whole iteration leaves nothing to the link.
  QCOMPARE(telegrad::linkSeconds({1.0, 0.5, 0.0, 2.0, 0}), 0.0);
}

QTEST_APPLESS_MAIN(BottleneckTest)
#include "bottleneck_test.moc"
