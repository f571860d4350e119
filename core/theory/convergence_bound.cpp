// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/convergence_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/said.h"
#include "core/base/units.h"

namespace telegrad {
namespace {

constexpr double kMost = std::numeric_limits<double>::max();
constexpr double kAboveZero = std::numeric_limits<double>::denorm_min();

bool isOutside(double value, double low, double high) {
  return !(value >= low && value <= high);
}

Result<void> check(const ConvergenceAssumptions& given, double delta, int tau) {
  if (given.workers < 1)
    return Error{
        said("the number of workers is %1; allowed: 1 or more", formatNumber(given.workers))};
  if (isOutside(given.smoothness, kAboveZero, kMost))
    return Error{
        said("the smoothness L is %1; allowed: more than 0", formatNumber(given.smoothness))};
  if (isOutside(given.initialGap, 0.0, kMost))
    return Error{
        said("the initial gap F0 is %1; allowed: 0 or more", formatNumber(given.initialGap))};
  if (isOutside(given.noiseGrowth, 0.0, kMost))
    return Error{
        said("the noise's growth M is %1; allowed: 0 or more", formatNumber(given.noiseGrowth))};
  if (isOutside(given.noiseVariance, 0.0, kMost))
    return Error{said("the noise's variance sigma^2 is %1; allowed: 0 or more",
                      formatNumber(given.noiseVariance))};
  if (isOutside(given.heterogeneity, 0.0, kMost))
    return Error{said("the heterogeneity zeta^2 is %1; allowed: 0 or more",
                      formatNumber(given.heterogeneity))};
  if (isOutside(given.heterogeneityGrowth, 1.0, kMost))
    return Error{said("the heterogeneity's growth Z is %1; allowed: 1 or more",
                      formatNumber(given.heterogeneityGrowth))};
  if (isOutside(delta, kAboveZero, 1.0))
    return Error{said("the kept fraction delta is %1; allowed: more than 0, at most 1",
                      formatNumber(delta))};
  if (tau < 0) return Error{said("the staleness tau is %1; allowed: 0 or more", formatNumber(tau))};
  return {};
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
  if (isOutside(run.learningRate, kAboveZero, *largest))
    return Error{said("the learning rate gamma is %1; allowed: more than 0, at most %2",
                      formatNumber(run.learningRate), formatNumber(*largest))};
  if (isOutside(run.iterations, kAboveZero, kMost))
    return Error{said("the number of iterations T is %1; allowed: more than 0",
                      formatNumber(run.iterations))};

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
