// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/widgets/parameter_form.h"

namespace telegrad::ui {

/// What the user sets of the window itself: how much room checkpoints may take up. Saved when
/// accepted; it counts for runs that begin after that.
class SettingsDialog : public QDialog {
  Q_OBJECT

 public:
  explicit SettingsDialog(QWidget* parent = nullptr);
  void accept() override;
  ParameterForm* form() const { return form_; }

 private:
  ParameterForm* form_ = nullptr;
};

}  // namespace telegrad::ui
