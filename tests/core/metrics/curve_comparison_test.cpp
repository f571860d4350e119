// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/curve_comparison.h"

#include <cmath>
#include <vector>

#include <QtTest>

using telegrad::Better;
using telegrad::ComparisonGrid;
using telegrad::CurveView;
using telegrad::meanBand;
using telegrad::PlotPoint;
using telegrad::ratioAtEqualX;
using telegrad::ratioAtEqualY;

class CurveComparisonTest : public QObject {
  Q_OBJECT
 private slots:
  void aBandIsTheMeanAndItsDeviation();
  void aBandIsWhereAllCurvesAre();
  void oneCurveIsItsOwnBand();
  void longCurvesAreLookedAtEvenly();
  void aLogarithmicGridIsEvenInFactors();
  void aRatioAtEqualXIsByHand();
  void aRatioLeavesOutWhereTheOtherIsZero();
  void aRatioAtEqualYIsOfWhatWasNeeded();
  void aRatioAtEqualYTakesTheFirstTime();
  void accuraciesGetBetterUpwards();
  void aStretchedCurveHasThatRatioEverywhere();
  void levelsThatOneNeverReachesAreLeftOut();
};

namespace {

struct Points {
  std::vector<double> x, y;
  operator CurveView() const { return {x, y}; }  // NOLINT: reads as what it is
};

using Ratio = std::vector<PlotPoint>;

}  // namespace

void CurveComparisonTest::aBandIsTheMeanAndItsDeviation() {
  const Points one{{1, 2, 3}, {1, 2, 3}};
  const Points other{{1, 3}, {3, 7}};  // 5 at 2
  const auto band = meanBand(std::vector<CurveView>{one, other}, {});
  QCOMPARE(band.x, (std::vector<double>{1, 2, 3}));
  QCOMPARE(band.mean, (std::vector<double>{2, 3.5, 5}));
  const std::vector<double> apart{std::sqrt(2.0), std::sqrt(4.5), std::sqrt(8.0)};
  for (std::size_t i = 0; i < 3; ++i) {
    QCOMPARE(band.low[i], band.mean[i] - apart[i]);
    QCOMPARE(band.high[i], band.mean[i] + apart[i]);
  }
}

void CurveComparisonTest::aBandIsWhereAllCurvesAre() {
  const Points one{{0, 2, 4}, {0, 2, 4}};
  const Points other{{1, 3}, {10, 30}};
  QCOMPARE(meanBand(std::vector<CurveView>{one, other}, {}).x, (std::vector<double>{1, 2, 3}));
  const Points away{{5, 6}, {0, 0}};
  QVERIFY(meanBand(std::vector<CurveView>{one, away}, {}).x.empty());
  QVERIFY(meanBand(std::vector<CurveView>{one, Points{}}, {}).x.empty());
  QVERIFY(meanBand({}, {}).x.empty());
}

void CurveComparisonTest::oneCurveIsItsOwnBand() {
  const Points one{{1, 2}, {4, 8}};
  const auto band = meanBand(std::vector<CurveView>{one}, {});
  QCOMPARE(band.mean, one.y);
  QCOMPARE(band.low, one.y);
  QCOMPARE(band.high, one.y);
}

void CurveComparisonTest::longCurvesAreLookedAtEvenly() {
  Points line;
  for (int i = 0; i <= 1000; ++i) {
    line.x.push_back(i);
    line.y.push_back(3.0 * i);
  }
  const auto band = meanBand(std::vector<CurveView>{line, line}, {.most = 11});
  QCOMPARE(band.x.size(), std::size_t{11});
  for (std::size_t i = 0; i < 11; ++i) {
    QCOMPARE(band.x[i], 100.0 * static_cast<double>(i));
    QCOMPARE(band.mean[i], 3.0 * band.x[i]);
  }
}

void CurveComparisonTest::aLogarithmicGridIsEvenInFactors() {
  Points line;
  for (int i = 0; i <= 1000; ++i) {
    line.x.push_back(i);
    line.y.push_back(i);
  }
  const auto band = meanBand(std::vector<CurveView>{line}, {.most = 4, .logarithmic = true});
  QCOMPARE(band.x.size(), std::size_t{4});  // 0 has no place there
  const std::vector<double> expected{1, 10, 100, 1000};
  for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(band.x[i] / expected[i] - 1.0) < 1e-12);
}

void CurveComparisonTest::aRatioAtEqualXIsByHand() {
  const Points one{{1, 2, 3}, {6, 4, 2}};
  const Points base{{1, 3}, {2, 4}};
  QCOMPARE(ratioAtEqualX(one, base, {}), (Ratio{{1, 3}, {2, 4.0 / 3.0}, {3, 0.5}}));
}

void CurveComparisonTest::aRatioLeavesOutWhereTheOtherIsZero() {
  const Points one{{1, 2}, {6, 4}};
  const Points base{{1, 2}, {0, 2}};
  QCOMPARE(ratioAtEqualX(one, base, {}), (Ratio{{2, 2}}));
}

void CurveComparisonTest::aRatioAtEqualYIsOfWhatWasNeeded() {
  const Points one{{1, 2, 4}, {8, 4, 2}};
  const Points base{{1, 10, 20}, {8, 4, 2}};
  const Ratio expected{{2, 4.0 / 20.0}, {4, 2.0 / 10.0}, {8, 1.0}};
  QCOMPARE(ratioAtEqualY(one, base, Better::Lower, {}), expected);
}

void CurveComparisonTest::aRatioAtEqualYTakesTheFirstTime() {
  // 4 is reached at 2; what is lost again afterwards changes nothing.
  const Points one{{1, 2, 3, 4}, {8, 3, 9, 3}};
  const Points base{{1, 10}, {8, 3}};
  const Ratio expected{{3, 2.0 / 10.0}, {8, 1.0}};
  QCOMPARE(ratioAtEqualY(one, base, Better::Lower, {}), expected);
}

void CurveComparisonTest::accuraciesGetBetterUpwards() {
  const Points one{{1, 2}, {0.5, 0.9}};
  const Points base{{1, 6}, {0.5, 0.9}};
  const Ratio expected{{0.5, 1.0}, {0.9, 2.0 / 6.0}};
  QCOMPARE(ratioAtEqualY(one, base, Better::Higher, {}), expected);
}

void CurveComparisonTest::aStretchedCurveHasThatRatioEverywhere() {
  Points base;
  Points stretched;
  for (int i = 1; i <= 5000; ++i) {
    base.x.push_back(i);
    stretched.x.push_back(0.25 * i);
    base.y.push_back(10.0 / i + 0.01 * std::sin(i));
  }
  stretched.y = base.y;
  const auto ratio =
      ratioAtEqualY(stretched, base, Better::Lower, {.most = 100, .logarithmic = true});
  QVERIFY(ratio.size() > 20);
  for (const auto& point : ratio) QCOMPARE(point.y, 0.25);
}

void CurveComparisonTest::levelsThatOneNeverReachesAreLeftOut() {
  const Points one{{1, 2}, {8, 4}};
  const Points base{{1, 2, 3}, {6, 4, 1}};
  for (const auto& point : ratioAtEqualY(one, base, Better::Lower, {}))
    QVERIFY(point.x >= 4.0 && point.x <= 6.0);
  const Points worse{{1}, {20}};
  QVERIFY(ratioAtEqualY(worse, base, Better::Lower, {}).empty());
  QVERIFY(ratioAtEqualY(Points{}, base, Better::Lower, {}).empty());
}

QTEST_APPLESS_MAIN(CurveComparisonTest)
#include "curve_comparison_test.moc"
