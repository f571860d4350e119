// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QDialog>

#include "ui/widgets/parameter_form.h"

class QComboBox;

namespace telegrad::ui {

/// What the user sets of the window itself: its language, how much room checkpoints may take up,
/// and whether things move. Saved when accepted; the language counts from the next start,
/// checkpoints for runs that begin after that.
class SettingsDialog : public QDialog {
  Q_OBJECT

 public:
  explicit SettingsDialog(QWidget* parent = nullptr);
  void accept() override;
  QComboBox* language() const { return language_; }
  ParameterForm* form() const { return form_; }

 private:
  QComboBox* language_ = nullptr;
  ParameterForm* form_ = nullptr;
  QCheckBox* still_ = nullptr;
};

}  // namespace telegrad::ui
