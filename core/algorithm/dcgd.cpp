// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/delayed_aggregation.h"

namespace telegrad {

/// x <- x - gamma / n sum_i C(g_i), and nothing is kept of what compression leaves out. With an
/// unbiased C it gets to a neighbourhood of the minimum whose size grows with C's variance and with
/// what the workers' gradients are there; with a biased one it need not get anywhere.
///
/// Source: Khirirat, Feyzmahdavian and Johansson, Distributed learning with compressed gradients,
///   2018, arXiv 1806.06573.
AlgorithmEntry dcgd() {
  AlgorithmEntry entry;
  entry.key = "dcgd";
  entry.name = "DCGD";
  entry.summary =
      "Every worker compresses its gradient and forgets what that leaves out; the server takes the "
      "mean. Made for unbiased compressors.";
  entry.source =
      "Khirirat, Feyzmahdavian and Johansson, Distributed learning with compressed gradients, "
      "2018";
  entry.parameters = DelayedAggregation::parameters(false);
  entry.make = [](const Settings& settings) {
    return std::make_unique<DelayedAggregation>(
        DelayedAggregation::Parts{.errorFeedback = false, .delayed = false}, settings);
  };
  entry.usualCompressor = "rand-k";
  entry.usualCompression = {{"scaling", std::string("unbiased")}};
  entry.wholeUploads = true;
  entry.compressedDescent = true;
  return entry;
}

}  // namespace telegrad
