// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/push_aggregation.h"

namespace telegrad {

AlgorithmEntry lagStochastic() {
  AlgorithmEntry entry;
  entry.key = "lag-stochastic";
  entry.name = "Stochastic LAG, rule (5)";
  entry.summary =
      "LASG's failing ancestor: the comparison with the last uploaded gradient, on another "
      "minibatch, hardly ever lets a worker skip.";
  entry.source =
      "Rule (5) of arXiv 2112.04088, the naive extension of Chen et al., LAG, NeurIPS 2018";
  entry.parameters = PushAggregation::adaptiveParameters();
  entry.make = [](const Settings& settings) {
    return std::make_unique<PushAggregation>(PushAggregation::Parts{.rule = Comparison::OldSample},
                                             settings);
  };
  entry.usualCompressor = "identity";
  return entry;
}

}  // namespace telegrad
