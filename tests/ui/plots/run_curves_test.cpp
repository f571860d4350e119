// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/run_curves.h"

#include <cmath>

#include <QtTest>

#include "tests/ui/plots/synthetic_run.h"

using namespace telegrad;
using namespace telegrad::ui;

namespace {

RunSeries seriesOf(int iterations) {
  RunSeries series;
  for (const auto& sample : syntheticSamples(iterations)) series.append(sample.record);
  return series;
}

const Quantity& accuracy() {
  return quantity("test-accuracy");
}

/// The mean of y_0 .. y_i, each with its place's distance from the one before integrated over
/// exp(-age / span) as its weight: no recursion. The first has the distance of the second.
double weightedMean(const std::vector<double>& place, const std::vector<double>& y, std::size_t i,
                    double span) {
  double sum = 0.0;
  double weights = 0.0;
  for (std::size_t j = 0; j <= i; ++j) {
    const double begin = j == 0 ? 2.0 * place[0] - place[1] : place[j - 1];
    const double weight =
        std::exp((place[j] - place[i]) / span) - std::exp((begin - place[i]) / span);
    sum += weight * y[j];
    weights += weight;
  }
  return sum / weights;
}

}  // namespace

class RunCurvesTest : public QObject {
  Q_OBJECT
 private slots:
  void aSmootherLooksBackOverAFifthOfTheWay();
  void theSmoothLossIsAWeightedMean();
  void anAccuracyIsAsMeasured();
  void whatGrowsIsWhatIsReadAnew();
};

void RunCurvesTest::aSmootherLooksBackOverAFifthOfTheWay() {
  constexpr double kSpan = 40.0;
  constexpr double kStep = 1e-3;
  const SmootherPlaces places(kSpan);
  // The place's slope is span / (1 + i / 5) until that is 1, at 5 (span - 1), and 1 from there on.
  for (const double iteration : {0.5, 1.0, 10.0, 100.0, 194.0, 196.0, 1000.0, 1e5}) {
    const double slope =
        (places.of(iteration + kStep) - places.of(iteration - kStep)) / (2.0 * kStep);
    const double expected = std::max(1.0, kSpan / (1.0 + iteration / 5.0));
    QVERIFY2(std::abs(slope / expected - 1.0) < 1e-4, qPrintable(QString::number(iteration)));
  }
  const double gap = places.of(195.0 + 1e-9) - places.of(195.0 - 1e-9);
  QVERIFY(gap >= 0.0 && gap < 1e-6);
  for (const double span : {0.0, 0.5, 1.0}) QCOMPARE(SmootherPlaces(span).of(7.0), 7.0);
}

void RunCurvesTest::theSmoothLossIsAWeightedMean() {
  const RunSeries series = seriesOf(400);
  CurveOptions options;
  const double span = smoothingSpan(options.smoothing);
  QVERIFY(span > 2.0);
  RunCurves curves;
  curves.update(series, options, accuracy());
  const auto losses = series.column(lossQuantity(options.loss));
  const SmootherPlaces places(span);
  std::vector<double> place;
  for (const double iteration : series.column(quantity("iteration")))
    place.push_back(places.of(iteration));
  const std::vector<double> y(losses.begin(), losses.end());
  QCOMPARE(curves.loss().smooth.size(), y.size());
  QCOMPARE(curves.loss().smooth.front(), y.front());
  for (std::size_t i = 1; i < y.size(); i += 7) {
    const double expected = weightedMean(place, y, i, span);
    QVERIFY(std::abs(curves.loss().smooth[i] / expected - 1.0) < 1e-9);
  }
}

void RunCurvesTest::anAccuracyIsAsMeasured() {
  const RunSeries series = seriesOf(95);
  RunCurves curves;
  curves.update(series, CurveOptions(), accuracy());
  QCOMPARE(curves.accuracy().x.size(), std::size_t{9});  // every tenth iteration
  for (std::size_t i = 0; i < 9; ++i) {
    const double k = 10.0 * (static_cast<double>(i) + 1.0);
    QCOMPARE(curves.accuracy().x[i], k);
    QCOMPARE(curves.accuracy().smooth[i], 100.0 * (1.0 - 0.9 / (1.0 + k / 100.0)));
  }
}

void RunCurvesTest::whatGrowsIsWhatIsReadAnew() {
  RunSeries series;
  RunCurves growing;
  CurveOptions options;
  options.x = XQuantity::PayloadBits;
  int taken = 0;
  for (const auto& sample : syntheticSamples(300)) {
    series.append(sample.record);
    if (++taken % 13 == 0) growing.update(series, options, accuracy(), 50);
  }
  growing.update(series, options, accuracy(), 50);
  RunCurves anew;
  anew.update(series, options, accuracy(), 50);
  QCOMPARE(growing.loss().x, anew.loss().x);
  QCOMPARE(growing.loss().smooth, anew.loss().smooth);
  QCOMPARE(growing.accuracy().smooth, anew.accuracy().smooth);
  QCOMPARE(anew.loss().x.front(), 50000.0);  // of iteration 50, a thousand bits each

  options.x = XQuantity::Iterations;
  growing.update(series, options, accuracy(), 50);
  QCOMPARE(growing.loss().x.front(), 50.0);
  QCOMPARE(growing.loss().smooth, anew.loss().smooth);  // whatever the x axis shows
}

QTEST_GUILESS_MAIN(RunCurvesTest)
#include "run_curves_test.moc"
