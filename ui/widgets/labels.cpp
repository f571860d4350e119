// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include <algorithm>

#include <QFontMetrics>

#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

int figureWidth(const QFontMetrics& metrics) {
  int widest = 0;
  for (char figure = '0'; figure <= '9'; ++figure)
    widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(figure)));
  return widest;
}

}  // namespace

QLabel* mutedLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", "muted");
  return label;
}

QLabel* sectionHeader(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", "section");
  label->setFont(sectionFont());
  return label;
}

QLabel* chipLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", "chip");
  label->setFont(plotFont());
  label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  return label;
}

int headWidth(const QAbstractItemModel& model, int column) {
  constexpr int kAround = 14;
  const auto words = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  return QFontMetrics(plotFont()).horizontalAdvance(words) + kAround;  // the style sheet's font
}

QFrame* hairline(QWidget* parent) {
  auto* line = new QFrame(parent);
  line->setProperty("role", "line");
  line->setFixedHeight(1);
  return line;
}

int tabularWidth(const QFontMetrics& metrics, const QString& text) {
  const int figure = figureWidth(metrics);
  int width = 0;
  for (const QChar c : text) width += c.isDigit() ? figure : metrics.horizontalAdvance(c);
  return width;
}

void drawTabular(QPainter& painter, const QRect& rect, Qt::Alignment alignment,
                 const QString& text) {
  const QFontMetrics metrics = painter.fontMetrics();
  const int figure = figureWidth(metrics);
  int x = rect.left();
  if (alignment.testFlag(Qt::AlignRight)) x = rect.right() + 1 - tabularWidth(metrics, text);
  const int baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
  for (const QChar c : text) {
    const int advance = metrics.horizontalAdvance(c);
    const int cell = c.isDigit() ? figure : advance;
    painter.drawText(x + (cell - advance) / 2, baseline, QString(c));
    x += cell;
  }
}

void ElidedLabel::paintEvent(QPaintEvent* event) {
  const QString shown =
      fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width() - 2 * margin());
  setToolTip(shown == text() ? QString() : text());
  if (shown == text()) return QLabel::paintEvent(event);
  QPainter painter(this);
  painter.setPen(palette().color(foregroundRole()));
  painter.drawText(contentsRect(), static_cast<int>(alignment()), shown);
}

QuantityLabel::QuantityLabel(const QString& name, QWidget* parent)
    : QWidget(parent),
      name_(name),
      value_(QStringLiteral("–")) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setAccessibleName(name);
}

void QuantityLabel::setQuantity(const QString& value, const QString& unit) {
  if (value == value_ && unit == unit_) return;
  value_ = value;
  unit_ = unit;
  setAccessibleName(name_ + QStringLiteral(" ") + value + QStringLiteral(" ") + unit);
  update();
}

QSize QuantityLabel::sizeHint() const {
  return {fontMetrics().horizontalAdvance(name_) + 72, fontMetrics().height() + space::kSmall};
}

void QuantityLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme& theme = Theme::current();
  QRect area = rect();
  painter.setPen(theme.mutedText);
  painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, name_);
  if (!unit_.isEmpty()) {
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, unit_);
    area.setRight(area.right() - fontMetrics().horizontalAdvance(unit_) - space::kTiny);
  }
  painter.setPen(theme.text);
  drawTabular(painter, area, Qt::AlignRight, value_);
}

FigureLabel::FigureLabel(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FigureLabel::setText(const QString& text) {
  if (text == text_) return;
  text_ = text;
  setAccessibleName(text);
  updateGeometry();
  update();
}

void FigureLabel::setDot(const QColor& colour) {
  if (colour == dot_) return;
  dot_ = colour;
  updateGeometry();
  update();
}

QSize FigureLabel::sizeHint() const {
  if (text_.isEmpty()) return {0, fontMetrics().height()};
  return {tabularWidth(fontMetrics(), text_) + (dot_.isValid() ? 16 : 0) + 2,
          fontMetrics().height() + space::kTiny};
}

void FigureLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QRect area = rect();
  if (dot_.isValid()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(dot_);
    painter.drawEllipse(QRectF(0, area.height() / 2.0 - 4, 8, 8));
    area.setLeft(14);
  }
  painter.setPen(dot_.isValid() ? Theme::current().text : Theme::current().mutedText);
  drawTabular(painter, area, Qt::AlignLeft, text_);
}

}  // namespace telegrad::ui
