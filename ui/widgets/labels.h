// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QLabel>
#include <QPainter>
#include <QWidget>

namespace telegrad::ui {

/// The width of editors in forms, so that they line up under each other.
constexpr int kFieldWidth = 134;

/// A label in the muted colour.
QLabel* mutedLabel(const QString& text, QWidget* parent);
/// The head of a section: small, spaced capitals.
QLabel* sectionHeader(const QString& text, QWidget* parent);
/// A short remark on a tinted ground.
QLabel* chipLabel(const QString& text, QWidget* parent);
/// The width that the words at the head of a table's column need, and a little around them.
int headWidth(const QAbstractItemModel& model, int column);
/// A hairline.
QFrame* hairline(QWidget* parent);

/// Draws text with every figure as wide as the widest, so that changing numbers do not shake.
void drawTabular(QPainter& painter, const QRect& rect, Qt::Alignment alignment,
                 const QString& text);
/// The width that drawTabular() needs.
int tabularWidth(const QFontMetrics& metrics, const QString& text);

/// A label that ends in an ellipsis where it has no room, and then says all of it in its tool tip.
class ElidedLabel : public QLabel {
  Q_OBJECT

 public:
  using QLabel::QLabel;
  QSize minimumSizeHint() const override { return {24, QLabel::minimumSizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
};

/// A name on the left, a value in figures of one width on the right, its unit muted.
class QuantityLabel : public QWidget {
  Q_OBJECT

 public:
  explicit QuantityLabel(const QString& name, QWidget* parent = nullptr);

  void setQuantity(const QString& value, const QString& unit = {});
  QString value() const { return value_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString name_;
  QString value_;
  QString unit_;
};

/// A piece of a status line: text in figures of one width.
class FigureLabel : public QWidget {
  Q_OBJECT

 public:
  explicit FigureLabel(QWidget* parent = nullptr);

  void setText(const QString& text);
  QString text() const { return text_; }
  /// A dot before the text, in this colour; an invalid colour for none.
  void setDot(const QColor& colour);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString text_;
  QColor dot_;
};

}  // namespace telegrad::ui
