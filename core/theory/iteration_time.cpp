// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/iteration_time.h"

#include <algorithm>

#include "core/theory/unknown.h"

namespace telegrad {
namespace {

constexpr double kRounding = 1e-9;

bool isUsable(double delta, int tau) {
  return delta > 0.0 && delta <= 1.0 && tau >= 0;
}

}  // namespace

bool areUsable(const IterationConditions& conditions) {
  return isNotNegative(conditions.computeSeconds) && isNotNegative(conditions.gradientBits) &&
         isNotNegative(conditions.latencySeconds) && isNotNegative(conditions.bitsPerSecond) &&
         conditions.bitsPerSecond > 0.0;
}

double iterationTime(const IterationConditions& conditions, double delta, int tau) {
  if (!areUsable(conditions) || !isUsable(delta, tau)) return kUnknown;
  const double transfer = delta * conditions.gradientBits / conditions.bitsPerSecond;
  const double around = conditions.computeSeconds + conditions.latencySeconds + transfer;
  return std::max({conditions.computeSeconds, transfer, around / (tau + 1.0)});
}

double denseIterationTime(const IterationConditions& conditions) {
  return iterationTime(conditions, 1.0, 0);
}

double iterationSpeedUp(const IterationConditions& conditions, double delta, int tau) {
  return denseIterationTime(conditions) / iterationTime(conditions, delta, tau);
}

double largestHiddenRatio(const IterationConditions& conditions, int tau) {
  if (!areUsable(conditions) || tau < 0) return kUnknown;
  const double room = std::min(conditions.computeSeconds,
                               tau * conditions.computeSeconds - conditions.latencySeconds);
  if (room <= 0.0) return 0.0;
  return std::min(1.0, room * conditions.bitsPerSecond / conditions.gradientBits);
}

bool hidesCommunication(const IterationConditions& conditions, double delta, int tau) {
  return iterationTime(conditions, delta, tau) <= conditions.computeSeconds * (1.0 + kRounding);
}

}  // namespace telegrad
