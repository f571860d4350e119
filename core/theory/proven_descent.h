// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/theory/class_parameters.h"
#include "core/theory/descent_rate.h"

namespace telegrad {

/// A proven bound f(x^k) - f* <= factor^k (f(x^0) - f*), in the mean over an operator's randomness.
struct DescentRate {
  double factor = 1.0;  ///< in [0, 1)
  std::string formula;  ///< of the factor, for a label: "1 − η μ / δ"
};

/// Of compressed gradient descent x <- x - eta C(grad f(x)) on an L-smooth and mu-strongly convex
/// f, by the classes that C is in:
///
///     B1(alpha, beta), eta <= 2 / (beta L):   1 - (alpha / beta) eta mu (2 - eta beta L)
///     B2(gamma, beta), eta <= 2 / (beta L):   1 - gamma eta mu (2 - eta beta L)
///     B3(delta),       eta <= 1 / L:          1 - eta mu / delta
///     U(zeta),         eta <= 2 / (zeta L):   1 - eta mu (2 - eta zeta L)
///
/// The smallest of these; of equals the one of the class first in this order: B3, U, B2, B1. None
/// where no class proves a factor below 1. eta > 0, L >= mu >= 0.
///
/// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
///   Learning, JMLR 2023, the rates of CGD; U by Theorem 7 there.
std::optional<DescentRate> descentRate(const ClassParameters& classes, double rate,
                                       const Curvature& curvature);

}  // namespace telegrad
