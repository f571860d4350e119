// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure_style.h"

#include <qcustomplot.h>

#include "ui/plots/tickers.h"

namespace telegrad::ui {
namespace {

QColor faint(QColor colour, float opacity) {
  colour.setAlphaF(opacity);
  return colour;
}

}  // namespace

LinkedRects makeLinkedRects(QCustomPlot* plot) {
  auto* layout = plot->plotLayout();
  auto* margins = new QCPMarginGroup(plot);
  const auto make = [&](int row) {
    auto* rect = new QCPAxisRect(plot);
    rect->setupFullAxesBox();
    rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    rect->setMinimumMargins(QMargins(58, 6, 14, 4));
    layout->addElement(row, 0, rect);
    return rect;
  };
  const LinkedRects rects{make(0), make(1)};
  layout->setRowSpacing(10);
  rects.upper->axis(QCPAxis::atBottom)->setTickLabels(false);
  for (auto* axis : rects.upper->axes() + rects.lower->axes()) {
    axis->setLayer(QStringLiteral("axes"));
    axis->grid()->setLayer(QStringLiteral("grid"));
  }
  return rects;
}

QCPLayer* addBufferedLayer(QCustomPlot* plot, const QString& name) {
  plot->addLayer(name);
  auto* layer = plot->layer(name);
  layer->setMode(QCPLayer::lmBuffered);
  return layer;
}

void styleRect(QCPAxisRect& rect, const Theme& theme) {
  for (auto* axis : rect.axes()) {
    axis->setBasePen(QPen(theme.hairline, 1.0));
    axis->setTickPen(Qt::NoPen);
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelFont(plotFont());
    axis->setTickLabelColor(theme.mutedText);
    axis->setTickLabelPadding(6);
    axis->grid()->setPen(QPen(theme.grid, 1.0));
    axis->grid()->setZeroLinePen(QPen(theme.grid, 1.0));
    axis->grid()->setSubGridVisible(false);
  }
}

void paintLeftTitle(QCPPainter& painter, const QCPAxisRect& rect, const QString& title,
                    const Theme& theme) {
  const double distance = scaled(48);
  painter.save();
  painter.translate(rect.left() - distance, rect.center().y());
  painter.rotate(-90.0);
  painter.setFont(plotFont());
  painter.setPen(QPen(theme.text));
  painter.drawText(QRectF(-rect.height(), -10, 2 * rect.height(), 20), Qt::AlignCenter, title);
  painter.restore();
}

void titleAxis(QCPAxis& axis, const QString& title, const Theme& theme) {
  axis.setLabel(title);
  axis.setLabelFont(plotFont());
  axis.setLabelColor(theme.text);
  axis.setLabelPadding(8);
}

void setScale(QCPAxis& axis, bool log, bool whole, int mostTicks) {
  axis.setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  QSharedPointer<QCPAxisTicker> ticker;
  if (log)
    ticker = QSharedPointer<LogTicker>::create(mostTicks);
  else
    ticker = QSharedPointer<SiTicker>::create(whole);
  ticker->setTickCount(mostTicks);
  axis.setTicker(ticker);
}

QPen runPen(const Theme& theme, int colour, bool focus, Ground ground) {
  const double thin = ground == Ground::Paper ? 1.4 : 1.0;
  QPen pen(theme.run(colour), (focus ? 2.2 : thin) * typeScale());
  // Round joins would cost half of the drawing time of thin lines, where no one sees them.
  pen.setJoinStyle(focus ? Qt::RoundJoin : Qt::BevelJoin);
  if (!focus) {
    pen.setCapStyle(Qt::FlatCap);
    const auto dash = Theme::dash(colour);
    if (!dash.isEmpty()) pen.setDashPattern(dash);
  }
  return pen;
}

QPen rawPen(const Theme& theme, int colour) {
  return {faint(theme.run(colour), theme.isDark ? 0.24F : 0.18F), typeScale()};
}

}  // namespace telegrad::ui
