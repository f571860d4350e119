// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/smoothing.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace telegrad {

double Smoother::push(double x, double y) {
  if (!std::isfinite(y)) return std::numeric_limits<double>::quiet_NaN();
  if (!(span_ > 0.0)) return y;
  if (points_ == 0) {
    points_ = 1;
    x_ = x;
    first_ = y;
    return y;
  }
  assert(x >= x_);
  if (x - x_ != distance_) {  // mostly it is the last one's
    distance_ = x - x_;
    kept_ = std::exp(-distance_ / span_);
    // Exactly 1 - kept, also where the gap is far below the span.
    added_ = -std::expm1(-distance_ / span_);
  }
  if (points_ == 1) {
    if (!(added_ > 0.0)) return first_;
    points_ = 2;
    sum_ = added_ * first_;
    weight_ = added_;
  }
  sum_ = kept_ * sum_ + added_ * y;
  weight_ = kept_ * weight_ + added_;
  x_ = x;
  return sum_ / weight_;
}

std::vector<double> smooth(std::span<const double> x, std::span<const double> y, double span) {
  assert(x.size() == y.size());
  Smoother smoother(span);
  std::vector<double> smoothed;
  smoothed.reserve(y.size());
  for (std::size_t i = 0; i < y.size(); ++i) smoothed.push_back(smoother.push(x[i], y[i]));
  return smoothed;
}

}  // namespace telegrad
