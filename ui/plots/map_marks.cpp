// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/map_marks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QPainter>

namespace telegrad::ui {
namespace {

constexpr double kDiamond = 6.5;
constexpr double kDisc = 4.5;

QPainterPath diamond(const QPointF& at, double radius) {
  QPainterPath path(at + QPointF(0, -radius));
  for (const auto& corner : {QPointF(radius, 0), QPointF(0, radius), QPointF(-radius, 0)})
    path.lineTo(at + corner);
  path.closeSubpath();
  return path;
}

QPen pen(const QColor& colour, double width) {
  return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

}  // namespace

void paintEdge(QPainter& painter, const Theme& theme, const QPainterPath& path) {
  painter.setBrush(Qt::NoBrush);
  painter.setPen(pen(theme.panel, 4.0));
  painter.drawPath(path);
  painter.setPen(pen(theme.text, 1.6));
  painter.drawPath(path);
}

void paintCandidate(QPainter& painter, const Theme& theme, const QPointF& at) {
  painter.setPen(pen(theme.text, 1.4));
  painter.setBrush(theme.panel);
  painter.drawPath(diamond(at, kDiamond));
}

void paintChoice(QPainter& painter, const Theme& theme, const QPointF& at) {
  painter.setPen(pen(theme.panel, 2.0));
  painter.setBrush(theme.text);
  painter.drawPath(diamond(at, kDiamond + 3.5));
}

void paintRunPoint(QPainter& painter, const Theme& theme, const QPointF& at) {
  painter.setPen(pen(theme.panel, 2.0));
  painter.setBrush(theme.accent);
  painter.drawEllipse(at, kDisc, kDisc);
}

void paintLabel(QPainter& painter, const Theme& theme, const QPointF& topLeft,
                const QString& text) {
  painter.setFont(plotFont());
  const QFontMetricsF metrics(plotFont());
  const QRectF ground(topLeft, QSizeF(metrics.horizontalAdvance(text) + 12, metrics.height() + 4));
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.panel);
  painter.drawRoundedRect(ground, 4, 4);
  painter.setPen(theme.text);
  painter.drawText(ground, Qt::AlignCenter, text);
}

void paintFacts(QPainter& painter, const Theme& theme, const QString& title,
                const std::vector<QPair<QString, QString>>& rows, const QPointF& at,
                const QRectF& bounds) {
  constexpr double kPadding = 10.0;
  constexpr double kRow = 17.0;
  constexpr double kDistance = 14.0;
  constexpr double kColumn = 16.0;
  QFont bold = plotFont();
  bold.setWeight(QFont::DemiBold);
  const QFontMetricsF metrics(plotFont());
  double inner = QFontMetricsF(bold).horizontalAdvance(title);
  for (const auto& [word, value] : rows)
    inner = std::max(inner,
                     metrics.horizontalAdvance(word) + kColumn + metrics.horizontalAdvance(value));
  const QSizeF size(std::ceil(inner) + 2 * kPadding,
                    kRow * static_cast<double>(rows.size() + 1) + 2 * kPadding - 4.0);
  double left = at.x() + kDistance;
  if (left + size.width() > bounds.right()) left = at.x() - kDistance - size.width();
  const double top = std::clamp(at.y() - size.height() / 2, bounds.top(),
                                std::max(bounds.top(), bounds.bottom() - size.height()));
  const QRectF card(QPointF(std::floor(std::max(left, bounds.left())) + 0.5, std::floor(top) + 0.5),
                    size);
  painter.setPen(QPen(theme.hairline, 1.0));
  painter.setBrush(theme.panel);
  painter.drawRoundedRect(card, 8, 8);
  QRectF line(card.left() + kPadding, card.top() + kPadding - 2.0, card.width() - 2 * kPadding,
              kRow);
  const auto put = [&](const QString& text, const QColor& colour, Qt::Alignment side) {
    painter.setPen(colour);
    painter.drawText(line, static_cast<int>(side | Qt::AlignVCenter | Qt::TextDontClip), text);
  };
  painter.setFont(bold);
  put(title, theme.text, Qt::AlignLeft);
  painter.setFont(plotFont());
  for (const auto& [word, value] : rows) {
    line.translate(0, kRow);
    put(word, theme.mutedText, Qt::AlignLeft);
    put(value, theme.text, Qt::AlignRight);
  }
}

MapLegend::MapLegend(QWidget* parent) : QWidget(parent) {
  setFont(plotFont());
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setAccessibleName(tr("Marks of the map"));
}

int MapLegend::layOut(int width, QPainter* painter) const {
  constexpr int kMark = 20;
  constexpr int kGap = 16;
  constexpr int kLine = 20;
  const std::array words{tr("network hidden behind computing"), tr("DeCo’s candidates"),
                         tr("DeCo’s choice"), tr("the run in focus")};
  const Theme& theme = Theme::current();
  int x = 0;
  int y = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int wide = kMark + fontMetrics().horizontalAdvance(words.at(i));
    if (x > 0 && x + wide > width) {
      x = 0;
      y += kLine;
    }
    if (painter != nullptr) {
      const QPointF at(x + 8, y + kLine / 2.0);
      if (i == 0) {
        QPainterPath corner(at + QPointF(-6, 5));
        corner.lineTo(at + QPointF(-6, -4));
        corner.lineTo(at + QPointF(6, -4));
        paintEdge(*painter, theme, corner);
      } else if (i == 1) {
        paintCandidate(*painter, theme, at);
      } else if (i == 2) {
        painter->save();
        painter->translate(at);
        painter->scale(0.75, 0.75);
        paintChoice(*painter, theme, {});
        painter->restore();
      } else {
        paintRunPoint(*painter, theme, at);
      }
      painter->setPen(theme.mutedText);
      painter->drawText(QRect(x + kMark, y, wide, kLine), Qt::AlignVCenter | Qt::AlignLeft,
                        words.at(i));
    }
    x += wide + kGap;
  }
  return y + kLine;
}

int MapLegend::heightForWidth(int width) const {
  return layOut(width, nullptr);
}

void MapLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  layOut(width(), &painter);
}

}  // namespace telegrad::ui
