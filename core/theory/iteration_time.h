// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telegrad {

/// What the time of an iteration depends on besides the kept fraction delta and the staleness tau.
struct IterationConditions {
  /// T_comp of the slowest worker, until its message can be sent: gradient and encoding; 0 or more
  double computeSeconds = 0.0;
  double gradientBits = 0.0;    ///< S_g, of the dense gradient (32 d); 0 or more
  double bitsPerSecond = 0.0;   ///< a, of the slowest link; above 0
  double latencySeconds = 0.0;  ///< b of one aggregation, up and down, without serialisation
};

/// Whether every condition is finite and in its range.
bool areUsable(const IterationConditions& conditions);

// In all of these delta is in (0, 1] and tau >= 0; NaN for arguments or conditions outside their
// range. Seconds.

/// Mean time of an iteration in the steady state,
///
///   T(delta, tau) = max{ T_comp, delta S_g / a, (T_comp + b + delta S_g / a) / (tau + 1) }
///
/// Single iterations differ: the steady state repeats every tau + 1 of them. Exact for constant
/// conditions, a lower bound where compute times vary.
/// Source: maximum cycle mean of the recursion in delayed_pipeline.h.
double iterationTime(const IterationConditions& conditions, double delta, int tau);

/// D-SGD's: nothing compressed, nothing delayed, T_comp + b + S_g / a.
double denseIterationTime(const IterationConditions& conditions);

/// D-SGD's time over this: how many times faster an iteration is, not a run: the iterations needed
/// differ too.
double iterationSpeedUp(const IterationConditions& conditions, double delta, int tau);

/// The largest delta in (0, 1] with which communication hides behind computation at this staleness,
///
///   delta(tau) = min{ 1, a T_comp / S_g, (tau T_comp - b) a / S_g }
///
/// 0 where none does: tau T_comp <= b. An empty gradient counts as the limit of small ones.
double largestHiddenRatio(const IterationConditions& conditions, int tau);

/// Whether computation alone sets the pace, T(delta, tau) = T_comp: the link keeps up
/// (delta S_g / a <= T_comp) and the pipeline is deep enough (tau T_comp >= b + delta S_g / a).
/// A part in 10^9 over is rounding, so largestHiddenRatio() passes. False outside the ranges.
bool hidesCommunication(const IterationConditions& conditions, double delta, int tau);

}  // namespace telegrad
