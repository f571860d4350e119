// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/class_parameters.h"

namespace telegrad {

// How fast gradient descent with compressed gradients is at least, on functions that are L-smooth
// and mu-strongly convex.
//
// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
//   Learning, JMLR 2023.

/// 0 < mu <= L.
struct Curvature {
  double smoothness = 1.0;  ///< L
  double convexity = 1.0;   ///< mu
};

// One node: x <- x - eta C(grad f(x)). The factor q of E[f(x) - f*] <= q (f(x_before) - f*) in one
// step. NaN for steps that the theorems do not speak of.

/// 1 - (alpha / beta) eta mu (2 - eta beta L), 0 < eta <= 2 / (beta L).
double stepFactor(const ClassParameters::B1& b1, const Curvature& curvature, double step);
/// 1 - gamma eta mu (2 - eta beta L), 0 < eta <= 2 / (beta L).
double stepFactor(const ClassParameters::B2& b2, const Curvature& curvature, double step);
/// Of B3(delta): 1 - eta mu / delta, 0 < eta <= 1 / L.
double stepFactorOfContraction(double delta, const Curvature& curvature, double step);
/// Of U(zeta): 1 - eta mu (2 - eta zeta L), 0 < eta <= 2 / (zeta L).
double stepFactorOfUnbiased(double zeta, const Curvature& curvature, double step);

/// The step for which the factor is least.
struct BestStep {
  double step = 0.0;
  double factor = 1.0;
};
/// eta = 1 / (beta L): 1 - (alpha / beta^2) mu / L.
BestStep bestStep(const ClassParameters::B1& b1, const Curvature& curvature);
/// eta = 1 / (beta L): 1 - (gamma / beta) mu / L.
BestStep bestStep(const ClassParameters::B2& b2, const Curvature& curvature);
/// eta = 1 / L: 1 - (1 / delta) mu / L.
BestStep bestStepOfContraction(double delta, const Curvature& curvature);
/// eta = 1 / (zeta L): 1 - (1 / zeta) mu / L.
BestStep bestStepOfUnbiased(double zeta, const Curvature& curvature);

/// The best that any of the operator's classes promises; no step and a factor of 1 if it is of
/// none.
BestStep bestStep(const ClassParameters& classes, const Curvature& curvature);

// Several nodes, unbiased, without feedback: x <- x - eta (1/n) sum_i C_i(grad f_i(x)).

struct UnbiasedNodes {
  double zeta = 1.0;               ///< each C_i is of U(zeta), independently
  int nodes = 1;                   ///< n
  double largestSmoothness = 1.0;  ///< of the f_i
  double heterogeneity = 0.0;      ///< D = (1/n) sum ||grad f_i(x*)||^2
};
/// 1 / A, A = L + 2 (zeta - 1) L_max / n: the largest step of the bound below.
double unbiasedStepLimit(const UnbiasedNodes& nodes, const Curvature& curvature);
/// E ||x^k - x*||^2 <= (1 - eta mu)^k ||x^0 - x*||^2 + 2 eta (zeta - 1) D / (n mu). NaN for steps
/// that are not in (0, 1 / A].
/// Source: derived, by the usual analysis of unbiased stochastic gradients.
double unbiasedDistance(const UnbiasedNodes& nodes, const Curvature& curvature, double step,
                        double iterations, double initialDistanceSquared);

// Several nodes, biased, with error feedback (Algorithm 1).

struct FeedbackNodes {
  double delta = 1.0;          ///< each C_i is of B3(delta)
  int nodes = 1;               ///< n
  double noiseGrowth = 0.0;    ///< B of E ||g_i - grad f_i||^2 <= B ||grad f_i||^2 + C
  double noiseVariance = 0.0;  ///< C
  double heterogeneity = 0.0;  ///< D, as above
};
/// 1 / (14 (2 delta + B) L): the largest constant step of the theorem.
double feedbackStepLimit(const FeedbackNodes& nodes, const Curvature& curvature);
/// The falling step 4 / (mu (kappa + k)), kappa = 56 (2 delta + B) L / mu; at k = 0 it is the
/// limit.
double feedbackStep(const FeedbackNodes& nodes, const Curvature& curvature, double iteration);

/// What the bounds on E f(mean of iterates) - f* are made of: with falling steps A1 / K^2 + A2 / K;
/// with a constant one and weights (1 - mu eta / 2)^-(k+1), A3 exp(-K / A4) + A2 / K; with equal
/// weights A3 / K + A7 / sqrt(K). The theorem gives them up to constant factors, and for the last
/// one up to logarithms, so they say how a bound scales and no more. The second is as published; of
/// the others the constants are unconfirmed.
struct FeedbackBound {
  double quadratic = 0.0;  ///< A1 = L^2 (2 delta + B)^2 R / mu, R = ||x^0 - x*||^2
  double linear = 0.0;     ///< A2 = (C (1 + 1/n) + D (2 B / n + 3 delta)) / mu
  double initial = 0.0;    ///< A3 = L (2 delta + B) R
  double scale = 0.0;      ///< A4 = 28 L (2 delta + B) / mu, iterations
  double root = 0.0;       ///< A7 = sqrt(C (1 + 1/n) + D (2 B / n + 3 delta)) sqrt(R)
};
FeedbackBound feedbackBound(const FeedbackNodes& nodes, const Curvature& curvature,
                            double initialDistanceSquared);

/// Why biased compression needs feedback: three nodes in three dimensions, f_i(x) = <a_i, x>^2 +
/// ||x||^2 / 4 with a_1 = (-3, 2, 2) and its rotations, the largest entry of each gradient alone
/// sent, from x^0 = (t, t, t). Every step makes x longer, whatever eta > 0 is:
///
///     x^k = (1 + 11 eta / 6)^k x^0,   f(x^k) = (7/4) t^2 (1 + 11 eta / 6)^(2k).
///
/// This is f(x^k); the least value is 0.
double divergingLoss(double start, double step, double iterations);

}  // namespace telegrad
