// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/push_aggregation.h"

namespace telegrad {

AlgorithmEntry sgd() {
  AlgorithmEntry entry;
  entry.key = "sgd";
  entry.name = "SGD";
  entry.summary = "Every worker sends its whole gradient in every iteration.";
  entry.source = "";
  entry.parameters = PushAggregation::plainParameters();
  entry.make = [](const Settings& settings) {
    return std::make_unique<PushAggregation>(PushAggregation::Parts{}, settings);
  };
  entry.usualCompressor = "identity";
  entry.wholeUploads = true;
  return entry;
}

}  // namespace telegrad
