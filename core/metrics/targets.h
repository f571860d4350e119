// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "core/metrics/record.h"
#include "core/metrics/series.h"

namespace telegrad {

/// Which of the two accuracies on the test set.
enum class AccuracyMetric : std::uint8_t { Top1, Top5 };

/// test_accuracy or test_top5_accuracy.
const Quantity& accuracyQuantity(AccuracyMetric metric);

/// An accuracy to get above.
struct Target {
  double accuracy = 0.0;  ///< in [0, 1]
  AccuracyMetric metric = AccuracyMetric::Top1;

  /// Strictly; never without an evaluation.
  bool isReachedBy(const Record& record) const;
  bool operator==(const Target&) const = default;
};

/// Waits for the first evaluation whose test accuracy is strictly above a target, the rule by which
/// the SASG paper counts what an algorithm needed.
///
/// Source: Communication-Efficient Distributed Learning via Sparse and Adaptive Stochastic
/// Gradient, arXiv 2112.04088, Table II.
class TargetWatcher {
 public:
  explicit TargetWatcher(const Target& target) : target_(target) {}

  /// Takes the next record; true if it is the one.
  bool observe(const Record& record);

  const Target& target() const { return target_; }
  /// Where the run stood then: rounds, payload and wire bits, times, iteration.
  const std::optional<Record>& reached() const { return reached_; }

 private:
  Target target_;
  std::optional<Record> reached_;
};

/// The same for any target over a run's past; looks at its evaluations only.
std::optional<Record> firstAbove(const RunSeries& series, const Target& target);

}  // namespace telegrad
