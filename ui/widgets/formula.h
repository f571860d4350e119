// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace telegrad::ui {

/// A typeset formula of resources/manual/formulas.toml, from its picture in the program's
/// resources.
///
/// Units: an em is the size of the font beside it, in device-independent pixels.
/// Threads: the window's.
class Formula {
 public:
  /// None for an id that there is no picture of.
  static std::optional<Formula> find(const QString& id);
  /// All there are, by name.
  static QStringList ids();

  /// The same as a sentence could say it: for screen readers, and for a search. In English, as a
  /// key of translations.
  const QString& words() const { return words_; }
  /// What was typeset, to be compared with the list.
  const QString& mark() const { return mark_; }
  QSizeF size(qreal em) const { return ems_ * em; }
  /// How much of its height is below the line that text beside it stands on.
  qreal depth(qreal em) const { return depth_ * em; }

  /// `scale`: device pixels per device-independent pixel, so that it is sharp.
  QImage image(qreal em, const QColor& colour, qreal scale) const;
  void paint(QPainter& painter, const QRectF& place, const QColor& colour) const;

 private:
  QByteArray picture_;
  QString words_, mark_;
  QSizeF ems_;
  qreal depth_ = 0.0;
};

/// Shows a formula in its font's size and its palette's text colour, to the left; one that is wider
/// than the widget is drawn smaller. Named for screen readers by its words.
class FormulaView final : public QWidget {
  Q_OBJECT
 public:
  explicit FormulaView(QWidget* parent = nullptr);

  /// Of an id that there is not: nothing, and no place for it.
  void setFormula(const QString& id);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QSizeF wanted() const;

  std::optional<Formula> formula_;
};

}  // namespace telegrad::ui
