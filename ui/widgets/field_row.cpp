// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/field_row.h"

#include <algorithm>

#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

int heightIn(const QLayoutItem& item, int width) {
  return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

}  // namespace

FieldRow::FieldRow(int columnWidth) : columnWidth_(columnWidth) {
  setContentsMargins(0, 0, 0, 0);
  setSpacing(space::kTiny);
}

QLayoutItem* FieldRow::itemAt(int index) const {
  return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FieldRow::takeAt(int index) {
  if (itemAt(index) == nullptr) return nullptr;
  const auto place = items_.begin() + index;
  auto* taken = place->release();
  items_.erase(place);
  return taken;
}

int FieldRow::columnWidth() const {
  return qRound(columnWidth_ * typeScale());
}

int FieldRow::fieldWidth() const {
  return std::min(std::max(columnWidth(), items_.back()->sizeHint().width()),
                  items_.back()->maximumSize().width());
}

int FieldRow::betweenWidth() const {
  int width = 0;
  for (int i = 1; i + 1 < count(); ++i)
    if (!itemAt(i)->isEmpty()) width += spacing() + itemAt(i)->sizeHint().width();
  return width;
}

FieldRow::Widths FieldRow::widthsIn(int width) const {
  Widths widths;
  widths.field = std::min(fieldWidth(), width);
  const int beside = width - betweenWidth() - spacing() - widths.field;
  widths.isBeside = items_.front()->minimumSize().width() <= beside;
  widths.label = widths.isBeside ? beside : width - betweenWidth();
  return widths;
}

int FieldRow::upperHeight(const Widths& widths) const {
  int height = heightIn(*items_.front(), widths.label);
  for (int i = 1; i + 1 < count(); ++i)
    if (!itemAt(i)->isEmpty()) height = std::max(height, itemAt(i)->sizeHint().height());
  return widths.isBeside ? std::max(height, heightIn(*items_.back(), widths.field)) : height;
}

int FieldRow::heightForWidth(int width) const {
  if (count() < 2) return 0;
  const auto widths = widthsIn(width);
  const int upper = upperHeight(widths);
  return widths.isBeside ? upper : upper + spacing() + heightIn(*items_.back(), widths.field);
}

QSize FieldRow::minimumSize() const {
  if (count() < 2) return {};
  const auto label = items_.front()->minimumSize();
  const auto field = items_.back()->minimumSize();
  return {std::max({label.width() + betweenWidth(), field.width(), columnWidth()}),
          std::max(label.height(), field.height())};
}

QSize FieldRow::sizeHint() const {
  if (count() < 2) return {};
  const int width = std::max(minimumSize().width(), items_.front()->minimumSize().width() +
                                                        betweenWidth() + spacing() + fieldWidth());
  return {width, heightForWidth(width)};
}

void FieldRow::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  if (count() < 2) return;
  const auto widths = widthsIn(rect.width());
  const int upper = widths.isBeside ? rect.height() : upperHeight(widths);
  int left = rect.left();
  for (int i = 0; i + 1 < count(); ++i) {
    if (itemAt(i)->isEmpty()) continue;
    const int width = i == 0 ? widths.label : itemAt(i)->sizeHint().width();
    itemAt(i)->setGeometry({left, rect.top(), width, upper});
    left += width + spacing();
  }
  const int top = widths.isBeside ? rect.top() : rect.top() + upper + spacing();
  items_.back()->setGeometry(
      {rect.right() + 1 - widths.field, top, widths.field, rect.bottom() + 1 - top});
}

}  // namespace telegrad::ui
