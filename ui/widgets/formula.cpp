// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formula.h"

#include <algorithm>
#include <cmath>

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFontInfo>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include "ui/widgets/text.h"

// As in style_sheet.cpp.
static void useFormulas() {
  Q_INIT_RESOURCE(formulas);
}

namespace telegrad::ui {
namespace {

/// The colour that packaging/formulas.py typesets in.
constexpr QByteArrayView kTypesetColour = "#1b1f27";
const QString kFormulaFolder = QStringLiteral(":/manual/formulas");

qreal emsOf(const QXmlStreamAttributes& attributes, const QString& name) {
  auto value = attributes.value(name).toString();
  if (value.endsWith(QStringLiteral("em"))) value.chop(2);
  return value.toDouble();
}

/// Without the style, which is for browsers: it has the theme's colour in two versions.
QByteArray withoutStyle(QByteArray picture) {
  constexpr QByteArrayView kEnd = "</style>";
  const auto begin = picture.indexOf("<style>");
  const auto end = picture.indexOf(kEnd);
  if (begin >= 0 && end > begin) picture.remove(begin, end + kEnd.size() - begin);
  return picture;
}

}  // namespace

std::optional<Formula> Formula::find(const QString& id) {
  useFormulas();
  QFile file(QStringLiteral("%1/%2.svg").arg(kFormulaFolder, id));
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  Formula formula;
  formula.picture_ = withoutStyle(file.readAll());
  QXmlStreamReader reader(formula.picture_);
  if (!reader.readNextStartElement()) return std::nullopt;
  const auto attributes = reader.attributes();
  formula.ems_ = {emsOf(attributes, QStringLiteral("width")),
                  emsOf(attributes, QStringLiteral("height"))};
  formula.depth_ = emsOf(attributes, QStringLiteral("data-depth"));
  formula.mark_ = attributes.value(QStringLiteral("data-mark")).toString();
  if (reader.readNextStartElement()) formula.words_ = reader.readElementText();
  return formula;
}

QStringList Formula::ids() {
  useFormulas();
  auto names = QDir(kFormulaFolder).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
  for (auto& name : names) name.chop(4);
  return names;
}

QImage Formula::image(qreal em, const QColor& colour, qreal scale) const {
  const QSizeF wanted = size(em);
  const QSize pixels(static_cast<int>(std::ceil(wanted.width() * scale)),
                     static_cast<int>(std::ceil(wanted.height() * scale)));
  QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  paint(painter, QRectF(QPointF(0, 0), wanted * scale), colour);
  painter.end();
  image.setDevicePixelRatio(scale);
  return image;
}

void Formula::paint(QPainter& painter, const QRectF& place, const QColor& colour) const {
  auto picture = picture_;
  picture.replace(kTypesetColour, colour.name().toLatin1());
  QSvgRenderer(picture).render(&painter, place);
}

FormulaView::FormulaView(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  hide();
}

void FormulaView::setFormula(const QString& id) {
  formula_ = Formula::find(id);
  setAccessibleName(formula_ ? translated(formula_->words().toStdString()) : QString());
  setToolTip(accessibleName());
  setVisible(formula_.has_value());
  updateGeometry();
  update();
}

QSizeF FormulaView::wanted() const {
  return formula_ ? formula_->size(QFontInfo(font()).pixelSize()) : QSizeF();
}

QSize FormulaView::sizeHint() const {
  const auto size = wanted();
  return {static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))};
}

QSize FormulaView::minimumSizeHint() const {
  return {0, sizeHint().height()};
}

void FormulaView::paintEvent(QPaintEvent* /*event*/) {
  if (!formula_) return;
  auto size = wanted();
  if (size.width() > width()) size *= width() / size.width();
  QPainter painter(this);
  const QRectF place(QPointF(0, std::max(0.0, (height() - size.height()) / 2)), size);
  formula_->paint(painter, place, palette().color(QPalette::WindowText));
}

void FormulaView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  QWidget::changeEvent(event);
}

}  // namespace telegrad::ui
