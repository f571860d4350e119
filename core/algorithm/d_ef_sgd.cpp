// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/delayed_aggregation.h"

namespace telegrad {

AlgorithmEntry dEfSgd() {
  AlgorithmEntry entry;
  entry.key = "d-ef-sgd";
  entry.name = "D-EF-SGD";
  entry.summary =
      "Workers send compressed gradients with error feedback, and all wait for the mean of all.";
  entry.source = "Stich and Karimireddy, The Error-Feedback Framework, JMLR 2020";
  entry.parameters = DelayedAggregation::parameters(false);
  entry.make = [](const Settings& settings) {
    return std::make_unique<DelayedAggregation>(
        DelayedAggregation::Parts{.errorFeedback = true, .delayed = false}, settings);
  };
  entry.usualCompressor = "top-k";
  entry.wholeUploads = true;
  return entry;
}

}  // namespace telegrad
