// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/target_line.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <qcustomplot.h>

#include "ui/models/number_format.h"

namespace telegrad::ui {

QString targetLabel(double accuracy) {
  return QCoreApplication::translate("Curves", "target %1 %").arg(shortNumber(100 * accuracy, 4));
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
  QRectF box(0, 0, std::ceil(metrics.horizontalAdvance(text)) + 8, metrics.height() + 2);
  const bool below = y - box.height() - 2 < rect.top();
  box.moveTopRight({rect.right() - 4.0, below ? y + 2 : y - box.height() - 2});
  // On paper nothing can be moved out of its way; on the left accuracies are below it.
  if (!draggable) box.moveLeft(rect.left() + 4.0);
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
