// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem/regression.h"

namespace telegrad {
namespace {

constexpr double kDeviation = 0.1;  // of the targets about the true prediction

/// (z - y)^2 / 2 with y = <u, w_m> + 0.1 normal.
constexpr Loss kSquare{.value = [](double z, double y) { return 0.5 * (z - y) * (z - y); },
                       .slope = [](double z, double y) { return z - y; },
                       .curvature = [](double /*z*/, double /*y*/) { return 1.0; },
                       .mostCurved = 1.0};

}  // namespace

ProblemEntry linearRegression() {
  auto entry = NoisySource::entry();
  entry.key = "linear-regression";
  entry.name = "Linear regression";
  entry.summary =
      "A convex problem: least squares on a few drawn examples of each worker, ℓ₂-regularised.";
  entry.source = "";
  entry.parameters = RegressionSource::parameters();
  entry.make = [](const Settings& settings) {
    return std::make_unique<RegressionSource>(
        settings, kSquare,
        [](double prediction, double noise) { return prediction + kDeviation * noise; });
  };
  return entry;
}

}  // namespace telegrad
