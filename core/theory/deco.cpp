// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/deco.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "core/base/units.h"

namespace telegrad {
namespace {

constexpr double kStalenessRounding = 1e-9;

struct Condition {
  bool met;
  const char* quantity;
  double value;
  const char* unit;
  std::string allowed;
};

Result<void> check(const IterationConditions& conditions, const DecoSettings& settings) {
  const auto within = [](double value, double low, double high) {
    return std::isfinite(value) && value >= low && value <= high;
  };
  const auto aboveZero = [](double value) { return std::isfinite(value) && value > 0.0; };
  const double most = std::numeric_limits<double>::max();
  const std::array<Condition, 8> requirements{
      {{within(conditions.computeSeconds, 0.0, most), "compute time", conditions.computeSeconds,
        " s", "0 s or more"},
       {aboveZero(conditions.gradientBits), "gradient", conditions.gradientBits, " bit",
        "more than 0 bit"},
       {aboveZero(conditions.bitsPerSecond), "bandwidth", conditions.bitsPerSecond, " bit/s",
        "more than 0 bit/s"},
       {within(conditions.latencySeconds, 0.0, most), "latency", conditions.latencySeconds, " s",
        "0 s or more"},
       {aboveZero(settings.minRatio) && settings.minRatio <= 1.0, "least kept fraction",
        settings.minRatio, "", "more than 0, at most 1"},
       {aboveZero(settings.headroom) && settings.headroom <= 1.0, "headroom", settings.headroom, "",
        "more than 0, at most 1"},
       {within(settings.hysteresis, 0.0, 1.0) && settings.hysteresis < 1.0, "hysteresis",
        settings.hysteresis, "", "from 0 to less than 1"},
       {settings.maxStaleness >= 1 && settings.maxStaleness <= kMaxStaleness, "largest staleness",
        static_cast<double>(settings.maxStaleness), "",
        "from 1 to " + std::to_string(kMaxStaleness)}}};
  const auto* broken = std::ranges::find(requirements, false, &Condition::met);
  if (broken == requirements.end()) return {};
  return Error{"DeCo cannot decide with a " + std::string(broken->quantity) + " of " +
               formatNumber(broken->value) + broken->unit + "; allowed: " + broken->allowed};
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
