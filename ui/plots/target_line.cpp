// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/target_line.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLineF>
#include <qcustomplot.h>

#include "ui/models/number_format.h"

namespace telegrad::ui {
namespace {

/// Whether a straight line passes through a box.
bool crosses(const QLineF& line, const QRectF& box) {
  const QRectF around = QRectF(line.p1(), line.p2()).normalized();
  if (around.right() < box.left() || around.left() > box.right() || around.bottom() < box.top() ||
      around.top() > box.bottom())
    return false;
  // It does if the corners are not all on one side of it.
  const auto side = [&](const QPointF& corner) {
    return line.dx() * (corner.y() - line.y1()) - line.dy() * (corner.x() - line.x1());
  };
  const auto [low, high] = std::minmax(
      {side(box.topLeft()), side(box.topRight()), side(box.bottomLeft()), side(box.bottomRight())});
  return low <= 0.0 && high >= 0.0;
}

/// How many pieces of the curves are under a box.
int covered(const QCPAxisRect& rect, const QRectF& box) {
  int pieces = 0;
  for (const auto* graph : rect.graphs()) {
    if (!graph->visible()) continue;
    QPointF before;
    for (auto point = graph->data()->constBegin(); point != graph->data()->constEnd(); ++point) {
      const QPointF here = graph->coordsToPixels(point->key, point->value);
      if (crosses({point == graph->data()->constBegin() ? here : before, here}, box)) ++pieces;
      before = here;
    }
  }
  return pieces;
}

}  // namespace

QString targetLabel(double accuracy) {
  return QCoreApplication::translate("Curves", "target %1 %").arg(shortNumber(100 * accuracy, 4));
}

QRectF targetLabelPlace(const QCPAxisRect& rect, const QSizeF& size, double accuracy,
                        bool rightFirst) {
  const double y = rect.axis(QCPAxis::atLeft)->coordToPixel(100.0 * accuracy);
  const double right = rect.right() - 4.0 - size.width();
  const double left = rect.left() + 4.0;
  const double above = y - size.height() - 2;
  const double below = y + 2;
  QRectF best;
  int least = std::numeric_limits<int>::max();
  for (const double x : {rightFirst ? right : left, rightFirst ? left : right}) {
    for (const double top : {above, below}) {
      const QRectF place({x, top}, size);
      if (top < rect.top() || place.bottom() > rect.bottom()) continue;
      const int pieces = covered(rect, place.adjusted(-2, -2, 2, 2));
      if (pieces >= least) continue;
      least = pieces;
      best = place;
    }
  }
  return best;
}

void paintTarget(QCPPainter& painter, const Theme& theme, const QCPAxisRect& rect, double accuracy,
                 bool draggable) {
  const double y = rect.axis(QCPAxis::atLeft)->coordToPixel(100.0 * accuracy);
  if (y < rect.top() || y > rect.bottom()) return;
  QPen pen(theme.mutedText, 1.0);
  pen.setDashPattern({4, 3});
  painter.setPen(pen);
  painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));

  const QFontMetricsF metrics(plotFont());
  const QString text = targetLabel(accuracy) + (draggable ? QStringLiteral(" ↕") : QString());
  const QSizeF size(std::ceil(metrics.horizontalAdvance(text)) + 8, metrics.height() + 2);
  // On the left accuracies begin below it: the place on paper, where nothing moves out of its way.
  const QRectF box = targetLabelPlace(rect, size, accuracy, draggable);
  if (box.isEmpty()) return;
  QColor ground = theme.panel;
  ground.setAlphaF(0.85F);  // a curve behind it stays to be guessed
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(box, 3, 3);
  painter.setPen(QPen(theme.mutedText));
  painter.setFont(plotFont());
  painter.drawText(box, Qt::AlignCenter, text);
}

bool holdsTarget(const QCPAxisRect& rect, double accuracy, const QPointF& position) {
  constexpr double kReach = 5.0;
  const double y = rect.axis(QCPAxis::atLeft)->coordToPixel(100.0 * accuracy);
  return position.x() >= rect.left() && position.x() <= rect.right() && y >= rect.top() - 1 &&
         y <= rect.bottom() + 1 && std::abs(position.y() - y) <= kReach;
}

double targetAt(const QCPAxisRect& rect, const QPointF& position) {
  const double per = rect.axis(QCPAxis::atLeft)->pixelToCoord(position.y());
  return std::clamp(std::round(10.0 * per) / 1000.0, 0.0, 1.0);
}

}  // namespace telegrad::ui
