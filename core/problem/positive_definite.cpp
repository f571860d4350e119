// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem/positive_definite.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace telegrad {
namespace {

constexpr int kMostIterations = 10000;
constexpr double kSettled = 1e-13;  // relative change of the eigenvalue in one iteration

double norm(std::span<const double> x) {
  return std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
}

/// The largest eigenvalue of what `apply` does to a vector of that size.
template <typename Apply>
double dominant(std::size_t size, const Apply& apply) {
  std::vector<double> x(size);
  // Not orthogonal to any eigenvector of a matrix that is not made to be so.
  for (std::size_t i = 0; i < size; ++i) x[i] = 1.0 + 0.5 * std::sin(static_cast<double>(i + 1));
  double eigenvalue = 0.0;
  for (int k = 0; k < kMostIterations; ++k) {
    const double length = norm(x);
    if (!(length > 0.0)) return 0.0;
    for (auto& xi : x) xi /= length;
    apply(x);
    const double before = std::exchange(eigenvalue, norm(x));
    if (std::abs(eigenvalue - before) <= kSettled * eigenvalue) break;
  }
  return eigenvalue;
}

}  // namespace

PositiveDefinite::PositiveDefinite(std::vector<double> matrix, std::size_t size)
    : size_(size),
      factor_(std::move(matrix)) {
  for (std::size_t i = 0; i < size_; ++i) {
    double* const row = &factor_[i * size_];
    for (std::size_t j = 0; j <= i; ++j) {
      const double* const other = &factor_[j * size_];
      const double rest = row[j] - std::inner_product(row, row + j, other, 0.0);
      row[j] = i == j ? std::sqrt(rest) : rest / other[j];
    }
  }
}

void PositiveDefinite::solve(std::span<double> x) const {
  for (std::size_t i = 0; i < size_; ++i) {
    const double* const row = &factor_[i * size_];
    x[i] = (x[i] - std::inner_product(row, row + i, x.begin(), 0.0)) / row[i];
  }
  for (std::size_t i = size_; i-- > 0;) {
    for (std::size_t j = i + 1; j < size_; ++j) x[i] -= factor_[j * size_ + i] * x[j];
    x[i] /= factor_[i * size_ + i];
  }
}

double PositiveDefinite::smallestEigenvalue() const {
  return 1.0 / dominant(size_, [this](std::vector<double>& x) { solve(x); });
}

double largestEigenvalue(std::span<const double> matrix, std::size_t size) {
  std::vector<double> product(size);
  return dominant(size, [&](std::vector<double>& x) {
    for (std::size_t i = 0; i < size; ++i) {
      const auto row = matrix.subspan(i * size, size);
      product[i] = std::inner_product(row.begin(), row.end(), x.begin(), 0.0);
    }
    std::swap(x, product);
  });
}

}  // namespace telegrad
