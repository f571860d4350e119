// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace telegrad::ui {

/// A list of words to choose from, which opens below it and is then as wide as its longest word.
/// The wheel turns it only when it has the focus.
class ChoiceBox : public QComboBox {
  Q_OBJECT

 public:
  enum class Width {
    Policy,  ///< as sizeAdjustPolicy() says, the same for all words
    Word     ///< as the word that is chosen needs; with less room, it ends in dots
  };
  explicit ChoiceBox(QWidget* parent, Width width = Width::Policy);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  void showPopup() override;

 private:
  Width width_;
};

}  // namespace telegrad::ui
