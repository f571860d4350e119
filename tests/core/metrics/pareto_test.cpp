// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/pareto.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::paretoFront;
using telegrad::Trade;

class ParetoTest : public QObject {
  Q_OBJECT
 private slots:
  void byHand();
  void nothingOfNothing();
  void equalOnesAreAllThere();
  void whatIsMissingIsLeftOut();
  void asBruteForceFinds_data();
  void asBruteForceFinds();
};

namespace {

bool beats(const Trade& one, const Trade& other) {
  return one.cost <= other.cost && one.worth >= other.worth &&
         (one.cost < other.cost || one.worth > other.worth);
}

/// The definition, taken literally; in ascending place.
std::vector<std::size_t> unbeaten(const std::vector<Trade>& trades) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < trades.size(); ++i) {
    if (std::isnan(trades[i].cost) || std::isnan(trades[i].worth)) continue;
    if (std::ranges::none_of(trades, [&](const Trade& other) { return beats(other, trades[i]); }))
      found.push_back(i);
  }
  return found;
}

}  // namespace

void ParetoTest::byHand() {
  // The third costs as much as the first and is worth less; the last is beaten by the second.
  const std::vector<Trade> trades{{3.0, 0.9}, {1.0, 0.5}, {3.0, 0.8}, {2.0, 0.7}, {1.5, 0.4}};
  QCOMPARE(paretoFront(trades), (std::vector<std::size_t>{1, 3, 0}));
}

void ParetoTest::nothingOfNothing() {
  QVERIFY(paretoFront({}).empty());
}

void ParetoTest::equalOnesAreAllThere() {
  const std::vector<Trade> trades{{1.0, 0.5}, {2.0, 0.5}, {1.0, 0.5}};
  QCOMPARE(paretoFront(trades), (std::vector<std::size_t>{0, 2}));
}

void ParetoTest::whatIsMissingIsLeftOut() {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Trade> trades{{kNone, 1.0}, {1.0, 0.5}, {0.5, kNone}};
  QCOMPARE(paretoFront(trades), (std::vector<std::size_t>{1}));
}

void ParetoTest::asBruteForceFinds_data() {
  QTest::addColumn<int>("count");
  QTest::addColumn<int>("levels");
  QTest::newRow("few, many alike") << 12 << 3;
  QTest::newRow("some alike") << 60 << 12;
  QTest::newRow("many, hardly any alike") << 300 << 1'000'000;
}

void ParetoTest::asBruteForceFinds() {
  QFETCH(int, count);
  QFETCH(int, levels);
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    telegrad::Random random(seed, telegrad::Purpose::Test);
    const auto some = [&] {
      return static_cast<double>(random.below(static_cast<std::uint64_t>(levels)));
    };
    std::vector<Trade> trades;
    for (int i = 0; i < count; ++i) trades.push_back({some(), some()});
    if (seed % 3 == 0) trades[0].worth = std::numeric_limits<double>::quiet_NaN();
    auto front = paretoFront(trades);
    for (std::size_t i = 1; i < front.size(); ++i) {
      QVERIFY(trades[front[i - 1]].cost <= trades[front[i]].cost);
      QVERIFY(trades[front[i - 1]].worth <= trades[front[i]].worth);
    }
    std::ranges::sort(front);
    QCOMPARE(front, unbeaten(trades));
  }
}

QTEST_APPLESS_MAIN(ParetoTest)
#include "pareto_test.moc"
