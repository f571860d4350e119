// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

#include "core/base/parameter.h"

namespace telegrad::ui {

/// An editor for one parameter, made from its description alone: a check box for a flag, a spin box
/// for a whole number, an exact text field that takes units for a real number, a list for a choice.
/// What cannot be taken stays in the field, marked, with the reason under it.
class ParameterField : public QWidget {
  Q_OBJECT

 public:
  ParameterField(Parameter parameter, const Value& value, QWidget* parent = nullptr);

  const Parameter& parameter() const { return parameter_; }
  /// The last value that was allowed.
  const Value& value() const { return value_; }
  /// Shows another value; no signal. The value must be allowed.
  void setValue(const Value& value);
  /// True unless the field holds text that is no such value.
  bool isValid() const { return message_->isHidden(); }
  /// The editor itself: what gets the focus and the accessible name.
  QWidget* editor() const { return editor_; }
  /// The reason, under the editor unless whoever shows the field gives it more room elsewhere.
  QWidget* message() const { return message_; }
  /// As wide as a choice's word needs; anything else takes what there is.
  QSize sizeHint() const override;

 signals:
  void edited(const telegrad::Value& value);  ///< by the user, allowed

 private:
  QWidget* makeCheckBox(bool initial);
  QWidget* makeSpinBox(const Integer& kind);
  QWidget* makeLine();
  QWidget* makeComboBox(const Choice& kind);
  void offer(const Result<Value>& read);
  void show(const QString& message);

  Parameter parameter_;
  Value value_;
  QWidget* editor_ = nullptr;
  QLabel* message_ = nullptr;
};

}  // namespace telegrad::ui
