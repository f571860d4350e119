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

/// What membership of U(zeta) implies for lambda C: B1(lambda^2, lambda zeta), B2(lambda,
/// lambda zeta) and, where lambda zeta < 2, B3(1 / (lambda (2 - lambda zeta))), which is best at
/// lambda = 1 / zeta: B3(zeta). Unbiased only for lambda = 1. zeta >= 1, lambda > 0.
/// Source: Theorem 7 there; B3 for any lambda is derived: the error is
/// lambda^2 E ||C||^2 - 2 lambda ||x||^2 + ||x||^2.
ClassParameters classesOfScaledUnbiased(double zeta, double lambda);

// What membership of one biased class implies of the others: Theorem 6 there. alpha, beta, gamma,
// lambda > 0, delta >= 1.

/// lambda C: B1(lambda^2 alpha, lambda beta).
ClassParameters::B1 scaled(const ClassParameters::B1& b1, double lambda);
/// lambda C: B2(lambda gamma, lambda beta).
ClassParameters::B2 scaled(const ClassParameters::B2& b2, double lambda);

/// B2(alpha / beta, beta): <E C, x> >= E ||C||^2 / beta >= (alpha / beta) ||x||^2. In print there
/// is B2(alpha, beta^2), of which C(x) = 2x, in B1(4, 2), is no member.
ClassParameters::B2 b2Of(const ClassParameters::B1& b1);
/// B1(gamma^2, beta).
ClassParameters::B1 b1Of(const ClassParameters::B2& b2);
/// B1(1 / (4 delta^2), 2), of a member of B3(delta).
ClassParameters::B1 b1OfContraction(double delta);
/// B2(1 / (2 delta), 2), of a member of B3(delta).
ClassParameters::B2 b2OfContraction(double delta);

/// scale * C is of B3(delta).
struct ScaledContraction {
  double scale = 1.0;
  double delta = 1.0;
};
/// (1 / beta) C in B3(beta^2 / alpha).
ScaledContraction contractionOf(const ClassParameters::B1& b1);
/// (1 / beta) C in B3(beta / gamma).
ScaledContraction contractionOf(const ClassParameters::B2& b2);

/// Of the multiples of an operator that its classes prove contractions, that of the least delta:
///
///     min( delta of C itself,  beta^2 / alpha of (1 / beta) C by B1,  beta / gamma by B2 ).
///
/// None where no class proves one.
std::optional<ScaledContraction> bestContraction(const ClassParameters& classes);

/// Of any C with E ||C(x)||^2 <= beta <E C(x), x>, as multiples of ||x||^2.
struct MomentBounds {
  double second = 0.0;  ///< E ||C(x)||^2 <= beta^2 ||x||^2
  double first = 0.0;   ///< <E C(x), x> <= beta ||x||^2
};
/// By Cauchy and Schwarz, <E C, x>^2 <= E ||C||^2 ||x||^2. Source: Lemma 3 there.
MomentBounds momentBounds(double beta);

/// Of an operator that keeps entries as they are and leaves out the rest, or projects x in any
/// other way, so that <C(x), x> = ||C(x)||^2, and of ||x||^2 keeps at least that share in the mean:
/// B1(share, 1), B2(share, 1), B3(1 / share). 0 < share <= 1.
ClassParameters classesOfSparsifier(double share);

}  // namespace telegrad
