// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/metrics/record.h"
#include "core/metrics/series.h"

namespace telegrad {

/// Waits for the first evaluation whose test accuracy is strictly above a target, the rule by which
/// the SASG paper counts what an algorithm needed.
///
/// Units: target in [0, 1].
/// Source: Communication-Efficient Distributed Learning via Sparse and Adaptive Stochastic
/// Gradient, arXiv 2112.04088, Table II.
class TargetWatcher {
 public:
  explicit TargetWatcher(double target) : target_(target) {}

  /// Takes the next record; true if it is the one.
  bool observe(const Record& record);

  double target() const { return target_; }
  /// Where the run stood then: rounds, payload and wire bits, times, iteration.
  const std::optional<Record>& reached() const { return reached_; }

 private:
  double target_;
  std::optional<Record> reached_;
};

/// The same for any target over a run's past; looks at its evaluations only.
std::optional<Record> firstAbove(const RunSeries& series, double target);

}  // namespace telegrad
