// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/theory/compression_noise.h"

namespace telegrad {

/// What is assumed of the functions f_i of n workers, f their mean: each is L-smooth; stochastic
/// gradients are unbiased, independent, with variance at most M ||grad f_i||^2 + sigma^2; and the
/// mean of ||grad f_i||^2 is at most zeta^2 + Z^2 ||grad f||^2.
struct ConvergenceAssumptions {
  int workers = 1;                   ///< n, 1 or more
  double smoothness = 1.0;           ///< L, above 0
  double initialGap = 1.0;           ///< F0 = f(x_0) - inf f; 0 or more, as all that follow
  double noiseGrowth = 0.0;          ///< M
  double noiseVariance = 0.0;        ///< sigma^2
  double heterogeneity = 0.0;        ///< zeta^2
  double heterogeneityGrowth = 1.0;  ///< Z, 1 or more
};

/// Distributed SGD with delay and error feedback, with constants that do not change.
struct DelayedRun {
  double delta = 1.0;         ///< in (0, 1]; the compressor loses at most 1 - delta of ||v||^2
  int tau = 0;                ///< 0 or more
  double learningRate = 0.0;  ///< gamma on the mean of the workers, above 0
  double iterations = 0.0;    ///< T, above 0
};

/// The factor A of the compression term.
enum class CompressionTerm {
  Tight,  ///< 2 (1 - delta) / delta: the delayed residual's sum, which the delay only shortens
  Deco,   ///< 2 phi(delta, tau): the sum with each weight kept as of now. Never below Tight.
};

/// The bound's four terms; (gradient norm)^2.
struct ConvergenceBound {
  double initial = 0.0;      ///< 8 F0 / (gamma T)
  double gradient = 0.0;     ///< 4 gamma L s^2 / n,  s^2 = M zeta^2 + sigma^2
  double compression = 0.0;  ///< 8 gamma^2 L^2 A ((2 / delta + M) zeta^2 + sigma^2)
  double staleness = 0.0;    ///< 8 gamma^2 L^2 * 2 tau s^2 / n
  double total() const { return initial + gradient + compression + staleness; }
};

/// The largest gamma for which the bound is proved,
///
///   min{ 1 / (2 L (1 + M Z^2 / n)),
///        1 / (L sqrt(8 [ 2 (1 - delta) / delta * (2 / delta + M) Z^2 + 2 tau (tau + M Z^2 / n) ]))
///        }
///
/// Errors: an assumption, delta or tau out of range; the message names it and what is allowed.
Result<double> largestLearningRate(const ConvergenceAssumptions& assumptions, double delta,
                                   int tau);

/// An upper bound on (1/T) sum over t < T of E ||grad f(x_t)||^2.
///
/// Errors: an assumption or a constant of the run out of range, gamma above largestLearningRate();
/// the message names it and what is allowed.
/// Source: derived for DD-EF-SGD (DeCo-SGD, arXiv 2507.17346) by two nested virtual sequences; the
/// paper's own constants may differ.
Result<ConvergenceBound> convergenceBound(const ConvergenceAssumptions& assumptions,
                                          const DelayedRun& run,
                                          CompressionTerm term = CompressionTerm::Tight,
                                          PhiBase base = PhiBase::HalfRatio);

}  // namespace telegrad
