// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>

#include "core/base/result.h"
#include "core/theory/iteration_time.h"

namespace telegrad {

/// Iterations to a target, in the shape of the bound of convergence_bound.h:
///
///   K(delta, tau) = base + compression * (1 - delta) / delta_eff + staleness * tau
///
/// The three numbers are the user's, from short pilot runs for one; 0 or more, base above 0.
struct IterationsModel {
  double base = 1.0;
  double compression = 0.0;
  double staleness = 0.0;
  /// delta_eff for a delta: what the compressor really keeps of ||v||^2, in (0, 1]. Top-k keeps
  /// much more than its fraction. Without it, delta itself.
  std::function<double(double)> effectiveRatio;
};

/// K(delta, tau); NaN for delta outside (0, 1], tau below 0, or delta_eff outside (0, 1].
double iterationsToTarget(const IterationsModel& model, double delta, int tau);

/// A point of the grid and what it comes to.
struct TimeToAccuracy {
  int tau = 0;
  double delta = 1.0;
  double iterationSeconds = 0.0;  ///< T(delta, tau)
  double iterations = 0.0;        ///< K(delta, tau)
  double seconds = 0.0;           ///< T * K
};

/// DeCo-TTA: the point of the grid with the least T(delta, tau) * K(delta, tau); of equals, the
/// smaller tau, then the larger delta. Unlike decideDeco() it weighs staleness itself and may leave
/// the time-minimal set, tau = 0 on fast networks included. Our extension, not DeCo-SGD's rule.
///
/// Errors: conditions, model or a point of the grid out of range, an empty grid; the message names
/// what was read and what is allowed.
Result<TimeToAccuracy> fastestToAccuracy(const IterationConditions& conditions,
                                         const IterationsModel& model,
                                         std::span<const double> deltas, std::span<const int> taus);

}  // namespace telegrad
