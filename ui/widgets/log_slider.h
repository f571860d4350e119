// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

#include "core/base/parameter.h"

namespace telegrad::ui {

/// A range of numbers and how a slider spreads it. A logarithmic range that begins at or below zero
/// is linear up to a thousandth of its width and logarithmic beyond.
struct SliderTravel {
  double min = 0.0;
  double max = 1.0;
  Scale scale = Scale::Linear;
  bool whole = false;  ///< whole numbers only

  /// Errors: none; a parameter that is no number gives an empty range.
  static SliderTravel of(const Parameter& parameter);
  /// Where `value` is between the ends: 0 at min, 1 at max.
  double share(double value) const;
  /// The value there; exact at the ends.
  double value(double share) const;
};

/// A thin horizontal slider over a SliderTravel. Arrows move it by a hundredth of its length, Page
/// Up and Down by a tenth; the wheel moves it only while it has the focus, so that scrolling a
/// panel changes nothing.
class LogSlider : public QSlider {
  Q_OBJECT

 public:
  explicit LogSlider(const SliderTravel& range, QWidget* parent = nullptr);

  /// The value the handle stands for, rounded to three significant digits unless it was set.
  double number() const { return number_; }
  /// Moves the handle; the number stays exactly as given. No signal.
  void setNumber(double number);

 signals:
  void numberMoved(double number);  ///< by the user

 protected:
  void wheelEvent(QWheelEvent* event) override;

 private:
  void move(int position);

  SliderTravel range_;
  double number_ = 0.0;
};

}  // namespace telegrad::ui
