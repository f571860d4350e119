// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/push_aggregation.h"

namespace telegrad {

AlgorithmEntry sasg() {
  AlgorithmEntry entry;
  entry.key = "sasg";
  entry.name = "SASG";
  entry.summary =
      "Workers skip as in LASG, and those that upload send the largest entries only, with error "
      "feedback.";
  entry.source =
      "Deng, Sun, Liu and Li, Communication-Efficient Distributed Learning via Sparse and Adaptive "
      "Stochastic Gradient, arXiv 2112.04088";
  entry.parameters = PushAggregation::adaptiveParameters();
  entry.make = [](const Settings& settings) {
    return std::make_unique<PushAggregation>(
        PushAggregation::Parts{.errorFeedback = true, .rule = Comparison::SameSample}, settings);
  };
  entry.usualCompressor = "top-k";
  entry.comparesGradients = true;
  return entry;
}

}  // namespace telegrad
