// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace telegrad {

/// Exponential smoothing that looks back only, so that the past of a curve never moves. The
/// smoothed value is the mean of what came before, an age of a weighing exp(-a / span), where each
/// point stands for the distance from the point before it:
///
///   d_i = exp(-(x_i - x_{i-1}) / span),  S_i = d_i S_{i-1} + (1 - d_i) y_i,
///   W_i = d_i W_{i-1} + (1 - d_i),       result S_i / W_i
///
/// so uneven spacing gives no point more than its share, and dividing by W removes the pull of the
/// start. The first point stands for as much as the second. Evenly spaced, this is the usual
/// debiased moving average with factor exp(-dx / span).
///
/// A point at the same x as the one before stands for no distance and does not count: smooth over
/// an axis that grows with each point, iterations for one.
///
/// Units: span in the units of x; zero or less smooths nothing.
/// Threads: one.
class Smoother {
 public:
  explicit Smoother(double span) : span_(span) {}

  /// The smoothed value at x; x never falls. NaN, and nothing changed, where y is not finite.
  double push(double x, double y);

 private:
  double span_;
  int points_ = 0;  // 0, 1, or 2 for more
  double x_ = 0.0;
  double first_ = 0.0;
  double sum_ = 0.0;
  double weight_ = 0.0;
  // Of the distance between two points, 0 to begin with: what is left of the old, what is new.
  double distance_ = 0.0, kept_ = 1.0, added_ = 0.0;
};

/// push() for each of many; out[i] depends on nothing after i.
std::vector<double> smooth(std::span<const double> x, std::span<const double> y, double span);

}  // namespace telegrad
