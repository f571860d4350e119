// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/delayed_aggregation.h"

namespace telegrad {

AlgorithmEntry ddEfSgd() {
  AlgorithmEntry entry;
  entry.key = "dd-ef-sgd";
  entry.name = "DD-EF-SGD";
  entry.summary =
      "Workers send compressed gradients with error feedback, whose mean is applied some "
      "iterations later.";
  entry.source =
      "DeCo-SGD: Joint Optimization of Delay Staleness and Gradient Compression Ratio for "
      "Distributed SGD, arXiv 2507.17346";
  entry.parameters = DelayedAggregation::parameters(true);
  entry.make = [](const Settings& settings) {
    return std::make_unique<DelayedAggregation>(
        DelayedAggregation::Parts{.errorFeedback = true, .delayed = true}, settings);
  };
  entry.usualCompressor = "top-k";
  entry.wholeUploads = true;
  return entry;
}

}  // namespace telegrad
