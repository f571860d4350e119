// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve_thumbnail.h"

#include <algorithm>
#include <utility>

#include <QPainter>
#include <QPainterPath>

#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kSample = 24;  // of a line, before a name
constexpr qreal kPenWidth = 1.6;

QPen curvePen(int index) {
  QPen pen(Theme::current().run(index), kPenWidth);
  pen.setJoinStyle(Qt::RoundJoin);
  pen.setCapStyle(Qt::FlatCap);
  if (const auto dash = Theme::dash(index); !dash.isEmpty()) pen.setDashPattern(dash);
  return pen;
}

}  // namespace

CurveThumbnail::CurveThumbnail(Thumbnail thumbnail, QWidget* parent)
    : QWidget(parent),
      thumbnail_(std::move(thumbnail)) {
  QStringList names;
  for (const auto& curve : thumbnail_.curves)
    if (!curve.name.isEmpty()) names << curve.name;
  setFont(plotFont());
  setAccessibleName(tr("Picture: %1").arg(thumbnail_.words));
  setAccessibleDescription(
      names.isEmpty()
          ? thumbnail_.axis
          : tr("%1. Curves: %2").arg(thumbnail_.axis, names.join(QStringLiteral(", "))));
  setToolTip(thumbnail_.words);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

/// As many lines as they need; returns how high they are.
int CurveThumbnail::drawNames(QPainter& painter) const {
  const int line = fontMetrics().height();
  int x = 0;
  int y = 0;
  for (int i = 0; i < static_cast<int>(thumbnail_.curves.size()); ++i) {
    const auto& name = thumbnail_.curves[static_cast<std::size_t>(i)].name;
    if (name.isEmpty()) continue;
    const int wide = kSample + space::kTiny + fontMetrics().horizontalAdvance(name);
    if (x > 0 && x + wide > width()) {
      x = 0;
      y += line;
    }
    painter.setPen(curvePen(i));
    painter.drawLine(QPointF(x, y + line / 2.0), QPointF(x + kSample, y + line / 2.0));
    painter.setPen(Theme::current().mutedText);
    painter.drawText(QPoint(x + kSample + space::kTiny, y + fontMetrics().ascent()), name);
    x += wide + space::kMedium;
  }
  return x == 0 && y == 0 ? 0 : y + line + space::kTiny;
}

void CurveThumbnail::drawCurve(QPainter& painter, const QRectF& area, int index) const {
  const auto& points = thumbnail_.curves[static_cast<std::size_t>(index)].points;
  QPainterPath path;
  for (const auto& point : points) {
    const QPointF at(area.left() + point.x() * area.width(),
                     area.bottom() - point.y() * area.height());
    if (path.elementCount() == 0)
      path.moveTo(at);
    else
      path.lineTo(at);
  }
  painter.setPen(curvePen(index));
  painter.drawPath(path);
}

void CurveThumbnail::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Theme& theme = Theme::current();
  const auto metrics = fontMetrics();
  const int names = drawNames(painter);
  const int gutter = std::max(metrics.horizontalAdvance(thumbnail_.top),
                              metrics.horizontalAdvance(thumbnail_.bottom)) +
                     space::kSmall;
  const QRectF area =
      QRectF(rect()).adjusted(gutter, names + space::kTiny, -1, -metrics.height() - space::kSmall);
  painter.setPen(theme.grid);
  for (const double share : {0.0, 0.5, 1.0}) {
    const double y = std::round(area.top() + share * area.height()) + 0.5;
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
  }
  painter.setPen(theme.mutedText);
  const auto label = [&](double y, const QString& text) {
    painter.drawText(
        QRectF(0, y - metrics.height() / 2.0, gutter - space::kSmall, metrics.height()),
        Qt::AlignRight | Qt::AlignVCenter, text);
  };
  label(area.top(), thumbnail_.top);
  label(area.bottom(), thumbnail_.bottom);
  painter.drawText(
      QRectF(area.left(), area.bottom() + space::kTiny, area.width(), metrics.height()),
      Qt::AlignRight | Qt::AlignVCenter,
      metrics.elidedText(thumbnail_.axis, Qt::ElideRight, static_cast<int>(area.width())));
  // The first is the one that is spoken of, so it lies on top.
  for (int i = static_cast<int>(thumbnail_.curves.size()) - 1; i >= 0; --i)
    drawCurve(painter, area, i);
}

}  // namespace telegrad::ui
