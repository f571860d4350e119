// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/delayed_aggregation.h"

namespace telegrad {

AlgorithmEntry dSgd() {
  AlgorithmEntry entry;
  entry.key = "d-sgd";
  entry.name = "D-SGD";
  entry.summary = "Every worker sends its whole gradient, and all wait for the mean of all.";
  entry.source = "";
  entry.parameters = DelayedAggregation::parameters(false);
  entry.make = [](const Settings& settings) {
    return std::make_unique<DelayedAggregation>(
        DelayedAggregation::Parts{.errorFeedback = false, .delayed = false}, settings);
  };
  entry.usualCompressor = "identity";
  entry.wholeUploads = true;
  entry.compressedDescent = true;
  return entry;
}

}  // namespace telegrad
