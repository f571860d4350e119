// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/bit_counts.h"

#include <cassert>
#include <cmath>  // with it the C library's lgamma_r()
#include <numbers>
#include <numeric>

namespace telegrad {

double log2Choose(std::size_t d, std::size_t k) {
  assert(k <= d);
  if (k == 0 || k == d) return 0.0;
  // lgamma() itself writes a global sign, which workers must not do at once.
  const auto lnFactorial = [](std::size_t n) {
    int sign = 0;
    return ::lgamma_r(static_cast<double>(n) + 1.0, &sign);
  };
  return (lnFactorial(d) - lnFactorial(k) - lnFactorial(d - k)) / std::numbers::ln2;
}

double entropyBits(std::span<const std::uint64_t> occurrences) {
  const auto total = static_cast<double>(
      std::accumulate(occurrences.begin(), occurrences.end(), std::uint64_t{0}));
  double bits = 0.0;
  for (const auto occurrence : occurrences) {
    if (occurrence == 0) continue;
    const auto count = static_cast<double>(occurrence);
    bits += count * std::log2(total / count);
  }
  return bits;
}

}  // namespace telegrad
