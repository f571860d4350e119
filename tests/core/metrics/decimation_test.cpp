// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/decimation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::DecimatedLine;
using telegrad::PixelAxis;
using telegrad::PlotPoint;

class DecimationTest : public QObject {
  Q_OBJECT
 private slots:
  void fewPointsStayAsTheyAre();
  void keepsFirstLowestHighestLastInOrder();
  void keepsANeighbourOnEitherSide();
  void logarithmicAxesDropAndCount();
  void logarithmicPixelsAreEquallyWideInTheLogarithm();
  void whatIsNotFiniteIsPassedOver();
  void equalsTheNaiveEnvelope();
  void growingLineEqualsTheWholeCurve();
  void emptyCurves();
  void memoryIsAFewBytesAPoint();
};

namespace {

struct Curve {
  std::vector<double> x, y;
};

Curve randomCurve(std::size_t points, telegrad::Random& random) {
  Curve curve;
  double x = random.uniform(-5.0, 5.0);
  for (std::size_t i = 0; i < points; ++i) {
    if (random.below(4) != 0) x += random.uniform(0.0, 1.0);  // also several at one x
    curve.x.push_back(x);
    // Few distinct values, so that there are equals; some absent, some not positive.
    curve.y.push_back(random.below(20) == 0 ? std::numeric_limits<double>::quiet_NaN()
                                            : static_cast<double>(random.below(40)) - 5.0);
  }
  return curve;
}

/// By definition: group the drawable visible points by pixel, keep four of each group.
std::vector<PlotPoint> naive(const Curve& curve, const PixelAxis& axis, bool logarithmicY) {
  std::map<int, std::vector<std::size_t>> pixels;
  std::vector<std::size_t> before;
  std::vector<std::size_t> after;
  for (std::size_t i = 0; i < curve.x.size(); ++i) {
    const double x = curve.x[i];
    if (std::isnan(curve.y[i]) || (logarithmicY && curve.y[i] <= 0.0)) continue;
    if (axis.logarithmic && x <= 0.0) continue;
    if (x < axis.lower) {
      before = {i};
    } else if (x > axis.upper) {
      if (after.empty()) after = {i};
    } else {
      const double share = axis.logarithmic ? (std::log(x) - std::log(axis.lower)) /
                                                  (std::log(axis.upper) - std::log(axis.lower))
                                            : (x - axis.lower) / (axis.upper - axis.lower);
      pixels[std::min(axis.pixels - 1, static_cast<int>(share * axis.pixels))].push_back(i);
    }
  }
  const auto less = [&](std::size_t a, std::size_t b) { return curve.y[a] < curve.y[b]; };
  const auto greater = [&](std::size_t a, std::size_t b) { return curve.y[a] > curve.y[b]; };
  std::vector<std::size_t> kept = before;
  for (const auto& [pixel, group] : pixels) {
    std::vector<std::size_t> four{group.front(), *std::ranges::min_element(group, less),
                                  *std::ranges::min_element(group, greater), group.back()};
    std::ranges::sort(four);
    four.erase(std::unique(four.begin(), four.end()), four.end());
    kept.insert(kept.end(), four.begin(), four.end());
  }
  kept.insert(kept.end(), after.begin(), after.end());
  std::vector<PlotPoint> points;
  for (const std::size_t i : kept) points.push_back({curve.x[i], curve.y[i]});
  return points;
}

/// What a line with all of the curve's points draws, and how many it cannot.
struct Drawn {
  std::vector<PlotPoint> points;
  std::size_t dropped = 0;
};

Drawn draw(const Curve& curve, const PixelAxis& axis, bool logarithmicY = false) {
  DecimatedLine line(axis.logarithmic, logarithmicY);
  for (std::size_t i = 0; i < curve.x.size(); ++i) line.append(curve.x[i], curve.y[i]);
  Drawn drawn;
  line.envelope(axis, drawn.points);
  drawn.dropped = line.dropped();
  return drawn;
}

PixelAxis randomAxis(const Curve& curve, telegrad::Random& random) {
  PixelAxis axis;
  axis.logarithmic = random.below(2) == 0;
  const double low = axis.logarithmic ? 0.01 : curve.x.front() - 2.0;
  axis.lower = random.uniform(low, std::max(low + 1.0, curve.x.back()));
  axis.upper = axis.lower + random.uniform(0.5, 200.0);
  axis.pixels = 1 + static_cast<int>(random.below(60));
  return axis;
}

}  // namespace

void DecimationTest::fewPointsStayAsTheyAre() {
  const Curve curve{{0, 1, 2, 3}, {5, 4, 9, 1}};
  const auto got = draw(curve, {0.0, 3.0, 100});
  QVERIFY((got.points == std::vector<PlotPoint>{{0, 5}, {1, 4}, {2, 9}, {3, 1}}));
  QCOMPARE(got.dropped, std::size_t{0});
}

