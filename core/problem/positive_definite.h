// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace telegrad {

/// A symmetric positive definite matrix as A = C C^T, C lower triangular (Cholesky).
///
/// Shapes: [n, n] row-major; of the matrix given, what is on and below the diagonal is read.
class PositiveDefinite {
 public:
  PositiveDefinite(std::vector<double> matrix, std::size_t size);

  /// x = A^-1 x.
  void solve(std::span<double> x) const;
  /// The smallest eigenvalue, by inverse iteration from a fixed vector.
  double smallestEigenvalue() const;

 private:
  std::size_t size_;
  std::vector<double> factor_;  // C
};

/// The largest eigenvalue of a symmetric, positive semidefinite matrix, [n, n] with both halves, by
/// power iteration from a fixed vector.
double largestEigenvalue(std::span<const double> matrix, std::size_t size);

}  // namespace telegrad
