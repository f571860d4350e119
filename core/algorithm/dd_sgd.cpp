// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/delayed_aggregation.h"

namespace telegrad {

AlgorithmEntry ddSgd() {
  AlgorithmEntry entry;
  entry.key = "dd-sgd";
  entry.name = "DD-SGD";
  entry.summary = "Workers send whole gradients, whose mean is applied some iterations later.";
  entry.source = "Stich and Karimireddy, The Error-Feedback Framework, JMLR 2020";
  entry.parameters = DelayedAggregation::parameters(true);
  entry.make = [](const Settings& settings) {
    return std::make_unique<DelayedAggregation>(
        DelayedAggregation::Parts{.errorFeedback = false, .delayed = true}, settings);
  };
  entry.usualCompressor = "identity";
  entry.wholeUploads = true;
  return entry;
}

}  // namespace telegrad
