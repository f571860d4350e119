// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/push_aggregation.h"

namespace telegrad {

AlgorithmEntry lasg() {
  AlgorithmEntry entry;
  entry.key = "lasg";
  entry.name = "LASG";
  entry.summary =
      "A worker whose gradient has changed little since its last upload skips; those that upload "
      "send it whole.";
  entry.source =
      "Chen, Sun and Yin, LASG, arXiv 2002.11360 (its rule WK2), with the constants of arXiv "
      "2112.04088";
  entry.parameters = PushAggregation::adaptiveParameters();
  entry.make = [](const Settings& settings) {
    return std::make_unique<PushAggregation>(PushAggregation::Parts{.rule = Comparison::SameSample},
                                             settings);
  };
  entry.usualCompressor = "identity";
  entry.comparesGradients = true;
  return entry;
}

}  // namespace telegrad
