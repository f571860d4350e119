// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QLayout>

namespace telegrad::ui {

/// A row of a form: first a label, last a field at the right edge, between them what belongs to the
/// label. Fields are as wide as their column, so that they line up under each other, or wider where
/// that is what they ask for. Where the label's longest word leaves the field no room, the field
/// stands below the label: nothing is cut off by a long language, and nothing scrolls sideways.
class FieldRow : public QLayout {
  Q_OBJECT

 public:
  /// Fields are at least that wide, in pixels, and as much wider as type is larger. The row goes
  /// into another layout, as QHBoxLayout does.
  explicit FieldRow(int columnWidth);

  void addItem(QLayoutItem* item) override { items_.emplace_back(item); }
  int count() const override { return static_cast<int>(items_.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize minimumSize() const override;
  QSize sizeHint() const override;
  void setGeometry(const QRect& rect) override;

 private:
  struct Widths {
    int label = 0;
    int field = 0;
    bool isBeside = true;  ///< the field is beside the label
  };
  Widths widthsIn(int width) const;
  int columnWidth() const;
  /// The field's, where there is room for it.
  int fieldWidth() const;
  /// Of all between the label and the field, with the space before each.
  int betweenWidth() const;
  int upperHeight(const Widths& widths) const;

  int columnWidth_;
  std::vector<std::unique_ptr<QLayoutItem>> items_;
};

}  // namespace telegrad::ui
