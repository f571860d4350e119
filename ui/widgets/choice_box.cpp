// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_box.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QStyleOptionComboBox>
#include <QStyledItemDelegate>

#include "ui/widgets/wheel_guard.h"

namespace telegrad::ui {
namespace {

constexpr int kShown = 16;  // of a list, without a scroll bar
constexpr int kLeastWidth = 72;
constexpr int kAroundWords = 48;  // frame, padding and, of a long list, a scroll bar

}  // namespace

ChoiceBox::ChoiceBox(QWidget* parent, Width width) : QComboBox(parent), width_(width) {
  takeWheelOnlyWithFocus(this);
  setMaxVisibleItems(kShown);
  setItemDelegate(new QStyledItemDelegate(this));  // one that the style sheet speaks to
  if (width == Width::Word)
    connect(this, &QComboBox::currentTextChanged, this, &QWidget::updateGeometry);
}

QSize ChoiceBox::sizeHint() const {
  if (width_ == Width::Policy) return QComboBox::sizeHint();
  QStyleOptionComboBox option;
  initStyleOption(&option);
  const QSize word(fontMetrics().horizontalAdvance(currentText()), fontMetrics().height());
  const auto wanted = style()->sizeFromContents(QStyle::CT_ComboBox, &option, word, this);
  return {std::max(wanted.width(), kLeastWidth), QComboBox::sizeHint().height()};
}

QSize ChoiceBox::minimumSizeHint() const {
  const auto least = QComboBox::minimumSizeHint();
  return width_ == Width::Policy ? least : QSize(kLeastWidth, least.height());
}

void ChoiceBox::showPopup() {
  int widest = 0;
  for (int i = 0; i < count(); ++i)
    widest = std::max(widest, view()->fontMetrics().horizontalAdvance(itemText(i)));
  view()->setMinimumWidth(widest + kAroundWords);
  QComboBox::showPopup();
}

}  // namespace telegrad::ui
