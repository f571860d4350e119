// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/hover_card.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <qcustomplot.h>

namespace telegrad::ui {
namespace {

constexpr double kCardPadding = 10.0;
constexpr double kRule = 9.0;  // a hairline between sections, with its space
constexpr double kCardColumn = 14.0;
constexpr double kMark = 20.0;
constexpr double kDistance = 14.0;  // from the mouse
constexpr double kNarrowest = 170.0;

double cardRow() {
  return scaled(17);
}

/// Widths of the card's columns, from what is to be said.
struct Measure {
  explicit Measure(const ReadOut& read) : metrics(plotFont()) {
    title = plotFont();
    title.setWeight(QFont::DemiBold);
    const auto wide = [this](const QString& text) {
      return std::ceil(metrics.horizontalAdvance(text));
    };
    for (const auto& run : read.runs) {
      name = std::max(name, std::min(160.0, wide(run.name)));
      loss = std::max(loss, wide(run.loss));
      accuracy = std::max(accuracy, wide(run.accuracy));
    }
    double pairs = 0.0;
    for (const auto* rows : {&read.facts, &read.controls}) {
      for (const auto& row : *rows) pairs = std::max(pairs, wide(row.label) + wide(row.value));
    }
    width = std::max({kNarrowest, QFontMetricsF(title).horizontalAdvance(read.title),
                      kMark + name + loss + accuracy + 2 * kCardColumn, pairs + kCardColumn}) +
            2 * kCardPadding;
    const auto rows = 1 + read.facts.size() + read.runs.size() + read.controls.size();
    height = cardRow() * static_cast<double>(rows) + 2 * kCardPadding - 4.0 +
             kRule * ((read.runs.empty() ? 0.0 : 1.0) + (read.controls.empty() ? 0.0 : 1.0));
  }

  QFontMetricsF metrics;
  QFont title;
  double name = 0.0, loss = 0.0, accuracy = 0.0;
  double width = 0.0, height = 0.0;
};

class Writer {
 public:
  Writer(QCPPainter& painter, const Theme& theme, const Measure& measure, const QRectF& card)
      : painter_(painter),
        theme_(theme),
        measure_(measure),
        card_(card),
        y_(card.top() + kCardPadding - 2.0) {}

  void title(const QString& text) {
    painter_.setFont(measure_.title);
    put(card_.left() + kCardPadding, inner(), text, theme_.text, Qt::AlignLeft);
    painter_.setFont(plotFont());
    y_ += cardRow();
  }
  void pair(const ReadOut::Row& row) {
    put(card_.left() + kCardPadding, inner(), row.label, theme_.mutedText, Qt::AlignLeft);
    put(card_.left() + kCardPadding, inner(), row.value, theme_.text, Qt::AlignRight);
    y_ += cardRow();
  }
  void rule() {
    painter_.setPen(QPen(theme_.hairline, 1.0));
    const double y = std::floor(y_ + kRule / 2) + 0.5;
    painter_.drawLine(QPointF(card_.left() + kCardPadding, y),
                      QPointF(card_.right() - kCardPadding, y));
    y_ += kRule;
  }
  void run(const ReadOut::RunRow& row) {
    QPen pen(theme_.run(row.colour), row.focus ? 2.5 : 1.5);
    pen.setCapStyle(Qt::FlatCap);
    if (!row.focus) pen.setDashPattern(Theme::dash(row.colour));
    painter_.setPen(pen);
    const double left = card_.left() + kCardPadding;
    painter_.drawLine(QPointF(left, y_ + cardRow() / 2), QPointF(left + 14, y_ + cardRow() / 2));
    const QString name = measure_.metrics.elidedText(row.name, Qt::ElideRight, measure_.name + 1);
    put(left + kMark, measure_.name + 2, name, theme_.text, Qt::AlignLeft);
    const double right = card_.right() - kCardPadding;
    put(right - measure_.accuracy, measure_.accuracy, row.accuracy, theme_.text, Qt::AlignRight);
    put(right - measure_.accuracy - kCardColumn - measure_.loss, measure_.loss, row.loss,
        theme_.text, Qt::AlignRight);
    y_ += cardRow();
  }

 private:
  double inner() const { return card_.width() - 2 * kCardPadding; }
  void put(double x, double width, const QString& text, const QColor& colour, Qt::Alignment side) {
    painter_.setPen(QPen(colour));
    painter_.drawText(QRectF(x, y_, width, cardRow()),
                      static_cast<int>(side | Qt::AlignVCenter | Qt::TextDontClip), text);
  }

  QCPPainter& painter_;
  const Theme& theme_;
  const Measure& measure_;
  QRectF card_;
  double y_;
};

}  // namespace

void paintReadOut(QCPPainter& painter, const Theme& theme, const ReadOut& readOut,
                  const QPointF& at, const QRectF& bounds) {
  const Measure measure(readOut);
  double left = at.x() + kDistance;
  if (left + measure.width > bounds.right()) left = at.x() - kDistance - measure.width;
  left = std::max(left, bounds.left());
  const double top = std::clamp(at.y() - measure.height / 2, bounds.top(),
                                std::max(bounds.top(), bounds.bottom() - measure.height));
  // On the half pixel, so that the frame is one sharp line.
  const QRectF card(std::floor(left) + 0.5, std::floor(top) + 0.5, std::ceil(measure.width),
                    std::ceil(measure.height));
  QColor shadow(0, 0, 0, theme.isDark ? 70 : 18);
  painter.setPen(Qt::NoPen);
  painter.setBrush(shadow);
  painter.drawRoundedRect(card.translated(0, 2).adjusted(-1, 0, 1, 1), 9, 9);
  painter.setPen(QPen(theme.hairline, 1.0));
  painter.setBrush(theme.panel);
  painter.drawRoundedRect(card, 8, 8);

  Writer writer(painter, theme, measure, card);
  writer.title(readOut.title);
  for (const auto& fact : readOut.facts) writer.pair(fact);
  if (!readOut.runs.empty()) writer.rule();
  for (const auto& run : readOut.runs) writer.run(run);
  if (readOut.controls.empty()) return;
  writer.rule();
  for (const auto& control : readOut.controls) writer.pair(control);
}

}  // namespace telegrad::ui
