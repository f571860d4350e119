// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "core/problem/regression.h"

namespace telegrad {
namespace {

/// 1 / (1 + exp(z)), without overflow.
double logistic(double z) {
  return z > 0.0 ? std::exp(-z) / (1.0 + std::exp(-z)) : 1.0 / (1.0 + std::exp(z));
}

/// log(1 + exp(-y z)), y = 1 or -1.
constexpr Loss kLogistic{
    .value =
        [](double z, double y) {
          const double margin = y * z;
          return margin > 0.0 ? std::log1p(std::exp(-margin))
                              : std::log1p(std::exp(margin)) - margin;
        },
    .slope = [](double z, double y) { return -y * logistic(y * z); },
    .curvature = [](double z, double y) { return logistic(y * z) * logistic(-y * z); },
    .mostCurved = 0.25};

}  // namespace

ProblemEntry l2LogisticRegression() {
  auto entry = NoisySource::entry();
  entry.key = "l2-logistic-regression";
  entry.name = "Logistic regression, ℓ₂";
  entry.summary =
      "A convex problem: ℓ₂-regularised logistic regression on a few drawn examples of each "
      "worker, of two classes.";
  entry.source = "";
  entry.parameters = RegressionSource::parameters();
  entry.make = [](const Settings& settings) {
    return std::make_unique<RegressionSource>(settings, kLogistic,
                                              [](double prediction, double noise) {
                                                return prediction + 0.1 * noise >= 0.0 ? 1.0 : -1.0;
                                              });
  };
  return entry;
}

}  // namespace telegrad
