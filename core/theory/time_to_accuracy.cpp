// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/time_to_accuracy.h"

#include <cmath>
#include <optional>
#include <string>
#include <tuple>

#include "core/base/units.h"
#include "core/theory/unknown.h"

namespace telegrad {
namespace {

Result<void> check(const IterationConditions& conditions, const IterationsModel& model) {
  if (!areUsable(conditions))
    return Error{"conditions of compute time " + formatNumber(conditions.computeSeconds) +
                 " s, gradient " + formatNumber(conditions.gradientBits) + " bit, bandwidth " +
                 formatNumber(conditions.bitsPerSecond) + " bit/s, latency " +
                 formatNumber(conditions.latencySeconds) +
                 " s; allowed: a bandwidth above 0, the others 0 or more"};
  if (isNotNegative(model.base) && model.base > 0.0 && isNotNegative(model.compression) &&
      isNotNegative(model.staleness))
    return {};
  return Error{"a model of the iterations with " + formatNumber(model.base) + ", " +
               formatNumber(model.compression) + " for compression and " +
               formatNumber(model.staleness) +
               " for staleness; allowed: the first above 0, the others 0 or more"};
}

bool isBetter(const TimeToAccuracy& point, const TimeToAccuracy& other) {
  return std::tuple(point.seconds, point.tau, -point.delta) <
         std::tuple(other.seconds, other.tau, -other.delta);
}

}  // namespace

double iterationsToTarget(const IterationsModel& model, double delta, int tau) {
  if (!(delta > 0.0 && delta <= 1.0) || tau < 0) return kUnknown;
  const double effective = model.effectiveRatio ? model.effectiveRatio(delta) : delta;
  if (!(effective > 0.0 && effective <= 1.0)) return kUnknown;
  return model.base + model.compression * (1.0 - delta) / effective + model.staleness * tau;
}

Result<TimeToAccuracy> fastestToAccuracy(const IterationConditions& conditions,
                                         const IterationsModel& model,
                                         std::span<const double> deltas,
                                         std::span<const int> taus) {
  if (const auto usable = check(conditions, model); !usable) return usable.error();
  std::optional<TimeToAccuracy> best;
  for (const int tau : taus) {
    for (const double delta : deltas) {
      TimeToAccuracy point{tau, delta, iterationTime(conditions, delta, tau),
                           iterationsToTarget(model, delta, tau), 0.0};
      point.seconds = point.iterationSeconds * point.iterations;
      if (std::isnan(point.seconds))
        return Error{"a kept fraction of " + formatNumber(delta) + " with a staleness of " +
                     std::to_string(tau) +
                     "; allowed: a fraction, and what it keeps, above 0 and at most 1, a staleness "
                     "of 0 or more"};
      if (!best || isBetter(point, *best)) best = point;
    }
  }
  if (best) return *best;
  return Error{"a grid without a point; needed: a kept fraction and a staleness at least"};
}

}  // namespace telegrad
