// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/push_aggregation.h"

namespace telegrad {

/// With a compressor for which C(a x) = a C(x), as Top-k, this is EfSgd at M times the rate: there
/// the server takes the mean, here the sum.
AlgorithmEntry sparse() {
  AlgorithmEntry entry;
  entry.key = "sparse";
  entry.name = "Sparse";
  entry.summary =
      "Every worker sends the largest entries of its gradient and keeps the rest for later (error "
      "feedback). EF with the rate of the sum.";
  entry.source =
      "Aji and Heafield, Sparse Communication for Distributed Gradient Descent, EMNLP 2017";
  entry.parameters = PushAggregation::plainParameters();
  entry.make = [](const Settings& settings) {
    return std::make_unique<PushAggregation>(PushAggregation::Parts{.errorFeedback = true},
                                             settings);
  };
  entry.usualCompressor = "top-k";
  entry.wholeUploads = true;
  return entry;
}

}  // namespace telegrad
