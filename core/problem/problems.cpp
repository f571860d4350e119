// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <utility>

#include "core/problem/noisy_source.h"

// A new problem is a file beside this one and a name in this list.
#define TELEGRAD_PROBLEMS(X) \
  X(quadratic)               \
  X(threeWorkerDivergence)   \
  X(heterogeneousQuadratic)  \
  X(linearRegression)        \
  X(l2LogisticRegression)

namespace telegrad {

#define TELEGRAD_DECLARE(name) ProblemEntry name();
TELEGRAD_PROBLEMS(TELEGRAD_DECLARE)
#undef TELEGRAD_DECLARE

std::span<const ProblemEntry> problems() {
#define TELEGRAD_CALL(name) name(),
  static const std::array all{TELEGRAD_PROBLEMS(TELEGRAD_CALL)};
#undef TELEGRAD_CALL
  return all;
}

std::vector<Parameter> NoisySource::withNoise(std::vector<Parameter> own) {
  own.push_back({.key = "noise",
                 .label = "Gradient noise",
                 .unit = "",
                 .help = "Standard deviation of the normal noise on each coordinate of a worker's "
                         "gradient; 0 for exact gradients.",
                 .kind = Real{.initial = 0.0, .min = 0.0, .max = 100.0}});
  return own;
}

ProblemEntry NoisySource::entry() {
  ProblemEntry entry;
  entry.decides = {"dataset.key", "partition.key", "cluster.batch", "run.evaluate_every",
                   "run.target_accuracy"};
  return entry;
}

}  // namespace telegrad
