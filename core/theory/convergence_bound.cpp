// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/convergence_bound.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "core/base/units.h"

namespace telegrad {
namespace {

constexpr double kMost = std::numeric_limits<double>::max();
constexpr double kAboveZero = std::numeric_limits<double>::denorm_min();

struct Requirement {
  const char* name;
  double value;
  double low;
  double high;
  const char* allowed;
};

template <std::size_t N>
Result<void> check(const std::array<Requirement, N>& requirements) {
  for (const auto& r : requirements)
    if (!(r.value >= r.low && r.value <= r.high))
      return Error{std::string(r.name) + " is " + formatNumber(r.value) +
                   "; allowed: " + r.allowed};
  return {};
}

Result<void> check(const ConvergenceAssumptions& given, double delta, int tau) {
  return check(std::array<Requirement, 9>{
      {{"the number of workers", static_cast<double>(given.workers), 1.0, kMost, "1 or more"},
       {"the smoothness L", given.smoothness, kAboveZero, kMost, "more than 0"},
       {"the initial gap F0", given.initialGap, 0.0, kMost, "0 or more"},
       {"the noise's growth M", given.noiseGrowth, 0.0, kMost, "0 or more"},
       {"the noise's variance sigma^2", given.noiseVariance, 0.0, kMost, "0 or more"},
       {"the heterogeneity zeta^2", given.heterogeneity, 0.0, kMost, "0 or more"},
       {"the heterogeneity's growth Z", given.heterogeneityGrowth, 1.0, kMost, "1 or more"},
       {"the kept fraction delta", delta, kAboveZero, 1.0, "more than 0, at most 1"},
       {"the staleness tau", static_cast<double>(tau), 0.0, kMost, "0 or more"}}});
}

double residualFactor(double delta) {
  return 2.0 * (1.0 - delta) / delta;
}

/// M Z^2 / n.
double relativeNoise(const ConvergenceAssumptions& given) {
  return given.noiseGrowth * given.heterogeneityGrowth * given.heterogeneityGrowth / given.workers;
}

}  // namespace

Result<double> largestLearningRate(const ConvergenceAssumptions& assumptions, double delta,
                                   int tau) {
  if (const auto usable = check(assumptions, delta, tau); !usable) return usable.error();
  const double growth = assumptions.heterogeneityGrowth * assumptions.heterogeneityGrowth;
  const double noise = relativeNoise(assumptions);
  const double compression =
      residualFactor(delta) * (2.0 / delta + assumptions.noiseGrowth) * growth;
  const double staleness = 2.0 * tau * (tau + noise);
  const double descent = 1.0 / (2.0 * assumptions.smoothness * (1.0 + noise));
  // Infinite without compression and delay: it then asks for nothing.
  const double drift = 1.0 / (assumptions.smoothness * std::sqrt(8.0 * (compression + staleness)));
  return std::min(descent, drift);
}

Result<ConvergenceBound> convergenceBound(const ConvergenceAssumptions& assumptions,
                                          const DelayedRun& run, CompressionTerm term,
                                          PhiBase base) {
  const auto largest = largestLearningRate(assumptions, run.delta, run.tau);
  if (!largest) return largest.error();
  const std::string upTo = "more than 0, at most " + formatNumber(*largest);
  const auto usable = check(std::array<Requirement, 2>{
      {{"the learning rate gamma", run.learningRate, kAboveZero, *largest, upTo.c_str()},
       {"the number of iterations T", run.iterations, kAboveZero, kMost, "more than 0"}}});
  if (!usable) return usable.error();

  const double gamma = run.learningRate;
  const double smoothness = assumptions.smoothness;
  const double drift = 8.0 * gamma * gamma * smoothness * smoothness;
  const double variance =
      assumptions.noiseGrowth * assumptions.heterogeneity + assumptions.noiseVariance;
  const double residual = (2.0 / run.delta + assumptions.noiseGrowth) * assumptions.heterogeneity +
                          assumptions.noiseVariance;
  const double factor = term == CompressionTerm::Tight
                            ? residualFactor(run.delta)
                            : 2.0 * compressionNoise(run.delta, run.tau, base);
  ConvergenceBound bound;
  bound.initial = 8.0 * assumptions.initialGap / (gamma * run.iterations);
  bound.gradient = 4.0 * gamma * smoothness * variance / assumptions.workers;
  // Where there is nothing to compress wrongly, an infinite factor is none.
  bound.compression = residual == 0.0 ? 0.0 : drift * factor * residual;
  bound.staleness = drift * 2.0 * run.tau * variance / assumptions.workers;
  return bound;
}

}  // namespace telegrad
