// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace telegrad {

/// What is proven of a compression operator C on vectors of d entries: that it is a member of these
/// classes. For all x in R^d, with the mean over the operator's own randomness,
///
///     U(zeta):         E C(x) = x,  E ||C(x)||^2 <= zeta ||x||^2
///     B1(alpha, beta): alpha ||x||^2 <= E ||C(x)||^2 <= beta <E C(x), x>
///     B2(gamma, beta): max(gamma ||x||^2, E ||C(x)||^2 / beta) <= <E C(x), x>
///     B3(delta):       E ||C(x) - x||^2 <= (1 - 1/delta) ||x||^2
///
/// A class that is absent is one in which the operator, as it stands, is not known to be.
///
/// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
///   Learning, JMLR 2023, Definitions 1 to 4.
struct ClassParameters {
  struct B1 {
    double alpha = 0.0;
    double beta = 0.0;
    bool operator==(const B1&) const = default;
  };
  struct B2 {
    double gamma = 0.0;
    double beta = 0.0;
    bool operator==(const B2&) const = default;
  };
  std::optional<double> zeta;
  std::optional<B1> b1;
  std::optional<B2> b2;
  std::optional<double> delta;

  bool operator==(const ClassParameters&) const = default;
};

/// What membership of U(zeta) implies for the operator as it stands: B1(1, zeta), B2(1, zeta) and,
/// where zeta < 2, B3(1 / (2 - zeta)). zeta >= 1. Source: Theorem 7 there, with scale 1.
ClassParameters classesOfUnbiased(double zeta);

/// Of an operator that keeps entries as they are and leaves out the rest, and of ||x||^2 keeps at
/// least that share in the mean: B1(share, 1), B2(share, 1), B3(1 / share). 0 < share <= 1.
ClassParameters classesOfSparsifier(double share);

}  // namespace telegrad
