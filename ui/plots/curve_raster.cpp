// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve_raster.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QPainter>
#include <QPolygonF>

namespace telegrad::ui {
namespace {

constexpr float kBandOpacity = 0.16F;

QPointF pointIn(const PixelView& view, double x, double y) {
  return {view.x.positionOf(x), view.y.pixels - view.y.positionOf(y)};
}

bool hasPlace(const PixelAxis& axis, double value) {
  return !axis.logarithmic || value > 0.0;
}

void drawBand(QPainter& painter, const MeanBand& band, const QColor& colour,
              const PixelView& view) {
  QPolygonF outline;
  const auto add = [&](std::size_t i, double y) {
    if (!hasPlace(view.x, band.x[i])) return;
    // Below all that a logarithmic axis has, where the deviation is more than the mean.
    outline << pointIn(view, band.x[i], hasPlace(view.y, y) ? y : view.y.lower * 1e-3);
  };
  for (std::size_t i = 0; i < band.x.size(); ++i) add(i, band.high[i]);
  for (std::size_t i = band.x.size(); i-- > 0;) add(i, band.low[i]);
  QColor faint = colour;
  faint.setAlphaF(kBandOpacity);
  painter.setPen(Qt::NoPen);
  painter.setBrush(faint);
  painter.drawPolygon(outline);
}

/// More than a point a pixel: up and down, where no one could tell a dash.
bool isDense(const QPolygonF& line, const PixelView& view) {
  return line.size() > view.x.pixels;
}

QPen solid(QPen pen) {
  pen.setStyle(Qt::SolidLine);
  return pen;
}

/// The same part of an axis with `share` of it more at either end.
PixelAxis widenedAxis(const PixelAxis& axis, double share) {
  PixelAxis wide = axis;
  const auto more = static_cast<int>(std::ceil(share * axis.pixels));
  const double part = static_cast<double>(more) / axis.pixels;
  if (axis.logarithmic) {
    const double factor = std::pow(axis.upper / axis.lower, part);
    wide.lower = axis.lower / factor;
    wide.upper = axis.upper * factor;
    if (!(wide.lower > 0.0) || !std::isfinite(wide.upper)) return axis;
  } else {
    const double room = part * (axis.upper - axis.lower);
    wide.lower -= room;
    wide.upper += room;
  }
  wide.pixels += 2 * more;
  return wide;
}

bool sameScale(const PixelAxis& one, const PixelAxis& other) {
  const auto pixel = [](const PixelAxis& axis) {
    return (axis.logarithmic ? std::log(axis.upper / axis.lower) : axis.upper - axis.lower) /
           axis.pixels;
  };
  return std::abs(pixel(one) / pixel(other) - 1.0) < 1e-6;
}

bool sameKind(const PixelView& one, const PixelView& other) {
  return one.x.logarithmic == other.x.logarithmic && one.y.logarithmic == other.y.logarithmic;
}

}  // namespace

void drawLines(QPainter& painter, const std::vector<RasterLine>& lines, const PixelView& view,
               const std::stop_token& stop) {
  for (const auto& each : lines)
    if (each.band != nullptr && !stop.stop_requested())
      drawBand(painter, *each.band, each.pen.color(), view);
  painter.setBrush(Qt::NoBrush);
  for (const auto& each : lines) {
    if (stop.stop_requested()) return;
    const auto points = pixelPoints(*each.line, view);
    QPolygonF line;
    line.reserve(points.size());
    for (const auto& point : points) line << pointIn(view, point.key, point.value);
    painter.setPen(isDense(line, view) ? solid(each.pen) : each.pen);
    painter.drawPolyline(line);
  }
}

PixelView widened(const PixelView& view) {
  return {widenedAxis(view.x, 1.0), widenedAxis(view.y, 0.5)};
}

QRectF placeIn(const PixelView& view, const PixelView& other) {
  const QPointF upperLeft = pointIn(view, other.x.lower, other.y.upper);
  const QPointF lowerRight = pointIn(view, other.x.upper, other.y.lower);
  return {upperLeft, lowerRight};
}

CurveRaster::CurveRaster(QObject* parent) : QObject(parent) {}

CurveRaster::~CurveRaster() = default;  // the thread stops and is joined

void CurveRaster::setLines(std::vector<RasterLine> lines) {
  lines_ = std::move(lines);
  ++edition_;
  begin();
}

void CurveRaster::show(const PixelView& view, double devicePixels) {
  view_ = view;
  if (devicePixels != devicePixels_ || (picture_ && !sameKind(picture_->view, view)))
    picture_.reset();
  devicePixels_ = devicePixels;
  if (begun_ ? !suffices(*begun_) : !picture_ || !suffices(*picture_)) begin();
}

/// Of the same scale, and with a quarter of the view to spare.
bool CurveRaster::suffices(const Picture& picture) const {
  if (picture.edition != edition_ || !sameKind(picture.view, view_) ||
      !sameScale(picture.view.x, view_.x) || !sameScale(picture.view.y, view_.y))
    return false;
  const QRectF room = placeIn(view_, picture.view);
  const double w = view_.x.pixels;
  const double h = view_.y.pixels;
  return room.contains(QRectF(-0.25 * w, -0.1 * h, 1.5 * w, 1.2 * h));
}

bool CurveRaster::isFresh() const {
  return !begun_ && picture_ && suffices(*picture_);
}

/// Else a view of other scales is to be shown next.
bool CurveRaster::isOfTheirScale() const {
  return std::ranges::all_of(lines_, [this](const RasterLine& each) {
    return each.line->isLogarithmicX() == view_.x.logarithmic;
  });
}

void CurveRaster::begin() {
  if (view_.x.pixels <= 1 || view_.y.pixels <= 1 || !isOfTheirScale()) return;
  if (begun_) {
    // It tells when it is done, and then the next begins. Only of a pan is it of use.
    const bool ofUse = begun_->edition == edition_ && sameKind(begun_->view, view_) &&
                       sameScale(begun_->view.x, view_.x) && sameScale(begun_->view.y, view_.y);
    if (!ofUse) painter_.request_stop();
    return;
  }
  begun_ = Picture{{}, widened(view_), edition_};
  painter_ = std::jthread([this, lines = lines_, picture = *begun_,
                           scale = devicePixels_](const std::stop_token& stop) mutable {
    const QSize size(picture.view.x.pixels, picture.view.y.pixels);
    picture.image = QImage(size * scale, QImage::Format_ARGB32_Premultiplied);
    picture.image.setDevicePixelRatio(scale);
    picture.image.fill(Qt::transparent);
    QPainter painter(&picture.image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawLines(painter, lines, picture.view, stop);
    painter.end();
    std::optional<Picture> done;
    if (!stop.stop_requested()) done = std::move(picture);
    QMetaObject::invokeMethod(this, [this, done = std::move(done)] { take(done); });
  });
}

void CurveRaster::take(std::optional<Picture> picture) {
  begun_.reset();
  if (picture && picture->edition == edition_ && sameKind(picture->view, view_)) {
    picture_ = std::move(picture);
    emit painted();
  }
  if (!picture_ || !suffices(*picture_)) begin();
}

void CurveRaster::paint(QPainter& painter, const QPointF& corner) const {
  if (!picture_ || !sameKind(picture_->view, view_)) return;
  QRectF place = placeIn(view_, picture_->view).translated(corner);
  if (sameScale(picture_->view.x, view_.x) && sameScale(picture_->view.y, view_.y)) {
    // On whole pixels nothing has to be resampled.
    painter.drawImage(place.topLeft().toPoint(), picture_->image);
    return;
  }
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  painter.drawImage(place, picture_->image);
}

}  // namespace telegrad::ui
