// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/time_to_accuracy.h"

#include <cmath>
#include <optional>
#include <tuple>

#include "core/base/said.h"
#include "core/base/units.h"
#include "core/theory/unknown.h"

namespace telegrad {
namespace {

Result<void> check(const IterationConditions& conditions, const IterationsModel& model) {
  if (!areUsable(conditions))
    return Error{
        said("conditions of compute time %1 s, gradient %2 bit, bandwidth %3 bit/s, latency %4 s; "
             "allowed: a bandwidth above 0, the others 0 or more",
             formatNumber(conditions.computeSeconds), formatNumber(conditions.gradientBits),
             formatNumber(conditions.bitsPerSecond), formatNumber(conditions.latencySeconds))};
  if (isNotNegative(model.base) && model.base > 0.0 && isNotNegative(model.compression) &&
      isNotNegative(model.staleness))
    return {};
  return Error{said(
      "a model of the iterations with %1, %2 for compression and %3 for staleness; allowed: "
      "the first above 0, the others 0 or more",
      formatNumber(model.base), formatNumber(model.compression), formatNumber(model.staleness))};
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
        return Error{
            said("a kept fraction of %1 with a staleness of %2; allowed: a fraction, and what it "
                 "keeps, above 0 and at most 1, a staleness of 0 or more",
                 formatNumber(delta), tau)};
      if (!best || isBetter(point, *best)) best = point;
    }
  }
  if (best) return *best;
  return Error{said("a grid without a point; needed: a kept fraction and a staleness at least")};
}

}  // namespace telegrad
