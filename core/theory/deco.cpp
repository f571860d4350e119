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
  const char* allowed;
};

Result<void> check(const IterationConditions& conditions, const DecoSettings& settings) {
  const auto within = [](double value, double low, double high) {
    return std::isfinite(value) && value >= low && value <= high;
  };
  const auto aboveZero = [](double value) { return std::isfinite(value) && value > 0.0; };
  const double most = std::numeric_limits<double>::max();
  const std::array<Condition, 7> requirements{
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
        settings.hysteresis, "", "from 0 to less than 1"}}};
  const auto* broken = std::ranges::find(requirements, false, &Condition::met);
  if (broken == requirements.end()) return {};
  return Error{"DeCo cannot decide with a " + std::string(broken->quantity) + " of " +
               formatNumber(broken->value) + broken->unit + "; allowed: " + broken->allowed};
}

/// The smallest whole number >= quotient as a staleness.
Result<int> stalenessFrom(double quotient) {
  const double tau = std::max(0.0, std::ceil(quotient - kStalenessRounding));
  if (tau <= kMaxStaleness) return static_cast<int>(tau);
  return Error{"DeCo cannot decide: to hide the latency takes a staleness of " + formatNumber(tau) +
               " iterations; allowed: at most " + std::to_string(kMaxStaleness)};
}

DecoCandidate candidate(double delta, int tau, PhiBase base) {
  return {tau, delta, compressionNoise(delta, tau, base)};
}

Result<std::vector<DecoCandidate>> candidatesFor(const IterationConditions& conditions,
                                                 PhiBase base) {
  std::vector<DecoCandidate> candidates;
  if (conditions.computeSeconds == 0.0) return candidates;
  const double quotient = conditions.latencySeconds / conditions.computeSeconds;
  const auto first = stalenessFrom(std::floor(quotient + kStalenessRounding) + 1.0);
  if (!first) return first.error();
  for (const int tau : {*first, *first + 1}) {
    const double delta = largestHiddenRatio(conditions, tau);
    if (delta > 0.0) candidates.push_back(candidate(delta, tau, base));
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
  return chosen.phi < (1.0 - settings.hysteresis) * current->phi ? chosen : *current;
}

/// minRatio, and the least tau with T_comp + b + transfer <= (tau + 1) * max(T_comp, transfer).
Result<DecoCandidate> atMinRatio(const IterationConditions& conditions,
                                 const DecoSettings& settings) {
  const double transfer = settings.minRatio * conditions.gradientBits / conditions.bitsPerSecond;
  const double around = conditions.computeSeconds + conditions.latencySeconds + transfer;
  const auto tau = stalenessFrom(around / std::max(conditions.computeSeconds, transfer) - 1.0);
  if (!tau) return tau.error();
  return candidate(settings.minRatio, *tau, settings.phiBase);
}

}  // namespace

Result<DecoDecision> decideDeco(const IterationConditions& conditions, const DecoSettings& settings,
                                std::optional<int> currentTau) {
  if (const auto usable = check(conditions, settings); !usable) return usable.error();
  auto planned = conditions;
  planned.bitsPerSecond *= settings.headroom;
  auto candidates = candidatesFor(planned, settings.phiBase);
  if (!candidates) return candidates.error();
  DecoDecision decision;
  decision.candidates = *std::move(candidates);
  const auto chosen = best(decision.candidates, settings, currentTau);
  if (chosen && chosen->delta >= settings.minRatio) {
    decision.chosen = *chosen;
    return decision;
  }
  const auto fallback = atMinRatio(planned, settings);
  if (!fallback) return fallback.error();
  decision.chosen = *fallback;
  decision.atMinRatio = true;
  return decision;
}

}  // namespace telegrad
