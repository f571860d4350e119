// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/descent_rate.h"

namespace telegrad {
namespace {

/// Keeps the smallest factor below 1.
void improve(std::optional<DescentRate>& best, double factor, const char* formula) {
  if (!(factor >= 0.0) || factor >= (best ? best->factor : 1.0)) return;
  best = DescentRate{factor, formula};
}

}  // namespace

std::optional<DescentRate> descentRate(const ClassParameters& classes, double rate,
                                       double smoothness, double strongConvexity) {
  const double gain = rate * strongConvexity;  // eta mu
  const double step = rate * smoothness;       // eta L
  std::optional<DescentRate> best;
  if (classes.delta && step <= 1.0) improve(best, 1.0 - gain / *classes.delta, "1 − η μ / δ");
  if (classes.zeta) improve(best, 1.0 - gain * (2.0 - step * *classes.zeta), "1 − η μ (2 − η ζ L)");
  if (classes.b2)
    improve(best, 1.0 - classes.b2->gamma * gain * (2.0 - step * classes.b2->beta),
            "1 − γ η μ (2 − η β L)");
  if (classes.b1)
    improve(best,
            1.0 - classes.b1->alpha / classes.b1->beta * gain * (2.0 - step * classes.b1->beta),
            "1 − (α / β) η μ (2 − η β L)");
  return best;
}

}  // namespace telegrad
