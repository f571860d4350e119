// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/metrics/record.h"
#include "core/metrics/targets.h"

namespace telegrad {

/// One figure over several runs: the mean and how far they lie apart.
struct Spread {
  std::size_t count = 0;        ///< of the values that there are
  double mean = Record::kNone;  ///< none of no value
  double deviation =
      Record::kNone;  ///< sqrt(sum (v - mean)^2 / (count - 1)); none of fewer than two
  double lowest = Record::kNone;
  double highest = Record::kNone;
};

/// Of the values that are not NaN.
Spread spreadOf(std::span<const double> values);

/// What runs that differ by their seed needed to get above a target.
struct TargetCost {
  Target target;
  std::size_t runs = 0;     ///< all of them
  std::size_t reached = 0;  ///< those that got above it; the spreads are over these
  Spread iterations, rounds, payloadBits, wireBits, simulatedSeconds, wallSeconds;
};

/// `at` has an entry for each run: where it got above the target (firstAbove()), if it did.
TargetCost costOf(const Target& target, std::span<const std::optional<Record>> at);

}  // namespace telegrad
