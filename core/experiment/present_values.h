// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/metrics/layer_record.h"

namespace telegrad {

// What an experiment's settings come to: the numbers that its formulas have now. Threads: any.

/// gamma(e), as the schedule and the warm-up say. Nothing: the algorithm has no learning rate.
std::optional<double> learningRateAt(const Experiment& experiment, double epoch);

/// Whether the server adds the workers up, so that the rate on the mean gradient is M gamma; of all
/// others it is gamma.
bool addsWorkersUp(const Experiment& experiment);

/// The skipping rule's weight of past moves, and its bound.
struct SkippingWeight {
  double rate = 0.0;       ///< gamma, as the threshold has it
  double alpha = 0.0;      ///< c / gamma
  std::int64_t moves = 0;  ///< that are summed, at most: D or D - 1
  std::int64_t skips = 0;  ///< in a row, at most: D or D + 1; the first time always D + 1
};
/// Nothing: the algorithm has no such rule.
std::optional<SkippingWeight> skippingWeightAt(const Experiment& experiment, double epoch);

/// Entries that one upload of a Top-k compressor has of each tensor, or one number where they are
/// chosen from the whole model. Nothing: the compressor is another.
std::optional<std::vector<std::int64_t>> keptEntries(const Experiment& experiment,
                                                     std::span<const LayerInfo> tensors);

}  // namespace telegrad
