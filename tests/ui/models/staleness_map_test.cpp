// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/staleness_map.h"

#include <algorithm>
#include <cmath>

#include <QPolygonF>
#include <QtTest>

#include "core/base/random.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using namespace telegrad::ui;
using telegrad::test::with;

namespace {

const IterationConditions kWan{
    .computeSeconds = 0.2, .gradientBits = 3.97e9, .bitsPerSecond = 756e6, .latencySeconds = 0.1};

double between(Random& random, double low, double high) {
  return low * std::exp(random.uniform(0.0, 1.0) * std::log(high / low));
}

/// Whether a point is up and left of the staircase.
bool isInside(const std::vector<QPointF>& edge, double delta, double tau) {
  if (edge.empty()) return false;
  QPolygonF region(QList<QPointF>(edge.begin(), edge.end()));
  region << QPointF(StalenessMap::kLeastDelta / 2, edge.back().y())
         << QPointF(StalenessMap::kLeastDelta / 2, edge.front().y());
  return region.containsPoint({delta, tau}, Qt::OddEvenFill);
}

Run runOf(const std::vector<std::pair<double, int>>& points) {
  Run run;
  run.id = 7;
  for (const auto& [delta, tau] : points) {
    Record record;
    record.iteration = static_cast<std::int64_t>(run.series.size()) + 1;
    record.compressionRatio = delta;
    record.staleness = tau;
    run.series.append(record);
  }
  return run;
}

}  // namespace

class StalenessMapTest : public QObject {
  Q_OBJECT
 private slots:
  void theOutlineIsWhereComputationSetsThePace();
  void aNetworkThatNothingHidesHasNoOutline();
  void marksAreDecosOwn();
  void theMapReachesTheChoice();
  void coloursAreThoseOfPhi();
  void settingsComeFromDecosExperiment();
  void theTrailHasOnePointAChange();
  void theTrailForgetsAnotherRun();
};

void StalenessMapTest::theOutlineIsWhereComputationSetsThePace() {
  Random random(11, Purpose::Test);
  int inside = 0;
  int outside = 0;
  for (int set = 0; set < 40; ++set) {
    const IterationConditions conditions{.computeSeconds = between(random, 0.01, 1.0),
                                         .gradientBits = between(random, 1e6, 1e10),
                                         .bitsPerSecond = between(random, 1e6, 1e10),
                                         .latencySeconds = between(random, 0.001, 2.0)};
    const auto map = stalenessMap(conditions, {});
    const auto edge = map.outline();
    for (int tau = 0; tau <= map.mostTau; ++tau) {
      for (int column = 0; column <= 60; ++column) {
        const double delta = std::pow(10.0, -3.97 + 3.96 * column / 60.0);
        const double time = iterationTime(conditions, delta, tau);
        const bool isHidden = time <= conditions.computeSeconds * (1.0 + 1e-9);
        QCOMPARE(isInside(edge, delta, tau), isHidden);
        (isHidden ? inside : outside) += 1;
      }
    }
  }
  QVERIFY(inside > 1000);
  QVERIFY(outside > 1000);
}

void StalenessMapTest::aNetworkThatNothingHidesHasNoOutline() {
  auto slow = kWan;
  slow.bitsPerSecond = 1e3;
  QVERIFY(stalenessMap(slow, {}).outline().empty());
  QVERIFY(StalenessMap().outline().empty());
}

void StalenessMapTest::marksAreDecosOwn() {
  for (const auto base : {PhiBase::HalfRatio, PhiBase::FullRatio}) {
    DecoSettings settings;
    settings.phiBase = base;
    settings.headroom = 0.9;
    const auto map = stalenessMap(kWan, settings);
    const auto decided = decideDeco(kWan, settings);
    QVERIFY(decided && map.decision);
    QVERIFY(map.decision->chosen == decided->chosen);
    QVERIFY(map.decision->candidates == decided->candidates);
    QCOMPARE(map.decision->candidates.size(), std::size_t{2});
    // With less than all of the bandwidth, they are within the region.
    for (const auto& candidate : map.decision->candidates)
      QVERIFY(isInside(map.outline(), candidate.delta, candidate.tau));
  }
}

