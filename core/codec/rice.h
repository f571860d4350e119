// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/codec/bit_reader.h"
#include "core/codec/bit_writer.h"

namespace telegrad {

/// Rice's code for n >= 0: floor(n / 2^m) zeros, a one, the m low bits: floor(n / 2^m) + 1 + m.
///
/// Source: Rice, Some Practical Universal Noiseless Coding Techniques, JPL Publication 79-22, 1979.
struct Rice {
  static constexpr std::uint64_t kFirst = 0;
  static constexpr unsigned kMost = 31;  ///< m is at most that

  unsigned m = 0;

  std::uint64_t bits(std::uint64_t n) const { return (n >> m) + 1 + m; }
  void write(BitWriter& to, std::uint64_t n) const {
    to.writeUnary(n >> m);
    to.write(n & ((std::uint64_t{1} << m) - 1), m);
  }
  std::uint64_t read(BitReader& from) const {
    const std::uint64_t quotient = from.readUnary();
    return quotient >= kUnaryEnd ? kNoNumber : (quotient << m) + from.read(m);
  }
};

/// The m with the least mean length where each number is one of P(n) = p (1 - p)^n:
/// 1 + floor(log2(ln(golden ratio - 1) / ln(1 - p))), clamped to [0, Rice::kMost].
/// Source: Kiely, Selecting the Golomb Parameter in Rice Coding, IPN Progress Report 42-159, 2004.
inline unsigned riceParameter(double p) {
  if (p >= 1.0) return 0;
  if (p <= 0.0) return Rice::kMost;
  const double lnShorter = std::log((std::sqrt(5.0) - 1.0) / 2.0);
  const double m = 1.0 + std::floor(std::log2(lnShorter / std::log1p(-p)));
  return static_cast<unsigned>(std::clamp(m, 0.0, static_cast<double>(Rice::kMost)));
}

}  // namespace telegrad
