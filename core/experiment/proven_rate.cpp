// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/proven_rate.h"

#include <cassert>
#include <cmath>
#include <vector>

#include "core/algorithm/algorithm.h"
#include "core/algorithm/learning_rate.h"
#include "core/compress/compressor.h"
#include "core/problem/problem.h"
#include "core/theory/proven_descent.h"

namespace telegrad {

double ProvenRate::after(double iterations) const {
  return start * std::pow(factor, iterations);
}

std::optional<ProvenRate> provenRate(const Experiment& experiment) {
  const auto* entry = problemIn(experiment);
  const auto& algorithm = experiment.slot("algorithm");
  const auto method = find(algorithms(), algorithm.key, "algorithm");
  assert(method);
  if (entry == nullptr || !(*method)->compressedDescent) return std::nullopt;
  if (!LearningRate(algorithm.settings).isConstant()) return std::nullopt;
  const auto source = entry->make(experiment.slot("model").settings);
  if (source->noise() > 0.0) return std::nullopt;
  const auto problem = source->build(experiment.workers(), experiment.seed());
  if (!problem) return std::nullopt;
  const auto& compression = experiment.slot("compressor");
  const auto compressor = find(compressors(), compression.key, "compressor");
  assert(compressor);
  const Layout layout{{"x", {static_cast<std::int64_t>((*problem)->size())}, 0}};
  const auto classes = (*compressor)->classes(compression.settings, layout);
  // U(1): E ||C(x) - x||^2 = 0, so that the mean of the messages is the gradient of f itself.
  if (!(*problem)->isHomogeneous() && classes.zeta != 1.0) return std::nullopt;
  const auto curvature = (*problem)->curvature();
  const auto rate = descentRate(classes, algorithm.settings.real("learning_rate"),
                                {curvature.smoothness, curvature.strongConvexity});
  if (!rate) return std::nullopt;
  std::vector<float> start((*problem)->size());
  (*problem)->start(start);
  return ProvenRate{(*problem)->suboptimality(start), rate->factor, rate->formula};
}

}  // namespace telegrad
