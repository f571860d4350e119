// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/jitter.h"

#include <cmath>
#include <vector>

#include <QtTest>

using telegrad::Jitter;
using telegrad::Propagation;
using telegrad::SimTime;

class JitterTest : public QObject {
  Q_OBJECT
 private slots:
  void noneIsTheLatency();
  void hasTheMomentsOfItsDistribution_data();
  void hasTheMomentsOfItsDistribution();
  void isNeverNegative();
  void keepsTheOrderIfAsked();
  void dependsOnItsCoordinatesAlone();
};

namespace {

constexpr int kCount = 20000;

/// Delays of messages that leave one every `gap`.
std::vector<SimTime> delays(Jitter jitter, SimTime latency, SimTime gap, std::uint32_t link = 0) {
  Propagation way(jitter, 3, link);
  std::vector<SimTime> found;
  for (int i = 0; i < kCount; ++i) found.push_back(way.arrival(i * gap, latency) - i * gap);
  return found;
}

}  // namespace

void JitterTest::noneIsTheLatency() {
  for (const auto delay : delays({}, SimTime{7}, SimTime{1})) QCOMPARE(delay, SimTime{7});
}

void JitterTest::hasTheMomentsOfItsDistribution_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<double>("mean");
  QTest::addColumn<double>("deviation");
  // Latency 10 ms, spread 1 ms.
  QTest::newRow("uniform") << static_cast<int>(Jitter::Kind::Uniform) << 10.0
                           << 1.0 / std::sqrt(3.0);
  QTest::newRow("normal") << static_cast<int>(Jitter::Kind::Normal) << 10.0 << 1.0;
  QTest::newRow("exponential") << static_cast<int>(Jitter::Kind::Exponential) << 11.0 << 1.0;
}

void JitterTest::hasTheMomentsOfItsDistribution() {
  QFETCH(const int, kind);
  QFETCH(const double, mean);
  QFETCH(const double, deviation);
  const Jitter jitter{static_cast<Jitter::Kind>(kind), telegrad::simTime(1e-3), false};
  double sum = 0.0;
  double squares = 0.0;
  for (const auto delay : delays(jitter, telegrad::simTime(10e-3), SimTime{1000})) {
    const double away = 1e3 * telegrad::seconds(delay) - mean;
    sum += away;
    squares += away * away;
    if (jitter.kind == Jitter::Kind::Uniform) QVERIFY(std::abs(away) <= 1.0);
    if (jitter.kind == Jitter::Kind::Exponential) QVERIFY(away >= -1.0);
  }
  QVERIFY(std::abs(sum / kCount) < 5.0 * deviation / std::sqrt(kCount));
  // An exponential's square varies most: its fourth moment is 9 deviations^4.
  QVERIFY(std::abs(squares / kCount / (deviation * deviation) - 1.0) <
          5.0 * std::sqrt(8.0 / kCount));
}

void JitterTest::isNeverNegative() {
  const Jitter wide{Jitter::Kind::Normal, SimTime{1000}, false};
  int zeros = 0;
  for (const auto delay : delays(wide, SimTime{10}, SimTime{1})) {
    QVERIFY(delay >= SimTime{0});
    zeros += delay == SimTime{0} ? 1 : 0;
  }
  QVERIFY(zeros > kCount / 3);
}

void JitterTest::keepsTheOrderIfAsked() {
  Jitter jitter{Jitter::Kind::Uniform, SimTime{1000}, false};
  const SimTime gap{100};
  const auto free = delays(jitter, SimTime{1000}, gap);
  jitter.keepsOrder = true;
  const auto kept = delays(jitter, SimTime{1000}, gap);
  int overtaken = 0;
  SimTime latest{0};
  for (int i = 0; i < kCount; ++i) {
    const auto at = static_cast<std::size_t>(i);
    overtaken += i * gap + free[at] < latest ? 1 : 0;
    latest = std::max(latest, i * gap + free[at]);  // the same draws, none before the last one
    QCOMPARE(i * gap + kept[at], latest);
  }
  QVERIFY(overtaken > kCount / 10);
}

void JitterTest::dependsOnItsCoordinatesAlone() {
  const Jitter jitter{Jitter::Kind::Normal, SimTime{1000}, false};
  const auto one = delays(jitter, SimTime{99999}, SimTime{1});
  QVERIFY(one == delays(jitter, SimTime{99999}, SimTime{77}));
  QVERIFY(one != delays(jitter, SimTime{99999}, SimTime{1}, 1));
}

QTEST_APPLESS_MAIN(JitterTest)
#include "jitter_test.moc"
