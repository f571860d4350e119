// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/targets.h"

#include "core/metrics/quantities.h"

namespace telegrad {

const Quantity& accuracyQuantity(AccuracyMetric metric) {
  return quantity(metric == AccuracyMetric::Top5 ? "test_top5_accuracy" : "test_accuracy");
}

bool Target::isReachedBy(const Record& record) const {
  // False for NaN as well: no evaluation, no accuracy.
  return accuracyQuantity(metric).read(record) > accuracy;
}

bool TargetWatcher::observe(const Record& record) {
  if (reached_ || !target_.isReachedBy(record)) return false;
  reached_ = record;
  return true;
}

std::optional<Record> firstAbove(const RunSeries& series, const Target& target) {
  const auto accuracy = series.column(accuracyQuantity(target.metric));
  for (const std::size_t row : series.evaluations())
    if (accuracy[row] > target.accuracy) return series.at(row);
  return std::nullopt;
}

}  // namespace telegrad
