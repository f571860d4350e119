// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/proven_descent.h"

#include "core/theory/descent_rate.h"

namespace telegrad {
namespace {

/// Keeps the smallest factor below 1; one that is no number is none.
void improve(std::optional<DescentRate>& best, double factor, const char* formula) {
  if (!(factor >= 0.0) || factor >= (best ? best->factor : 1.0)) return;
  best = DescentRate{factor, formula};
}

}  // namespace

std::optional<DescentRate> descentRate(const ClassParameters& classes, double rate,
                                       const Curvature& curvature) {
  std::optional<DescentRate> best;
  if (classes.delta)
    improve(best, stepFactorOfContraction(*classes.delta, curvature, rate), "1 − η μ / δ");
  if (classes.zeta)
    improve(best, stepFactorOfUnbiased(*classes.zeta, curvature, rate), "1 − η μ (2 − η ζ L)");
  if (classes.b2) improve(best, stepFactor(*classes.b2, curvature, rate), "1 − γ η μ (2 − η β L)");
  if (classes.b1)
    improve(best, stepFactor(*classes.b1, curvature, rate), "1 − (α / β) η μ (2 − η β L)");
  return best;
}

}  // namespace telegrad
