// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_mark.h"

#include <QPainter>

namespace telegrad::ui {

QPixmap runMark(const QColor& colour, bool filled) {
  constexpr int kSide = 10;
  constexpr qreal kScale = 2.0;  // sharp on a fine screen, too
  QPixmap pixmap(QSize(kSide, kSide) * kScale);
  pixmap.setDevicePixelRatio(kScale);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colour, 1.5));
  painter.setBrush(filled ? QBrush(colour) : QBrush(Qt::NoBrush));
  painter.drawRoundedRect(QRectF(1, 1, kSide - 2, kSide - 2), 1.5, 1.5);
  return pixmap;
}

}  // namespace telegrad::ui
