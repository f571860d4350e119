// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lab_chart.h"

#include <cmath>

#include <QtTest>

using namespace telegrad;
using namespace telegrad::ui;

namespace {

LabMeasurement measurement(double bits, double variance, double bestDelta) {
  LabMeasurement measured;
  measured.size = 100;
  measured.paperBits = 100.0 * bits;
  measured.entropyBits = 50.0 * bits;
  measured.wireBytes = 25.0 * bits;
  measured.variance.mean = variance;
  measured.bestDelta.mean = bestDelta;
  measured.encodeSeconds = 3e-9;
  return measured;
}

/// An operator along two points, between which it stands.
LabReport report() {
  LabReport made;
  made.vectorName = "x";
  LabReport::Row row;
  row.item.id = 7;
  row.item.op = *labOperator("top-k");
  row.item.curve.name = "Top-k";
  row.item.curve.parameter = "Kept fraction k";
  row.measured = measurement(2.0, 0.5, 10.0);
  made.rows = {row};
  made.curves = {{{measurement(1.0, 0.8, 100.0), "1 %"}, {measurement(4.0, 0.1, 1.0), "10 %"}}};
  return made;
}

}  // namespace

class LabChartTest : public QObject {
  Q_OBJECT
 private slots:
  void axesAreWhatTheViewSays();
  void whatHasNoFigureIsLeftOut();
  void figureOneHasItsLines();
  void savingsAreAgainstIterations();
  void csvIsTidy();
};

void LabChartTest::axesAreWhatTheViewSays() {
  const auto chart = chartOf(report(), {});
  QCOMPARE(chart.curves.size(), std::size_t{1});
  const auto& curve = chart.curves.front();
  QCOMPARE(curve.item, 7);
  QCOMPARE(curve.points[0].x, 1.0);
  QCOMPARE(curve.points[0].y, 2.0);  // log10 of 100
  QCOMPARE(curve.points[1].label, QString("10 %"));
  QVERIFY(curve.mark && curve.mark->x == 2.0 && curve.mark->y == 1.0);
  LabView wire;
  wire.x = LabX::WireBits;
  wire.y = LabY::Variance;
  const auto other = chartOf(report(), wire).curves.front();
  QCOMPARE(other.points[0].x, 2.0);  // 8 * 25 / 100
  QCOMPARE(other.points[0].y, 0.8);
  LabView times;
  times.y = LabY::EncodeTime;
  QVERIFY(chartOf(report(), times).logY);
  QVERIFY(std::abs(chartOf(report(), times).curves.front().points[0].y - 3.0) < 1e-12);
}

void LabChartTest::whatHasNoFigureIsLeftOut() {
  auto none = report();
  none.curves[0][0].measured.bestDelta.mean = std::nan("");
  QCOMPARE(chartOf(none, {}).curves.front().points.size(), std::size_t{1});
  // A variance of 100 asks for a logarithmic axis, on which 0 is nowhere.
  none.curves[0][0].measured.variance.mean = 100.0;
  none.curves[0][1].measured.variance.mean = 0.0;
  LabView variance;
  variance.y = LabY::Variance;
  const auto chart = chartOf(none, variance);
  QVERIFY(chart.logY);
  QCOMPARE(chart.curves.front().points.size(), std::size_t{1});
  QVERIFY(chartOf({}, {}).isEmpty());
}

void LabChartTest::figureOneHasItsLines() {
  LabView view;
  view.figure = LabFigure::Figure1;
  view.y = LabY::Variance;
  view.logX = false;
  const auto chart = chartOf(report(), view);
  QCOMPARE(chart.curves.size(), std::size_t{3});
  const auto& power = chart.curves[1];
  QVERIFY(power.isReference);
  for (const auto& point : power.points)
    QVERIFY(std::abs(point.y - std::exp(point.x * std::log(0.86))) < 1e-12);
  QCOMPARE(chart.curves[2].points.back().x, 32.0);
  QCOMPARE(chart.curves[2].points.back().y, 0.0);
  QVERIFY(!chart.curves[0].mark);
}

void LabChartTest::savingsAreAgainstIterations() {
  LabReport made;
  made.savings = {{"Top-5", 1000.0, {0.1, 0.2, 0.3}}, {"Rand-5", 0.0, {0.05, 0.05, 0.05}}};
  LabView view;
  view.figure = LabFigure::Figure2;
  const auto chart = chartOf(made, view);
  QCOMPARE(chart.curves.size(), std::size_t{3});  // and the line k / d
  QCOMPARE(chart.curves[0].name, QString("Top-5, κ = 1,000"));
  QCOMPARE(chart.curves[1].name, QString("Rand-5, logistic regression"));
  QCOMPARE(chart.curves[0].points[2].x, 2.0);
  QCOMPARE(chart.curves[0].points[2].y, 0.3);
  QCOMPARE(chart.curves[2].points.back().y, 0.05);
}

void LabChartTest::csvIsTidy() {
  const auto lines = QString::fromStdString(csvOf(chartOf(report(), {}))).split('\n');
  QVERIFY(lines[0].startsWith("curve,parameter,value,\"Bits per coordinate"));
  QCOMPARE(lines[1], QString("\"Top-k\",\"Kept fraction k\",\"1 %\",1,2"));
  QCOMPARE(lines.size(), 4);  // two points, and the end of the last line
}

QTEST_GUILESS_MAIN(LabChartTest)
#include "lab_chart_test.moc"
