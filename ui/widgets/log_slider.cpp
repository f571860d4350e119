// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_slider.h"

#include <algorithm>
#include <cmath>

#include <QSignalBlocker>
#include <QWheelEvent>

namespace telegrad::ui {
namespace {

constexpr int kPositions = 1000;

double withDigits(double value, int digits) {
  if (value == 0.0 || !std::isfinite(value)) return value;
  const int exponent = digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value))));
  // A power with a positive exponent is exact, so the quotient is the nearest double to the
  // decimal.
  const double power = std::pow(10.0, std::abs(exponent));
  return exponent >= 0 ? std::round(value * power) / power : std::round(value / power) * power;
}

}  // namespace

SliderTravel SliderTravel::of(const Parameter& parameter) {
  if (const auto* real = std::get_if<Real>(&parameter.kind)) {
    const auto span = real->slider.value_or(SliderRange{real->min, real->max});
    return {span.min, span.max, real->scale, false};
  }
  if (const auto* integer = std::get_if<Integer>(&parameter.kind))
    return {static_cast<double>(integer->min), static_cast<double>(integer->max), integer->scale,
            true};
  return {};
}

double SliderTravel::share(double value) const {
  if (max <= min) return 0.0;
  const double clamped = std::clamp(value, min, max);
  if (scale == Scale::Linear) return (clamped - min) / (max - min);
  if (min > 0.0) return std::log(clamped / min) / std::log(max / min);
  const double knee = (max - min) / 1000.0;
  return std::log1p((clamped - min) / knee) / std::log1p((max - min) / knee);
}

double SliderTravel::value(double share) const {
  if (share <= 0.0) return min;
  if (share >= 1.0) return max;
  double value = min + share * (max - min);
  if (scale == Scale::Log && min > 0.0) value = min * std::exp(share * std::log(max / min));
  if (scale == Scale::Log && min <= 0.0) {
    const double knee = (max - min) / 1000.0;
    value = min + knee * std::expm1(share * std::log1p((max - min) / knee));
  }
  return std::clamp(whole ? std::round(value) : withDigits(value, 3), min, max);
}

LogSlider::LogSlider(const SliderTravel& range, QWidget* parent)
    : QSlider(Qt::Horizontal, parent),
      range_(range),
      number_(range.min) {
  setRange(0, kPositions);
  setSingleStep(kPositions / 100);
  setPageStep(kPositions / 10);
  setFocusPolicy(Qt::StrongFocus);
  connect(this, &QSlider::valueChanged, this, &LogSlider::move);
}

void LogSlider::setNumber(double number) {
  const QSignalBlocker quiet(this);
  number_ = number;
  setValue(static_cast<int>(std::lround(range_.share(number) * kPositions)));
}

void LogSlider::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) {
    QSlider::wheelEvent(event);
  } else {
    event->ignore();
  }
}

void LogSlider::move(int position) {
  double number = range_.value(static_cast<double>(position) / kPositions);
  // A short range of whole numbers has fewer values than positions: a key press still moves on.
  if (range_.whole && number == number_ && !isSliderDown()) {
    const double here = range_.share(number_) * kPositions;
    number = std::clamp(number_ + (position > here ? 1.0 : -1.0), range_.min, range_.max);
    setNumber(number);
    emit numberMoved(number);
    return;
  }
  if (number == number_) return;
  number_ = number;
  emit numberMoved(number);
}

}  // namespace telegrad::ui
