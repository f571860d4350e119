// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/lazy_plot.h"

#include <QSignalSpy>
#include <QtTest>

using telegrad::ui::LazyPlot;

class LazyPlotTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void aPlotIsDrawnOnceForManySizes();
  void whatWasDrawnMeanwhileIsNotDrawnAgain();
  void cleanup() { plot_.reset(); }

 private:
  std::unique_ptr<LazyPlot> plot_;
};

void LazyPlotTest::init() {
  plot_ = std::make_unique<LazyPlot>();
  plot_->resize(300, 200);
  plot_->show();
  QVERIFY(QTest::qWaitForWindowExposed(plot_.get()));
  QCoreApplication::processEvents();
}

void LazyPlotTest::aPlotIsDrawnOnceForManySizes() {
  QSignalSpy drawn(plot_.get(), &QCustomPlot::afterReplot);
  for (const int width : {320, 340, 360}) plot_->resize(width, 200);
  QTRY_COMPARE(drawn.count(), 1);
  QCOMPARE(plot_->viewport().width(), 360);
  QCoreApplication::processEvents();
  QCOMPARE(drawn.count(), 1);
}

void LazyPlotTest::whatWasDrawnMeanwhileIsNotDrawnAgain() {
  QSignalSpy drawn(plot_.get(), &QCustomPlot::afterReplot);
  plot_->resize(400, 200);
  plot_->repaint();  // asks for the drawing
  plot_->replot();   // as new data do
  QCOMPARE(drawn.count(), 1);
  QCoreApplication::processEvents();
  QCOMPARE(drawn.count(), 1);
}

QTEST_MAIN(LazyPlotTest)
#include "lazy_plot_test.moc"
