// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/targets.h"

#include "core/metrics/quantities.h"

namespace telegrad {

bool TargetWatcher::observe(const Record& record) {
  // False for NaN as well: no evaluation, no accuracy.
  if (reached_ || !(record.testAccuracy > target_)) return false;
  reached_ = record;
  return true;
}

std::optional<Record> firstAbove(const RunSeries& series, double target) {
  const auto accuracy = series.column(quantity("test_accuracy"));
  for (const std::size_t row : series.evaluations())
    if (accuracy[row] > target) return series.at(row);
  return std::nullopt;
}

}  // namespace telegrad