void DecimationTest::keepsFirstLowestHighestLastInOrder() {
  const Curve curve{{0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6}, {3, 4, 9, 5, 1, 2, 3}};
  const auto got = draw(curve, {0.0, 1.0, 1});
  QVERIFY((got.points == std::vector<PlotPoint>{{0.0, 3}, {0.2, 9}, {0.4, 1}, {0.6, 3}}));
}

void DecimationTest::keepsANeighbourOnEitherSide() {
  const Curve curve{{0, 1, 2, 3, 4}, {1, 2, 3, 4, 5}};
  const auto got = draw(curve, {1.5, 2.5, 10});
  QVERIFY((got.points == std::vector<PlotPoint>{{1, 2}, {2, 3}, {3, 4}}));
}

void DecimationTest::logarithmicAxesDropAndCount() {
  const Curve curve{{1, 2, 3, 4}, {1, 0, -2, 8}};
  const auto got = draw(curve, {1.0, 4.0, 100}, true);
  QVERIFY((got.points == std::vector<PlotPoint>{{1, 1}, {4, 8}}));
  QCOMPARE(got.dropped, std::size_t{2});
  DecimatedLine line(true, false);
  for (const double x : {-1.0, 0.0, 1.0, 2.0}) line.append(x, -3.0);
  QCOMPARE(line.size(), std::size_t{2});
  QCOMPARE(line.dropped(), std::size_t{2});
}

void DecimationTest::logarithmicPixelsAreEquallyWideInTheLogarithm() {
  const PixelAxis axis{1.0, 1000.0, 3, true};
  QCOMPARE(axis.pixelOf(9.9), 0);
  QCOMPARE(axis.pixelOf(10.1), 1);
  QCOMPARE(axis.pixelOf(99.0), 1);
  QCOMPARE(axis.pixelOf(101.0), 2);
  QCOMPARE(axis.pixelOf(1000.0), 2);
}

void DecimationTest::whatIsNotFiniteIsPassedOver() {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  const Curve curve{{0, 1, 2, 3, 4}, {none, 2, infinite, none, 5}};
  const auto got = draw(curve, {0.0, 4.0, 100});
  QVERIFY((got.points == std::vector<PlotPoint>{{1, 2}, {4, 5}}));
  QCOMPARE(got.dropped, std::size_t{0});
}

void DecimationTest::equalsTheNaiveEnvelope() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  for (int round = 0; round < 300; ++round) {
    const Curve curve = randomCurve(1 + random.below(400), random);
    const PixelAxis axis = randomAxis(curve, random);
    const bool logarithmicY = random.below(2) == 0;
    QVERIFY(draw(curve, axis, logarithmicY).points == naive(curve, axis, logarithmicY));
  }
}

void DecimationTest::growingLineEqualsTheWholeCurve() {
  telegrad::Random random(2, telegrad::Purpose::Test);
  std::vector<PlotPoint> points;
  for (int round = 0; round < 60; ++round) {
    const Curve curve = randomCurve(1500, random);
    const bool logarithmicX = random.below(2) == 0;
    const bool logarithmicY = random.below(2) == 0;
    DecimatedLine line(logarithmicX, logarithmicY);
    Curve sofar;
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      line.append(curve.x[i], curve.y[i]);
      sofar.x.push_back(curve.x[i]);
      sofar.y.push_back(curve.y[i]);
      if (i % 97 != 0) continue;
      PixelAxis axis = randomAxis(curve, random);
      axis.logarithmic = logarithmicX;
      if (logarithmicX && axis.lower <= 0.0) {
        axis.upper += 0.5 - axis.lower;
        axis.lower = 0.5;
      }
      line.envelope(axis, points);
      QVERIFY(points == naive(sofar, axis, logarithmicY));
      QVERIFY(points.size() <= static_cast<std::size_t>(4 * axis.pixels + 2));
    }
  }
}

void DecimationTest::emptyCurves() {
  DecimatedLine line;
  std::vector<PlotPoint> points{{1, 1}};
  line.envelope({0.0, 1.0, 10}, points);
  QVERIFY(points.empty());
  line.append(0.5, 1.0);
  line.clear();
  line.envelope({0.0, 1.0, 10}, points);
  QVERIFY(points.empty());
}

void DecimationTest::memoryIsAFewBytesAPoint() {
  DecimatedLine line;
  for (int i = 0; i < 100000; ++i) line.append(i, i % 7);
  QVERIFY(line.memory() <= 100000 * 1715 / 100);
}

QTEST_APPLESS_MAIN(DecimationTest)
#include "decimation_test.moc"
