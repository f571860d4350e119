// SPDX-License-Identifier: GPL-3.0-or-later
// The library's curves: read from folders, turned into means and ratios, and drawn.
#include "ui/plots/library_plot.h"

#include <QSignalSpy>
#include <QtTest>

#include "tests/support/run_folders.h"
#include "ui/plots/library_lines.h"
#include "ui/plots/run_curves.h"

using namespace telegrad;
using namespace telegrad::ui;

class LibraryPlotTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void aLineIsWhatTheTrainingPageDraws_data();
  void aLineIsWhatTheTrainingPageDraws();
  void linesArriveOnceForEachChoice();
  void aFolderWithoutCurvesIsSaid();
  void seedsBecomeTheirMean();
  void aRatioIsOfWhatWasNeeded();
  void aRatioOfMeansLeavesTheirBaselineOut();
  void showsAllOfItsLines();
  void theReadOutHasEveryLine();
  void keysMoveTheReadOutAndZoom();
  void nothingIsSaidInWords();

 private:
  std::filesystem::path write(const char* name, const test::MadeUpRun& run);
  SourceLine source(const char* name, std::size_t group, double bitsEach, double factor = 1.0);

  std::unique_ptr<QTemporaryDir> folder_;
};

namespace {

const CurveChoice kLossOverBits{XQuantity::PayloadBits, LibraryY::TrainingLoss, false, 0.0};

LibraryAxes linearAxes() {
  return {.xTitle = "x", .yTitle = "y", .xName = "Bits"};
}

NamedLine named(const QString& name, std::initializer_list<PlotPoint> points) {
  auto line = std::make_shared<DecimatedLine>();
  for (const auto& point : points) line->append(point.x, point.y);
  return {name, 0, line, nullptr};
}

}  // namespace

std::filesystem::path LibraryPlotTest::write(const char* name, const test::MadeUpRun& run) {
  const auto folder = std::filesystem::path(folder_->filePath(name).toStdString());
  test::writeRunFolder(folder, run);
  return folder;
}

SourceLine LibraryPlotTest::source(const char* name, std::size_t group, double bitsEach,
                                   double factor) {
  const auto folder = write(
      name, {.bitsEach = bitsEach, .adjust = [factor](Record& row) { row.trainLoss *= factor; }});
  return {name, QStringLiteral("group of %1").arg(name), 0, group,
          *readLine(folder, kLossOverBits)};
}

void LibraryPlotTest::aLineIsWhatTheTrainingPageDraws_data() {
  QTest::addColumn<int>("y");
  QTest::addColumn<bool>("log");
  QTest::newRow("loss") << int(LibraryY::TrainingLoss) << false;
  QTest::newRow("loss over decades") << int(LibraryY::TrainingLoss) << true;
  QTest::newRow("accuracy") << int(LibraryY::TestAccuracy) << false;
}

void LibraryPlotTest::aLineIsWhatTheTrainingPageDraws() {
  QFETCH(int, y);
  QFETCH(bool, log);
  CurveOptions options;
  options.x = XQuantity::SimulatedTime;
  options.xLog = log;
  options.smoothing = 0.3;
  RunSeries series;
  for (int i = 1; i <= 300; ++i) series.append(test::madeUpRow(i));
  RunCurves expected;
  expected.update(series, options, quantity("test_accuracy"));
  const CurveChoice choice{XQuantity::SimulatedTime, LibraryY(y), log, 0.3};
  const auto line = readLine(write("run", {.iterations = 300}), choice);
  QVERIFY(line);
  const auto& curve = choice.y == LibraryY::TrainingLoss ? expected.loss() : expected.accuracy();
  QVERIFY(!curve.x.empty());
  QCOMPARE(std::vector((*line)->x().begin(), (*line)->x().end()), curve.x);
  QCOMPARE(std::vector((*line)->y().begin(), (*line)->y().end()), curve.smooth);
}

void LibraryPlotTest::linesArriveOnceForEachChoice() {
  const auto one = write("one", {});
  const auto two = write("two", {});
  LibraryCurves curves;
  curves.want({one, two}, kLossOverBits);
  QCOMPARE(curves.waiting(), 2);
  QTRY_COMPARE(curves.waiting(), 0);
  const auto line = curves.line(one);
  QVERIFY(line != nullptr);
  curves.want({one}, kLossOverBits);  // is there
  QCOMPARE(curves.waiting(), 0);
  QCOMPARE(curves.line(one), line);
  QVERIFY(curves.line(two) == nullptr);
  auto other = kLossOverBits;
  other.x = XQuantity::Rounds;
  curves.want({one}, other);
  QVERIFY(curves.line(one) == nullptr);
  QTRY_COMPARE(curves.waiting(), 0);
  QCOMPARE(curves.line(one)->x().back(), 500.0);
}

void LibraryPlotTest::aFolderWithoutCurvesIsSaid() {
  LibraryCurves curves;
  QSignalSpy failed(&curves, &LibraryCurves::failed);
  curves.want({folder_->filePath("nowhere").toStdString()}, kLossOverBits);
  QVERIFY(failed.wait());
  QCOMPARE(curves.waiting(), 0);
}

void LibraryPlotTest::seedsBecomeTheirMean() {
  LineQuestion asked{{source("a", 0, 1000.0), source("b", 1, 1000.0), source("c", 0, 1000.0, 3.0)},
                     kLossOverBits};
  QCOMPARE(linesFor(asked).size(), std::size_t{3});
  asked.mean = true;
  const auto lines = linesFor(asked);
  QCOMPARE(lines.size(), std::size_t{2});
  QCOMPARE(lines[0].name, "group of a");
  QCOMPARE(lines[1].name, "b");
  QVERIFY(lines[1].band == nullptr);
  // Losses of 10 / i and 30 / i: the mean is 20 / i, the deviation sqrt(200) / i.
  for (std::size_t i = 0; i < lines[0].line->size(); ++i) {
    const double at = lines[0].line->x()[i] / 1000.0;
    QVERIFY(std::abs(lines[0].line->y()[i] * at / 20.0 - 1.0) < 1e-12);
    QVERIFY(std::abs((lines[0].band->high[i] - lines[0].band->mean[i]) * at / std::sqrt(200.0) -
                     1.0) < 1e-12);
  }
}

