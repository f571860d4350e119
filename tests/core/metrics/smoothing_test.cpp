// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/smoothing.h"

#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/metrics/record.h"

using telegrad::smooth;
using telegrad::Smoother;

class SmoothingTest : public QObject {
  Q_OBJECT
 private slots:
  void evenlySpacedIsTheDebiasedMovingAverage();
  void equalsTheWeightedMeanByDefinition();
  void aConstantStaysWhatItIs();
  void morePointsOnAStepChangeNothingAfterIt();
  void addingPointsNeverChangesEarlierValues();
  void whatIsNotThereIsPassedOver();
  void noSpanNoSmoothing();
  void samePlaceDoesNotCount();
};

namespace {

struct Curve {
  std::vector<double> x, y;
};

Curve randomCurve(std::size_t points, std::uint64_t seed) {
  telegrad::Random random(seed, telegrad::Purpose::Test);
  Curve curve;
  double x = 0.0;
  for (std::size_t i = 0; i < points; ++i) {
    x += random.uniform(0.01, 3.0);
    curve.x.push_back(x);
    curve.y.push_back(random.normal());
  }
  return curve;
}

}  // namespace

void SmoothingTest::evenlySpacedIsTheDebiasedMovingAverage() {
  // m_i = b m_{i-1} + (1 - b) y_i, divided by 1 - b^i.
  const double b = 0.9;
  Smoother smoother(-1.0 / std::log(b));
  telegrad::Random random(1, telegrad::Purpose::Test);
  double m = 0.0;
  for (int i = 1; i <= 300; ++i) {
    const double y = random.normal();
    m = b * m + (1.0 - b) * y;
    QVERIFY(std::abs(smoother.push(i, y) - m / (1.0 - std::pow(b, i))) < 1e-12);
  }
}

void SmoothingTest::equalsTheWeightedMeanByDefinition() {
  // Point j weighs the integral of exp(-(x_i - t)/span) over the distance it stands for,
  // the first point over as much as the second.
  const Curve curve = randomCurve(60, 2);
  const double span = 4.0;
  const auto smoothed = smooth(curve.x, curve.y, span);
  for (std::size_t i = 1; i < curve.x.size(); ++i) {
    double sum = 0.0;
    double weights = 0.0;
    for (std::size_t j = 0; j <= i; ++j) {
      const double before = j == 0 ? 2.0 * curve.x[0] - curve.x[1] : curve.x[j - 1];
      const double weight =
          std::exp((curve.x[j] - curve.x[i]) / span) - std::exp((before - curve.x[i]) / span);
      sum += weight * curve.y[j];
      weights += weight;
    }
    QVERIFY(std::abs(smoothed[i] - sum / weights) < 1e-10);
  }
}

void SmoothingTest::aConstantStaysWhatItIs() {
  const Curve curve = randomCurve(100, 3);
  for (const double value : smooth(curve.x, std::vector(100, 2.5), 5.0))
    QVERIFY(std::abs(value - 2.5) < 1e-14);
}

void SmoothingTest::morePointsOnAStepChangeNothingAfterIt() {
  // A point that repeats what the next one says about the same stretch adds nothing.
  const std::vector<double> x{0, 1, 4, 5};
  const std::vector<double> y{1, 2, 7, 3};
  const std::vector<double> finerX{0, 1, 1.5, 3, 4, 5};
  const std::vector<double> finerY{1, 2, 7, 7, 7, 3};
  const auto coarse = smooth(x, y, 2.0);
  const auto fine = smooth(finerX, finerY, 2.0);
  QVERIFY(std::abs(coarse[2] - fine[4]) < 1e-14);
  QVERIFY(std::abs(coarse[3] - fine[5]) < 1e-14);
}

void SmoothingTest::addingPointsNeverChangesEarlierValues() {
  const Curve curve = randomCurve(200, 4);
  const auto all = smooth(curve.x, curve.y, 3.0);
  for (std::size_t n = 1; n <= 200; ++n) {
    const auto some = smooth(std::span(curve.x).first(n), std::span(curve.y).first(n), 3.0);
    for (std::size_t i = 0; i < n; ++i) QVERIFY(some[i] == all[i]);
  }
}

void SmoothingTest::whatIsNotThereIsPassedOver() {
  Smoother with(3.0);
  Smoother without(3.0);
  telegrad::Random random(5, telegrad::Purpose::Test);
  for (int i = 0; i < 100; ++i) {
    const double y = random.normal();
    QVERIFY(std::isnan(with.push(i - 0.5, telegrad::Record::kNone)));
    QVERIFY(std::isnan(with.push(i - 0.25, std::numeric_limits<double>::infinity())));
    QVERIFY(with.push(i, y) == without.push(i, y));
  }
}

void SmoothingTest::noSpanNoSmoothing() {
  const Curve curve = randomCurve(20, 6);
  QVERIFY(smooth(curve.x, curve.y, 0.0) == curve.y);
}

void SmoothingTest::samePlaceDoesNotCount() {
  Smoother smoother(1.0);
  QCOMPARE(smoother.push(1.0, 5.0), 5.0);
  QCOMPARE(smoother.push(1.0, 9.0), 5.0);
  const double second = smoother.push(2.0, 7.0);
  QVERIFY(second > 5.0 && second < 7.0);
  QCOMPARE(smoother.push(2.0, 100.0), second);
}

QTEST_APPLESS_MAIN(SmoothingTest)
#include "smoothing_test.moc"
