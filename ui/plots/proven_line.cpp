// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/proven_line.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <qcustomplot.h>

namespace telegrad::ui {
namespace {

constexpr int kPointDistance = 4;  // pixels from one point of the line to the next

/// Before the first iteration there is nothing.
QPolygonF lineOf(const QCPAxisRect& rect, const ProvenRate& rate) {
  const auto* x = rect.axis(QCPAxis::atBottom);
  const auto* y = rect.axis(QCPAxis::atLeft);
  QPolygonF line;
  for (int pixel = rect.left(); pixel < rect.right() + kPointDistance; pixel += kPointDistance) {
    const double place = std::min(pixel, rect.right());
    const double iterations = x->pixelToCoord(place);
    if (iterations < 0.0) continue;
    const double value = rate.after(iterations);
    if (y->scaleType() == QCPAxis::stLogarithmic && !(value > 0.0)) break;
    line << QPointF(place, y->coordToPixel(value));
  }
  return line;
}

/// The last point that is seen: the label ends there.
QPointF lastWithin(const QPolygonF& line, const QRectF& rect) {
  const auto last = std::find_if(line.rbegin(), line.rend(),
                                 [&](const QPointF& point) { return rect.contains(point); });
  return last == line.rend() ? QPointF() : *last;
}

/// How high the line is at or right of that place.
double heightAt(const QPolygonF& line, double x) {
  const auto found =
      std::find_if(line.begin(), line.end(), [x](const QPointF& point) { return point.x() >= x; });
  return found == line.end() ? line.back().y() : found->y();
}

/// Beside the line, which falls: above where it is highest, or below where it is lowest.
QRectF labelPlace(const QPolygonF& line, const QPointF& last, const QSizeF& size,
                  const QRectF& within) {
  constexpr double kAway = 3.0;
  const double left = std::max(within.left() + 2.0, last.x() - size.width() - 4.0);
  const double above = heightAt(line, left) - size.height() - kAway;
  const double below = heightAt(line, left + size.width()) + kAway;
  const double top = above >= within.top() + 2.0 ? above : below;
  return {QPointF(left, std::min(top, within.bottom() - size.height() - 2.0)), size};
}

}  // namespace

void paintProvenLine(QCPPainter& painter, const Theme& theme, const QCPAxisRect& rect,
                     const ProvenRate& rate) {
  const QPolygonF line = lineOf(rect, rate);
  const QRectF within(rect.rect());
  const QPointF last = lastWithin(line, within);
  if (last.isNull()) return;
  painter.save();
  painter.setClipRect(rect.rect());
  QPen pen(theme.mutedText, 1.4);
  pen.setDashPattern({6, 4});
  painter.setPen(pen);
  painter.drawPolyline(line);

  const QString formula = QCoreApplication::translate("Curves", "proven: (%1)ᵏ")
                              .arg(QString::fromStdString(rate.formula));
  const QFontMetricsF metrics(plotFont());
  const QSizeF size(std::ceil(metrics.horizontalAdvance(formula)) + 8, metrics.height() + 2);
  const QRectF box = labelPlace(line, last, size, within);
  QColor ground = theme.panel;
  ground.setAlphaF(0.85F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(box, 3, 3);
  painter.setPen(QPen(theme.mutedText));
  painter.setFont(plotFont());
  painter.drawText(box, Qt::AlignCenter, formula);
  painter.restore();
}

}  // namespace telegrad::ui