void LibraryPlotTest::aRatioIsOfWhatWasNeeded() {
  LineQuestion asked{{source("dense", 0, 1000.0), source("sparse", 1, 50.0)},
                     kLossOverBits,
                     LineView::RatioAtValue};
  auto lines = linesFor(asked);
  QCOMPARE(lines.size(), std::size_t{1});
  QCOMPARE(lines[0].name, "sparse");
  QVERIFY(lines[0].line->size() > 10);
  for (const double ratio : lines[0].line->y()) QCOMPARE(ratio, 0.05);
  asked.baseline = 1;
  lines = linesFor(asked);
  QCOMPARE(lines[0].name, "dense");
  for (const double ratio : lines[0].line->y()) QCOMPARE(ratio, 20.0);
  // At equal bits, the loss of the dense run is 20 times as large.
  asked.view = LineView::RatioAtX;
  lines = linesFor(asked);
  QVERIFY(std::abs(lines[0].line->y().front() - 20.0) < 0.01);
}

void LibraryPlotTest::aRatioOfMeansLeavesTheirBaselineOut() {
  LineQuestion asked{{source("a", 0, 1000.0), source("b", 0, 1000.0), source("c", 1, 100.0)},
                     kLossOverBits,
                     LineView::RatioAtValue,
                     true,
                     1};
  const auto lines = linesFor(asked);
  QCOMPARE(lines.size(), std::size_t{1});
  QCOMPARE(lines[0].name, "c");
  for (const double ratio : lines[0].line->y()) QVERIFY(std::abs(ratio - 0.1) < 0.01);
}

void LibraryPlotTest::showsAllOfItsLines() {
  LibraryPlot plot;
  plot.resize(500, 300);
  plot.show();
  plot.setLines({named("a", {{0, 1}, {50, 9}}), named("b", {{10, -4}, {100, 5}})}, linearAxes());
  const auto x = plot.plot()->xAxis->range();
  const auto y = plot.plot()->yAxis->range();
  QVERIFY(x.contains(0) && x.contains(100) && x.size() < 120);
  QVERIFY(y.contains(-4) && y.contains(9) && y.size() < 16);
  QSignalSpy drawn(plot.plot(), &QCustomPlot::afterReplot);
  QTRY_VERIFY(plot.raster().isFresh());
  const QPoint middle = plot.plot()->axisRect()->center();
  const auto image = plot.plot()->grab().toImage();
  bool found = false;  // a's line crosses x = 25, y = 5
  const auto at = QPoint(qRound(plot.plot()->xAxis->coordToPixel(25)),
                         qRound(plot.plot()->yAxis->coordToPixel(5)));
  const auto scale = image.devicePixelRatio();
  for (int dy = -2; dy <= 2; ++dy) {
    const auto colour = image.pixelColor((QPointF(at.x(), at.y() + dy) * scale).toPoint());
    found = found || colour.blue() > colour.red() + 40;
  }
  QVERIFY(found);
  QVERIFY(plot.plot()->axisRect()->rect().contains(middle));
}

void LibraryPlotTest::theReadOutHasEveryLine() {
  LibraryPlot plot;
  plot.setLines({named("a", {{0, 1}, {50, 9}}), named("b", {{10, -4}, {100, 5}})}, linearAxes());
  QCOMPARE(plot.readOut(25), (QStringList{"a: 5", "b: -2.5"}));
  QCOMPARE(plot.readOut(5), QStringList{"a: 1.8"});
  QVERIFY(plot.readOut(200).isEmpty());
}

void LibraryPlotTest::keysMoveTheReadOutAndZoom() {
  LibraryPlot plot;
  plot.resize(500, 300);
  plot.show();
  plot.setLines({named("a", {{0, 1}, {50, 9}})}, linearAxes());
  QTRY_VERIFY(plot.raster().isFresh());  // laid out
  QTest::keyClick(plot.plot(), Qt::Key_Right);
  QVERIFY(plot.plot()->accessibleDescription().startsWith("a: "));
  QTest::keyClick(plot.plot(), Qt::Key_Escape);
  QVERIFY(plot.plot()->accessibleDescription().isEmpty());
  const auto all = plot.plot()->xAxis->range();
  QTest::keyClick(plot.plot(), Qt::Key_Plus);
  QVERIFY(plot.plot()->xAxis->range().size() < all.size());
  // New lines do not take the view away from the user.
  const auto zoomed = plot.plot()->xAxis->range();
  plot.setLines({named("a", {{0, 1}, {80, 9}})}, linearAxes());
  QCOMPARE(plot.plot()->xAxis->range(), zoomed);
  QTest::keyClick(plot.plot(), Qt::Key_Home);
  QVERIFY(plot.plot()->xAxis->range().contains(80));
}

void LibraryPlotTest::nothingIsSaidInWords() {
  LibraryPlot plot;
  plot.resize(500, 300);
  plot.show();
  const auto before = plot.plot()->grab().toImage();
  plot.setEmptyWords("Nothing here", "Do something");
  QVERIFY(plot.plot()->grab().toImage() != before);
}

QTEST_MAIN(LibraryPlotTest)
#include "library_plot_test.moc"
