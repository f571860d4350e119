// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/target_line.h"

#include <memory>

#include <QtTest>
#include <qcustomplot.h>

using telegrad::ui::targetLabelPlace;

/// Accuracies from 80 to 90 % over 0 to 100, with the target in the middle.
class TargetLineTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void nothingInTheWayItIsAboveTheFirstEnd();
  void aCurveMovesIt_data();
  void aCurveMovesIt();
  void aCurveThatIsHiddenDoesNot();
  void whereThereIsNoRoomAboveItIsBelow();
  void cleanup() { plot_.reset(); }

 private:
  enum End { Left, Right };
  enum Side { Above, Below };
  /// Which of the four places the label takes.
  void verifyPlace(bool rightFirst, End end, Side side);
  QCPGraph* addCurve(const QVector<double>& x, const QVector<double>& y);

  std::unique_ptr<QCustomPlot> plot_;
  double target_ = 0.85;
};

void TargetLineTest::init() {
  plot_ = std::make_unique<QCustomPlot>();
  plot_->setViewport(QRect(0, 0, 600, 300));
  plot_->xAxis->setRange(0, 100);
  plot_->yAxis->setRange(80, 90);
  plot_->replot();
  target_ = 0.85;
}

QCPGraph* TargetLineTest::addCurve(const QVector<double>& x, const QVector<double>& y) {
  auto* graph = plot_->addGraph();
  graph->setData(x, y);
  return graph;
}

void TargetLineTest::verifyPlace(bool rightFirst, End end, Side side) {
  const auto& rect = *plot_->axisRect();
  const QRectF place = targetLabelPlace(rect, {90, 16}, target_, rightFirst);
  QCOMPARE(place.size(), QSizeF(90, 16));
  QVERIFY(QRectF(rect.rect()).contains(place));
  const double line = plot_->yAxis->coordToPixel(100 * target_);
  QCOMPARE(place.center().x() > rect.center().x() ? Right : Left, end);
  QCOMPARE(place.center().y() < line ? Above : Below, side);
}

void TargetLineTest::nothingInTheWayItIsAboveTheFirstEnd() {
  verifyPlace(true, Right, Above);
  verifyPlace(false, Left, Above);
}

void TargetLineTest::aCurveMovesIt_data() {
  QTest::addColumn<QVector<double>>("x");
  QTest::addColumn<QVector<double>>("y");
  QTest::addColumn<int>("end");
  QTest::addColumn<int>("side");
  const auto row = [](const char* name, QVector<double> x, QVector<double> y, End end, Side side) {
    QTest::newRow(name) << x << y << int{end} << int{side};
  };
  row("a rise that ends above it", {0, 60, 100}, {80, 85.1, 85.4}, Right, Below);
  row("a rise through it at the right end", {0, 85, 95}, {80, 80, 90}, Left, Above);
  row("a long line over it, no point near", {-900, 900}, {85.3, 85.3}, Right, Below);
  row("a curve out of its way", {0, 100}, {80, 82}, Right, Above);
}

void TargetLineTest::aCurveMovesIt() {
  QFETCH(QVector<double>, x);
  QFETCH(QVector<double>, y);
  QFETCH(int, end);
  QFETCH(int, side);
  addCurve(x, y);
  verifyPlace(true, static_cast<End>(end), static_cast<Side>(side));
}

void TargetLineTest::aCurveThatIsHiddenDoesNot() {
  addCurve({0, 100}, {85.3, 85.3})->setVisible(false);
  verifyPlace(true, Right, Above);
}

void TargetLineTest::whereThereIsNoRoomAboveItIsBelow() {
  target_ = 0.898;
  verifyPlace(true, Right, Below);
  target_ = 0.802;
  addCurve({0, 100}, {80.5, 80.5});  // covered above, and there is no below
  verifyPlace(true, Right, Above);
}

QTEST_MAIN(TargetLineTest)
#include "target_line_test.moc"
