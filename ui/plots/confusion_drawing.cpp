// SPDX-License-Identifier: GPL-3.0-or-later
// How a confusion matrix is painted; what is where is in confusion_plot.cpp.
#include <algorithm>
#include <cmath>

#include <QFontMetrics>
#include <QImage>
#include <QPainter>

#include "ui/models/number_format.h"
#include "ui/plots/confusion_plot.h"
#include "ui/plots/noise_colours.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

void ConfusionPlot::paintCells(QPainter& painter, const Geometry& g) const {
  const Theme& theme = Theme::current();
  if (g.names) {
    for (std::size_t t = 0; t < classes(); ++t)
      for (std::size_t p = 0; p < classes(); ++p)
        painter.fillRect(rectOf(g, {t, p}).adjusted(0, 0, -1, -1),
                         blueColour(theme, std::sqrt(share({t, p}))));
    return;
  }
  // Many classes: a pixel each, scaled up.
  const auto side = static_cast<int>(classes());
  QImage image(side, side, QImage::Format_RGB32);
  for (int t = 0; t < side; ++t)
    for (int p = 0; p < side; ++p)
      image.setPixelColor(
          p, t,
          blueColour(theme,
                     std::sqrt(share({static_cast<std::size_t>(t), static_cast<std::size_t>(p)}))));
  painter.drawImage(g.cells, image);
}

void ConfusionPlot::paintNumbers(QPainter& painter, const Geometry& g) const {
  if (g.wide < kLeastNumber || g.high < kLeastName) return;
  const Theme& theme = Theme::current();
  const bool large = g.wide >= 40.0 && g.high >= 22.0;
  painter.setFont(large ? bodyFont() : plotFont());
  for (std::size_t t = 0; t < classes(); ++t)
    for (std::size_t p = 0; p < classes(); ++p) {
      painter.setPen(inkOn(blueColour(theme, std::sqrt(share({t, p})))));
      painter.drawText(rectOf(g, {t, p}).adjusted(0, 0, -1, -1), Qt::AlignCenter, number({t, p}));
    }
}

void ConfusionPlot::paintNames(QPainter& painter, const Geometry& g) const {
  const Theme& theme = Theme::current();
  const QFontMetrics metrics(plotFont());
  painter.setFont(plotFont());
  const std::size_t step = g.names ? 1 : classes() > 50 ? 10 : 5;
  for (std::size_t c = 0; c < classes(); c += step) {
    const auto text =
        g.names ? metrics.elidedText(nameOf(c), Qt::ElideRight, kLongestName) : QString::number(c);
    const auto cell = rectOf(g, {c, c});
    painter.setPen(chosen_ && chosen_->truth == c ? theme.text : theme.mutedText);
    painter.drawText(QRectF(kTitle, cell.center().y() - 8, g.cells.left() - kTitle - 6, 16),
                     int{Qt::AlignRight} | Qt::AlignVCenter, text);
    painter.setPen(chosen_ && chosen_->predicted == c ? theme.text : theme.mutedText);
    painter.save();
    painter.translate(cell.center().x(), g.cells.top() - 5);
    if (g.upright) painter.rotate(-90);
    painter.drawText(
        g.upright ? QRectF(0, -8, kLongestName, 16) : QRectF(-60, -14, 120, 16),
        g.upright ? int{Qt::AlignLeft} | Qt::AlignVCenter : int{Qt::AlignHCenter} | Qt::AlignBottom,
        text);
    painter.restore();
  }
  painter.setPen(theme.text);
  painter.drawText(QRectF(g.cells.left(), 0, g.cells.width(), 15), Qt::AlignCenter, tr("Read as"));
  painter.save();
  painter.translate(7, g.cells.center().y());
  painter.rotate(-90);
  painter.drawText(QRectF(-80, -8, 160, 16), Qt::AlignCenter, tr("True class"));
  painter.restore();
}

void ConfusionPlot::paintRecall(QPainter& painter, const Geometry& g) const {
  const Theme& theme = Theme::current();
  const double left = g.cells.right() + space::kMedium;
  const double wide = kRecall - space::kMedium - (g.names ? 46 : 4);
  painter.setFont(plotFont());
  painter.setPen(theme.text);
  painter.drawText(QRectF(left, 0, kRecall - space::kMedium, 15), Qt::AlignLeft, tr("Read right"));
  for (std::size_t c = 0; c < classes(); ++c) {
    const double recall = share({c, c});
    const auto row = rectOf(g, {c, 0});
    const double high = std::max(1.0, std::min(8.0, row.height() - 1));
    const QRectF groove(left, row.center().y() - high / 2, wide, high);
    painter.setRenderHint(QPainter::Antialiasing, g.names);
    painter.fillRect(groove, theme.grid);
    painter.fillRect(QRectF(groove.topLeft(), QSizeF(recall * wide, high)), theme.accent);
    painter.setPen(theme.text);
    if (g.names)
      drawTabular(painter, QRectF(left + wide, row.top(), 46, row.height()).toRect(),
                  Qt::AlignRight, examples_[c] == 0 ? QStringLiteral("–") : percent(recall));
  }
}

void ConfusionPlot::paintScale(QPainter& painter, const Geometry& g) const {
  const Theme& theme = Theme::current();
  QFont strong = bodyFont();
  const double top = height() - kFoot + space::kSmall;
  painter.setFont(strong);
  painter.setPen(theme.text);
  painter.drawText(QRectF(g.cells.left(), top, width() - g.cells.left(), 20),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetrics(strong).elidedText(readOut(), Qt::ElideRight,
                                                   width() - static_cast<int>(g.cells.left())));
  painter.setFont(plotFont());
  painter.setPen(theme.mutedText);
  const double line = top + 26;
  const QString caption = tr("Share of the row");
  const int words = QFontMetrics(plotFont()).horizontalAdvance(caption);
  painter.drawText(QRectF(g.cells.left(), line, words + 2, 14), Qt::AlignVCenter, caption);
  double x = g.cells.left() + words + space::kMedium;
  for (const int per : {0, 1, 5, 20, 50, 100}) {
    painter.fillRect(QRectF(x, line + 2, 14, 10), blueColour(theme, std::sqrt(per / 100.0)));
    const QString text = QStringLiteral("%1 %").arg(per);
    const int wide = QFontMetrics(plotFont()).horizontalAdvance(text);
    painter.drawText(QRectF(x + 18, line, wide + 2, 14), Qt::AlignVCenter, text);
    x += 18 + wide + space::kMedium;
  }
}

void ConfusionPlot::paintEvent(QPaintEvent*) {
  if (classes() == 0) return;
  QPainter painter(this);
  const Geometry g = geometryOf();
  paintCells(painter, g);
  paintNumbers(painter, g);
  paintNames(painter, g);
  paintRecall(painter, g);
  paintScale(painter, g);
  const Theme& theme = Theme::current();
  painter.setRenderHint(QPainter::Antialiasing, true);
  painter.setBrush(Qt::NoBrush);
  if (hasFocus()) {
    painter.setPen(QPen(theme.accent, 1.0));
    painter.drawRect(g.cells.adjusted(-1.5, -1.5, 0.5, 0.5));
  }
  if (!chosen_) return;
  painter.setPen(QPen(theme.text, 1.5));
  painter.drawRect(rectOf(g, *chosen_).adjusted(0, 0, -1, -1));
}

}  // namespace telegrad::ui
