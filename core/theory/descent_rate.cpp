// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/descent_rate.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace telegrad {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool within(double step, double limit) {
  return step > 0.0 && step <= limit;
}

/// 2 delta + B, times L.
double slowness(const FeedbackNodes& nodes, const Curvature& curvature) {
  return (2.0 * nodes.delta + nodes.noiseGrowth) * curvature.smoothness;
}

/// C (1 + 1/n) + D (2 B / n + 3 delta).
double noise(const FeedbackNodes& nodes) {
  const double n = nodes.nodes;
  return nodes.noiseVariance * (1.0 + 1.0 / n) +
         nodes.heterogeneity * (2.0 * nodes.noiseGrowth / n + 3.0 * nodes.delta);
}

}  // namespace

double stepFactor(const ClassParameters::B1& b1, const Curvature& curvature, double step) {
  return stepFactor(b2Of(b1), curvature, step);
}

double stepFactor(const ClassParameters::B2& b2, const Curvature& curvature, double step) {
  const auto [smoothness, convexity] = curvature;
  if (!within(step, 2.0 / (b2.beta * smoothness))) return kNone;
  return 1.0 - b2.gamma * step * convexity * (2.0 - step * b2.beta * smoothness);
}

double stepFactorOfContraction(double delta, const Curvature& curvature, double step) {
  if (!within(step, 1.0 / curvature.smoothness)) return kNone;
  return 1.0 - step * curvature.convexity / delta;
}

double stepFactorOfUnbiased(double zeta, const Curvature& curvature, double step) {
  return stepFactor(ClassParameters::B2{1.0, zeta}, curvature, step);
}

BestStep bestStep(const ClassParameters::B1& b1, const Curvature& curvature) {
  return bestStep(b2Of(b1), curvature);
}

BestStep bestStep(const ClassParameters::B2& b2, const Curvature& curvature) {
  const auto [smoothness, convexity] = curvature;
  return {1.0 / (b2.beta * smoothness), 1.0 - b2.gamma / b2.beta * convexity / smoothness};
}

BestStep bestStepOfContraction(double delta, const Curvature& curvature) {
  return {1.0 / curvature.smoothness, 1.0 - curvature.convexity / curvature.smoothness / delta};
}

BestStep bestStepOfUnbiased(double zeta, const Curvature& curvature) {
  return bestStep(ClassParameters::B2{1.0, zeta}, curvature);
}

BestStep bestStep(const ClassParameters& classes, const Curvature& curvature) {
  BestStep best;
  const auto offer = [&](const BestStep& other) {
    if (other.factor < best.factor) best = other;
  };
  if (classes.zeta) offer(bestStepOfUnbiased(*classes.zeta, curvature));
  if (classes.b1) offer(bestStep(*classes.b1, curvature));
  if (classes.b2) offer(bestStep(*classes.b2, curvature));
  if (classes.delta) offer(bestStepOfContraction(*classes.delta, curvature));
  return best;
}

double unbiasedStepLimit(const UnbiasedNodes& nodes, const Curvature& curvature) {
  assert(nodes.nodes >= 1);
  return 1.0 /
         (curvature.smoothness + 2.0 * (nodes.zeta - 1.0) * nodes.largestSmoothness / nodes.nodes);
}

double unbiasedDistance(const UnbiasedNodes& nodes, const Curvature& curvature, double step,
                        double iterations, double initialDistanceSquared) {
  if (!within(step, unbiasedStepLimit(nodes, curvature))) return kNone;
  return std::pow(1.0 - step * curvature.convexity, iterations) * initialDistanceSquared +
         2.0 * step * (nodes.zeta - 1.0) * nodes.heterogeneity /
             (nodes.nodes * curvature.convexity);
}

double feedbackStepLimit(const FeedbackNodes& nodes, const Curvature& curvature) {
  return 1.0 / (14.0 * slowness(nodes, curvature));
}

double feedbackStep(const FeedbackNodes& nodes, const Curvature& curvature, double iteration) {
  const double kappa = 56.0 * slowness(nodes, curvature) / curvature.convexity;
  return 4.0 / (curvature.convexity * (kappa + iteration));
}

FeedbackBound feedbackBound(const FeedbackNodes& nodes, const Curvature& curvature,
                            double initialDistanceSquared) {
  assert(nodes.nodes >= 1);
  const double slow = slowness(nodes, curvature);
  return {.quadratic = slow * slow * initialDistanceSquared / curvature.convexity,
          .linear = noise(nodes) / curvature.convexity,
          .initial = slow * initialDistanceSquared,
          .scale = 28.0 * slow / curvature.convexity,
          .root = std::sqrt(noise(nodes) * initialDistanceSquared)};
}

double divergingLoss(double start, double step, double iterations) {
  return 1.75 * start * start * std::pow(1.0 + 11.0 * step / 6.0, 2.0 * iterations);
}

}  // namespace telegrad
