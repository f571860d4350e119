// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace telegrad {

/// What a late gradient would be now, to first order, with its own square in the place of the
/// curvature:
///
///   m + lambda * m * m * (x - y)     entry by entry; m was computed at y and is applied at x
///
/// Source: Zheng, Meng, Wang, Chen, Yu, Ma and Liu, Asynchronous stochastic gradient descent with
///   delay compensation, ICML 2017.
struct DelayCompensation {
  float lambda = 0.0F;
  float share = 1.0F;   ///< m = share * sum
  float factor = 0.0F;  ///< minus the learning rate

  /// x += factor * (m + lambda * m * m * (x - y)). All of one length.
  void apply(std::span<const float> sum, std::span<const float> y, std::span<float> x) const;
};

}  // namespace telegrad
