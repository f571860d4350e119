// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/spread.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/metrics/quantities.h"

namespace telegrad {

Spread spreadOf(std::span<const double> values) {
  std::vector<double> there;
  for (const double value : values)
    if (!std::isnan(value)) there.push_back(value);
  Spread spread;
  spread.count = there.size();
  if (there.empty()) return spread;
  const auto [lowest, highest] = std::ranges::minmax(there);
  spread.lowest = lowest;
  spread.highest = highest;
  const auto count = static_cast<double>(there.size());
  double sum = 0.0;
  for (const double value : there) sum += value;
  spread.mean = sum / count;
  if (there.size() < 2) return spread;
  double squares = 0.0;
  for (const double value : there) squares += (value - spread.mean) * (value - spread.mean);
  spread.deviation = std::sqrt(squares / (count - 1.0));
  return spread;
}

TargetCost costOf(const Target& target, std::span<const std::optional<Record>> at) {
  TargetCost cost;
  cost.target = target;
  cost.runs = at.size();
  const auto spread = [&](const char* key) {
    std::vector<double> values;
    for (const auto& record : at)
      if (record) values.push_back(quantity(key).read(*record));
    return spreadOf(values);
  };
  cost.iterations = spread("iteration");
  cost.reached = cost.iterations.count;
  cost.rounds = spread("rounds");
  cost.payloadBits = spread("payload_bits");
  cost.wireBits = spread("wire_bits");
  cost.simulatedSeconds = spread("simulated_s");
  cost.wallSeconds = spread("wall_s");
  return cost;
}

}  // namespace telegrad
