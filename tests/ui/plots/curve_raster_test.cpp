// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve_raster.h"

#include <QPainter>
#include <QSignalSpy>
#include <QtTest>

using namespace telegrad;
using namespace telegrad::ui;

class CurveRasterTest : public QObject {
  Q_OBJECT
 private slots:
  void aLineLiesWhereItsAxesSay();
  void aBandIsFilledBetweenItsEdges();
  void aBandBelowALogarithmicAxisEndsThere();
  void aWiderViewHasTheSameScale();
  void aViewsPlaceIsInPixels();
  void aPictureMovesWithItsView();
  void aViewFarAwayIsPaintedAnew();
  void anotherScaleStretchesUntilItIsPainted();
  void otherLinesAreAnotherPicture();
  void aPictureOfOtherScalesIsNotShown();
  void millionsOfPointsArePaintedOnce();
};

namespace {

constexpr int kSide = 100;  // pixels

PixelView square(double left, double right, double low, double high) {
  return {{left, right, kSide, false}, {low, high, kSide, false}};
}

LinePointer lineThrough(const std::vector<PlotPoint>& points, bool log = false) {
  auto line = std::make_shared<DecimatedLine>(log, log);
  for (const auto& point : points) line->append(point.x, point.y);
  return line;
}

RasterLine diagonal() {
  return {lineThrough({{0, 0}, {10, 10}}), nullptr, QPen(Qt::red, 3.0)};
}

QImage blank() {
  QImage image(kSide, kSide, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  return image;
}

QImage drawn(const std::vector<RasterLine>& lines, const PixelView& view) {
  QImage image = blank();
  QPainter painter(&image);
  drawLines(painter, lines, view);
  return image;
}

/// What the raster shows of its view.
QImage shown(const CurveRaster& raster) {
  QImage image = blank();
  QPainter painter(&image);
  raster.paint(painter, {0, 0});
  return image;
}

bool isColoured(const QImage& image, int x, int y) {
  return image.pixelColor(x, y).alpha() > 0;
}

void waitUntilPainted(CurveRaster& raster) {
  QTRY_VERIFY(raster.isFresh());
}

}  // namespace

void CurveRasterTest::aLineLiesWhereItsAxesSay() {
  const auto image = drawn({diagonal()}, square(0, 10, 0, 10));
  for (const int at : {10, 50, 90}) {
    QCOMPARE(image.pixelColor(at, kSide - 1 - at), QColor(Qt::red));
    QVERIFY(!isColoured(image, at, at > 50 ? 95 : 5));
  }
  // Decades are as wide as one another.
  const RasterLine powers{lineThrough({{1, 1}, {100, 100}}, true), nullptr, QPen(Qt::red, 3.0)};
  const PixelAxis decades{1, 100, kSide, true};
  QVERIFY(isColoured(drawn({powers}, {decades, decades}), 50, 49));
}

void CurveRasterTest::aBandIsFilledBetweenItsEdges() {
  auto line = diagonal();
  line.line = lineThrough({{0, 5}, {10, 5}});
  line.band = std::make_shared<MeanBand>(MeanBand{{0, 10}, {5, 5}, {3, 3}, {7, 7}});
  const auto image = drawn({line}, square(0, 10, 0, 10));
  QCOMPARE(image.pixelColor(50, 50), QColor(Qt::red));
  for (const int y : {35, 65}) {
    QVERIFY(isColoured(image, 50, y));
    QVERIFY(image.pixelColor(50, y).alpha() < 100);
  }
  for (const int y : {20, 80}) QVERIFY(!isColoured(image, 50, y));
}

void CurveRasterTest::aBandBelowALogarithmicAxisEndsThere() {
  auto line = diagonal();
  line.line = lineThrough({{1, 10}, {100, 10}}, true);
  line.band = std::make_shared<MeanBand>(MeanBand{{1, 100}, {10, 10}, {-5, -5}, {25, 25}});
  const PixelAxis decades{1, 100, kSide, true};
  const auto image = drawn({line}, {decades, decades});
  for (const int y : {45, 60, 98}) QVERIFY(isColoured(image, 50, y));
  QVERIFY(!isColoured(image, 50, 10));
}

void CurveRasterTest::aWiderViewHasTheSameScale() {
  const auto wide = widened(square(0, 10, 0, 10));
  QCOMPARE(wide.x.lower, -10.0);
  QCOMPARE(wide.x.upper, 20.0);
  QCOMPARE(wide.x.pixels, 3 * kSide);
  QCOMPARE(wide.y.lower, -5.0);
  QCOMPARE(wide.y.upper, 15.0);
  QCOMPARE(wide.y.pixels, 2 * kSide);
  const auto log = widened({{1, 100, kSide, true}, {1, 100, kSide, true}});
  QVERIFY(std::abs(log.x.lower / 0.01 - 1) < 1e-12 && std::abs(log.x.upper / 1e4 - 1) < 1e-12);
  QVERIFY(std::abs(log.y.lower / 0.1 - 1) < 1e-12 && std::abs(log.y.upper / 1e3 - 1) < 1e-12);
}

void CurveRasterTest::aViewsPlaceIsInPixels() {
  QCOMPARE(placeIn(square(0, 10, 0, 10), square(5, 15, 2, 12)), QRectF(50, -20, 100, 100));
  QCOMPARE(placeIn(square(0, 10, 0, 10), square(0, 5, 0, 5)), QRectF(0, 50, 50, 50));
}

void CurveRasterTest::aPictureMovesWithItsView() {
  CurveRaster raster;
  QSignalSpy painted(&raster, &CurveRaster::painted);
  raster.setLines({diagonal()});
  raster.show(square(0, 10, 0, 10), 1.0);
  waitUntilPainted(raster);
  QVERIFY(isColoured(shown(raster), 50, 49));
  raster.show(square(3, 13, 0, 10), 1.0);  // 30 pixels to the right
  QVERIFY(raster.isFresh());
  QVERIFY(isColoured(shown(raster), 20, 49));
  QVERIFY(!isColoured(shown(raster), 50, 49));
  QCOMPARE(painted.size(), 1);
}

void CurveRasterTest::aViewFarAwayIsPaintedAnew() {
  CurveRaster raster;
  QSignalSpy painted(&raster, &CurveRaster::painted);
  raster.setLines({diagonal()});
  raster.show(square(100, 110, 0, 10), 1.0);
  waitUntilPainted(raster);
  QVERIFY(!isColoured(shown(raster), 50, 49));
  raster.show(square(0, 10, 0, 10), 1.0);
  QVERIFY(!raster.isFresh());
  waitUntilPainted(raster);
  QVERIFY(isColoured(shown(raster), 50, 49));
  QCOMPARE(painted.size(), 2);
}

void CurveRasterTest::anotherScaleStretchesUntilItIsPainted() {
  CurveRaster raster;
  raster.setLines({diagonal()});
  raster.show(square(0, 10, 0, 10), 1.0);
  waitUntilPainted(raster);
  raster.show(square(0, 20, 0, 10), 1.0);  // half as wide
  QVERIFY(!raster.isFresh());
  QVERIFY(isColoured(shown(raster), 25, 49));
  waitUntilPainted(raster);
  QVERIFY(isColoured(shown(raster), 25, 49));
}

void CurveRasterTest::otherLinesAreAnotherPicture() {
  CurveRaster raster;
  raster.setLines({diagonal()});
  raster.show(square(0, 10, 0, 10), 1.0);
  waitUntilPainted(raster);
  auto level = diagonal();
  level.line = lineThrough({{0, 2}, {10, 2}});
  raster.setLines({level});
  QVERIFY(isColoured(shown(raster), 50, 49));  // still the former
  waitUntilPainted(raster);
  QVERIFY(!isColoured(shown(raster), 50, 49));
  QVERIFY(isColoured(shown(raster), 50, 79));
}

void CurveRasterTest::aPictureOfOtherScalesIsNotShown() {
  CurveRaster raster;
  raster.setLines({diagonal()});
  raster.show(square(0, 10, 0, 10), 1.0);
  waitUntilPainted(raster);
  raster.setLines({});
  const PixelAxis decades{1, 100, kSide, true};
  raster.show({decades, decades}, 1.0);
  QCOMPARE(shown(raster), blank());
  waitUntilPainted(raster);
  QCOMPARE(shown(raster), blank());
}

void CurveRasterTest::millionsOfPointsArePaintedOnce() {
  auto line = std::make_shared<DecimatedLine>();
  for (int i = 0; i < 2'000'000; ++i) line->append(i, i % 2 == 0 ? 0.0 : 10.0);
  CurveRaster raster;
  raster.setLines({{line, nullptr, QPen(Qt::red, 1.0)}});
  raster.show(square(0, 2e6, 0, 10), 1.0);
  waitUntilPainted(raster);
  const auto image = shown(raster);
  // A column's lowest and highest points are at its edge, between two pixels.
  for (const int x : {5, 50, 95})
    for (const int y : {5, 50, 95}) {
      QString row;
      for (int i = 0; i < kSide; ++i) row += isColoured(image, i, y) ? '#' : '.';
      QVERIFY2(isColoured(image, x, y) || isColoured(image, x - 1, y), qPrintable(row));
    }
}

QTEST_MAIN(CurveRasterTest)
#include "curve_raster_test.moc"
