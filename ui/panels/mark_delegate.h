// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QStyledItemDelegate>

namespace telegrad::ui {

/// A selected row is coloured; the mark keeps the colour that the curve has.
class MarkDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto mark = index.data(Qt::DecorationRole).value<QPixmap>();
    if (!mark.isNull()) option->icon.addPixmap(mark, QIcon::Selected);
  }
};

}  // namespace telegrad::ui
