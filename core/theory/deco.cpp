// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/deco.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/said.h"
#include "core/base/units.h"

namespace telegrad {
namespace {

constexpr double kStalenessRounding = 1e-9;

Result<void> check(const IterationConditions& conditions, const DecoSettings& settings) {
  const auto within = [](double value, double low, double high) {
    return std::isfinite(value) && value >= low && value <= high;
  };
  const auto aboveZero = [](double value) { return std::isfinite(value) && value > 0.0; };
  const double most = std::numeric_limits<double>::max();
  if (!within(conditions.computeSeconds, 0.0, most))
    return Error{said("DeCo cannot decide with a compute time of %1 s; allowed: 0 s or more",
                      formatNumber(conditions.computeSeconds))};
  if (!aboveZero(conditions.gradientBits))
    return Error{said("DeCo cannot decide with a gradient of %1 bit; allowed: more than 0 bit",
                      formatNumber(conditions.gradientBits))};
  if (!aboveZero(conditions.bitsPerSecond))
    return Error{said("DeCo cannot decide with a bandwidth of %1 bit/s; allowed: more than 0 bit/s",
                      formatNumber(conditions.bitsPerSecond))};
  if (!within(conditions.latencySeconds, 0.0, most))
    return Error{said("DeCo cannot decide with a latency of %1 s; allowed: 0 s or more",
                      formatNumber(conditions.latencySeconds))};
  if (!aboveZero(settings.minRatio) || settings.minRatio > 1.0)
    return Error{
        said("DeCo cannot decide with a least kept fraction of %1; allowed: more than 0, at most 1",
             formatNumber(settings.minRatio))};
  if (!aboveZero(settings.headroom) || settings.headroom > 1.0)
    return Error{said("DeCo cannot decide with a headroom of %1; allowed: more than 0, at most 1",
                      formatNumber(settings.headroom))};
  if (!within(settings.hysteresis, 0.0, 1.0) || settings.hysteresis >= 1.0)
    return Error{said("DeCo cannot decide with a hysteresis of %1; allowed: from 0 to less than 1",
                      formatNumber(settings.hysteresis))};
  if (settings.maxStaleness < 1 || settings.maxStaleness > kMaxStaleness)
    return Error{said("DeCo cannot decide with a largest staleness of %1; allowed: from 1 to %2",
                      formatNumber(settings.maxStaleness), kMaxStaleness)};
  return {};
}

DecoCandidate candidate(double delta, int tau, PhiBase base) {
  return {tau, delta, compressionNoise(delta, tau, base)};
}

std::vector<DecoCandidate> candidatesFor(const IterationConditions& conditions,
                                         const DecoSettings& settings) {
  std::vector<DecoCandidate> candidates;
  if (conditions.computeSeconds == 0.0) return candidates;
  const double quotient = conditions.latencySeconds / conditions.computeSeconds;
  const double first = std::floor(quotient + kStalenessRounding) + 1.0;
  for (const double tau : {first, first + 1.0}) {
    if (tau > settings.maxStaleness) break;
    const double delta = largestHiddenRatio(conditions, static_cast<int>(tau));
    if (delta > 0.0)
      candidates.push_back(candidate(delta, static_cast<int>(tau), settings.phiBase));
  }
  return candidates;
}

/// The candidate with the smaller phi, then the smaller tau; the one in use where that gains
/// little.
std::optional<DecoCandidate> best(const std::vector<DecoCandidate>& candidates,
                                  const DecoSettings& settings, std::optional<int> currentTau) {
  if (candidates.empty()) return std::nullopt;
  const auto chosen = *std::ranges::min_element(candidates, {}, &DecoCandidate::phi);
  const auto current = std::ranges::find(
      candidates, currentTau, [](const DecoCandidate& c) { return std::optional(c.tau); });
  if (current == candidates.end() || current->delta < settings.minRatio) return chosen;
  if (chosen.phi == current->phi && chosen.delta == current->delta) return chosen;
  return chosen.phi < (1.0 - settings.hysteresis) * current->phi ? chosen : *current;
}

/// minRatio, and the least tau with T_comp + b + transfer <= (tau + 1) * max(T_comp, transfer).
std::optional<DecoCandidate> atMinRatio(const IterationConditions& conditions,
                                        const DecoSettings& settings) {
  const double transfer = settings.minRatio * conditions.gradientBits / conditions.bitsPerSecond;
  const double around = conditions.computeSeconds + conditions.latencySeconds + transfer;
  const double quotient = around / std::max(conditions.computeSeconds, transfer) - 1.0;
  const double tau = std::max(0.0, std::ceil(quotient - kStalenessRounding));
  if (!(tau <= settings.maxStaleness)) return std::nullopt;
  return candidate(settings.minRatio, static_cast<int>(tau), settings.phiBase);
}

/// maxStaleness, and what fills the link then. More than minRatio, which has too little to carry.
DecoCandidate atMaxStaleness(const IterationConditions& conditions, const DecoSettings& settings) {
  const double way = conditions.computeSeconds + conditions.latencySeconds;
  const double delta =
      way * conditions.bitsPerSecond / (settings.maxStaleness * conditions.gradientBits);
  return candidate(std::clamp(delta, settings.minRatio, 1.0), settings.maxStaleness,
                   settings.phiBase);
}

}  // namespace

Result<DecoDecision> decideDeco(const IterationConditions& conditions, const DecoSettings& settings,
                                std::optional<int> currentTau) {
  if (const auto usable = check(conditions, settings); !usable) return usable.error();
  auto planned = conditions;
  planned.bitsPerSecond *= settings.headroom;
  DecoDecision decision;
  decision.candidates = candidatesFor(planned, settings);
  const auto chosen = best(decision.candidates, settings, currentTau);
  if (chosen && chosen->delta >= settings.minRatio) {
    decision.chosen = *chosen;
  } else if (const auto least = atMinRatio(planned, settings)) {
    decision.chosen = *least;
    decision.atMinRatio = true;
  } else {
    decision.chosen = atMaxStaleness(planned, settings);
    decision.atMaxStaleness = true;
  }
  return decision;
}

}  // namespace telegrad