void StalenessMapTest::theMapReachesTheChoice() {
  auto distant = kWan;
  distant.latencySeconds = 4.5;  // 22.5 compute times
  const auto map = stalenessMap(distant, {});
  QVERIFY(map.decision->chosen.tau >= 23);
  QVERIFY(map.mostTau > map.decision->chosen.tau);
  distant.latencySeconds = 90.0;
  const auto deepest = stalenessMap(distant, {});
  QCOMPARE(deepest.mostTau, StalenessMap::kMostTau);
  QCOMPARE(deepest.decision->chosen.tau, StalenessMap::kMostTau);
  QVERIFY(deepest.sentence().contains(QStringLiteral("a staleness above 64")));
  QVERIFY(!map.sentence().contains(QStringLiteral("a staleness above")));
  auto broken = kWan;
  broken.gradientBits = -1.0;
  const auto none = stalenessMap(broken, {});
  QVERIFY(!none.decision);
  QVERIFY(!none.reason.isEmpty());
}

void StalenessMapTest::coloursAreThoseOfPhi() {
  constexpr std::size_t kColumns = 33;
  const auto values = noiseMap(kColumns, 16, PhiBase::HalfRatio, 0.1, 1e4);
  QCOMPARE(values.size(), kColumns * 17);
  QCOMPARE(values[0], 9999.0);          // delta = 1e-4, tau = 0: (1 - delta) / delta
  QCOMPARE(values[kColumns - 1], 0.1);  // delta = 1: nothing is left out
  QCOMPARE(deltaOf(kColumns - 1, kColumns), 1.0);
  for (std::size_t column = 0; column + 1 < kColumns; ++column) {
    const double delta = deltaOf(column, kColumns);
    double phi = (1.0 - delta) / delta;
    for (int i = 0; i < 8; ++i) phi /= 1.0 - delta / 2.0;
    const double there = values[8 * kColumns + column];
    QVERIFY(std::abs(there - std::clamp(phi, 0.1, 1e4)) <= 1e-9 * there);
  }
}

void StalenessMapTest::settingsComeFromDecosExperiment() {
  const auto deco = with(Experiment(), {"algorithm.key=deco-sgd", "algorithm.headroom=0.8",
                                        "algorithm.least_fraction=0.01"});
  const auto settings = decoSettingsOf(deco, PhiBase::FullRatio);
  QCOMPARE(settings.headroom, 0.8);
  QCOMPARE(settings.minRatio, 0.01);
  QVERIFY(settings.phiBase == PhiBase::FullRatio);
  // Of another algorithm's experiment: what DeCo would begin with.
  const auto usual = decoSettingsOf(Experiment(), PhiBase::HalfRatio);
  QCOMPARE(usual.headroom, 0.9);
  QCOMPARE(usual.minRatio, 1e-3);
  QCOMPARE(usual.hysteresis, 0.05);
}

void StalenessMapTest::theTrailHasOnePointAChange() {
  RunTrail trail;
  auto run = runOf({{0.01, 0}, {0.01, 1}, {0.01, 1}, {0.0101, 1}, {0.02, 2}, {NAN, 2}, {0.02, 0}});
  QVERIFY(trail.take(&run));
  const std::vector<RunTrail::Point> all{{0.01, 0}, {0.01, 1}, {0.02, 2}, {0.02, 0}};
  QVERIFY(trail.points() == all);
  QVERIFY(!trail.take(&run));  // nothing new
  Record record;
  record.iteration = 8;
  record.compressionRatio = 0.5;
  run.series.append(record);
  QVERIFY(trail.take(&run));
  QVERIFY(trail.points().back() == (RunTrail::Point{0.5, 0}));
  // The last iteration of all applies what is left: no staleness that was chosen.
  auto finished = runOf({{0.01, 0}, {0.01, 1}, {0.01, 0}});
  finished.id = 8;
  finished.info = RunInfo{};
  finished.info->iterations = 3;
  RunTrail ended;
  ended.take(&finished);
  QVERIFY(ended.points().back() == (RunTrail::Point{0.01, 1}));
}

void StalenessMapTest::theTrailForgetsAnotherRun() {
  RunTrail trail;
  auto run = runOf({{0.01, 0}});
  trail.take(&run);
  auto other = runOf({{0.3, 4}});
  other.id = 9;
  QVERIFY(trail.take(&other));
  QVERIFY(trail.points() == (std::vector<RunTrail::Point>{{0.3, 4}}));
  QVERIFY(trail.take(nullptr));
  QVERIFY(trail.points().empty());
}

QTEST_GUILESS_MAIN(StalenessMapTest)
#include "staleness_map_test.moc"
