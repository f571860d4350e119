// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QToolButton>

#include "core/base/parameter.h"
#include "ui/widgets/log_slider.h"
#include "ui/widgets/parameter_field.h"

namespace telegrad::ui {

/// A parameter that may change while a run goes on: label, exact value with unit, a thin track for
/// numbers, a button back to the initial value, and, where there is something to say, a chip.
/// While the slider is dragged it speaks at most ten times a second; the last value always counts.
class LiveControl : public QWidget {
  Q_OBJECT

 public:
  LiveControl(const Parameter& parameter, const Value& value, QWidget* parent = nullptr);

  const Parameter& parameter() const { return parameter_; }
  const Value& value() const { return field_->value(); }
  /// What the button goes back to; to begin with, the first value.
  void setInitial(const Value& value);
  /// Shows a value and forgets the chip. No signal.
  void setValue(const Value& value);
  /// The chip: what was chosen is on its way and counts from that iteration.
  void setPending(qint64 iteration);
  /// The change took effect: the chip says since when. A wish that is still under way (the value
  /// shown differs) keeps its chip.
  void setInForce(const Value& value, qint64 iteration);
  QString chip() const { return chip_->isHidden() ? QString() : chip_->text(); }

  ParameterField* field() const { return field_; }
  LogSlider* slider() const { return slider_; }  ///< nothing for flags and choices

 signals:
  void chosen(const telegrad::Value& value);  ///< by the user

 private:
  void slide(double number);
  void choose(const Value& value);
  void showReset();

  Parameter parameter_;
  Value initial_;
  ParameterField* field_ = nullptr;
  LogSlider* slider_ = nullptr;
  QToolButton* reset_ = nullptr;
  QLabel* chip_ = nullptr;
  QTimer wait_;
};

}  // namespace telegrad::ui
