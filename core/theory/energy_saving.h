// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace telegrad {

/// How much of ||x||^2 is kept in the mean, over vectors of d independent entries, by the k largest
/// magnitudes, and by k entries at random:
///
///     top    = E sum of the k largest x_i^2,        random = (k/d) E ||x||^2.
///
/// 1 <= k <= d throughout.
/// Source: the comparison is that of Beznosikov, Horvath, Richtarik and Safaryan, On Biased
///   Compression for Distributed Learning, JMLR 2023; the formulas are derived from the laws of
///   order statistics.
struct EnergySaving {
  double top = 0.0;
  double random = 0.0;
  /// How many times as much the largest keep.
  double ratio() const { return top / random; }
};

/// Of entries uniform in [0, 1]: top = sum_{i=d-k+1}^{d} i (i + 1) / ((d + 1) (d + 2)), random =
/// k/3.
EnergySaving uniformSaving(std::size_t d, std::size_t k);

/// Of entries uniform in [0, 1], what is lost by the largest over what is lost at random:
/// (1 - k / (d + 1)) (1 - k / (d + 2)).
double uniformLossRatio(std::size_t d, std::size_t k);

/// Of entries with density e^-t: top = sum_{i=1}^{k} [ (sum_{j=i}^{d} 1/j)^2 + sum_{j=i}^{d} 1/j^2
/// ], random = 2k.
EnergySaving exponentialSaving(std::size_t d, std::size_t k);

/// Of normal entries, by adaptive quadrature to about ten digits,
///
///     top = d int_0^inf t^2 f(t) P[Bin(d - 1, S(t)) <= k - 1] dt,   random = k (mean^2 +
///     deviation^2),
///
/// f and S the density of |X| and its probability above t. deviation > 0.
EnergySaving normalSaving(std::size_t d, std::size_t k, double mean = 0.0, double deviation = 1.0);

/// What the largest k of d entries of N(0, 1) lose of ||x||^2 as d grows and k/d = share stays:
///
///     1 - share - 2 t phi(t),   t = Phi^-1(1 - share / 2).   0 < share <= 1.
double normalTopLoss(double share);

}  // namespace telegrad
