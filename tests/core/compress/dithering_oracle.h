// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/compress/dithering.h"
#include "tests/core/compress/distributions.h"

namespace telegrad::test {

/// Dithering by its definition, in double.
struct DitheringOracle {
  Doubles levels;  ///< 0 to 1, ascending
  Norm norm = Norm::Infinity;

  static DitheringOracle powers(double base, int count, Norm norm) {
    DitheringOracle made{{0.0}, norm};
    for (int l = 1; l <= count; ++l) made.levels.push_back(std::pow(base, l - count));
    return made;
  }
  static DitheringOracle uniform(int count, Norm norm) {
    DitheringOracle made{{}, norm};
    for (int l = 0; l <= count; ++l) made.levels.push_back(static_cast<double>(l) / count);
    return made;
  }

  double normOf(const Doubles& x) const {
    double sum = 0.0;
    for (const double v : x) {
      if (norm == Norm::One) sum += std::abs(v);
      if (norm == Norm::Two) sum += v * v;
      if (norm == Norm::Infinity) sum = std::max(sum, std::abs(v));
    }
    return norm == Norm::Two ? std::sqrt(sum) : sum;
  }

  /// Levels beside each other with low <= y <= high.
  struct Pair {
    double low = 0.0;
    double high = 0.0;
  };
  Pair about(double y) const {
    const auto above = std::upper_bound(levels.begin(), levels.end(), y);
    if (above == levels.end()) return {levels[levels.size() - 2], levels.back()};
    return {*(above - 1), *above};
  }

  /// omega(x) = n^2 sum (y - lo)(hi - y) / ||x||^2, the mean of ||C(x) - x||^2 / ||x||^2 over the
  /// two points of every entry.
  double omega(const Doubles& x) const {
    const double n = normOf(x);
    double sum = 0.0;
    for (const double v : x) {
      const double y = std::min(std::abs(v) / n, 1.0);
      const auto [low, high] = about(y);
      sum += (y - low) * (high - y);
    }
    return n * n * sum / squaredLength(x);
  }
};

inline Norm normOfName(const std::string& name) {
  return name == "1" ? Norm::One : name == "2" ? Norm::Two : Norm::Infinity;
}

}  // namespace telegrad::test
