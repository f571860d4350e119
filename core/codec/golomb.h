// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "core/codec/bit_reader.h"
#include "core/codec/bit_writer.h"

namespace telegrad {

/// Golomb's code for n >= 0: floor(n / M) zeros, a one, and n mod M in truncated binary: of the
/// b = ceil(log2 M) bits, the 2^b - M least remainders do without the last one.
///
/// Source: Golomb, Run-Length Encodings, IEEE Transactions on Information Theory 1966.
class Golomb {
 public:
  static constexpr std::uint64_t kFirst = 0;

  /// M >= 1.
  explicit Golomb(std::uint32_t divisor)
      : divisor_(divisor),
        shortWidth_(divisor == 1 ? 0 : static_cast<unsigned>(std::bit_width(divisor - 1)) - 1),
        shorts_(divisor == 1 ? 1 : (std::uint64_t{2} << shortWidth_) - divisor) {}

  std::uint64_t bits(std::uint64_t n) const {
    return n / divisor_ + 1 + shortWidth_ + static_cast<unsigned>(n % divisor_ >= shorts_);
  }
  // Which remainders are short is as good as random: both words are made, and one is taken by a
  // mask, as compilers put branches in the place of choices.
  void write(BitWriter& to, std::uint64_t n) const {
    to.writeUnary(n / divisor_);
    const std::uint64_t rest = n % divisor_;
    const unsigned isLong = rest >= shorts_ ? 1 : 0;
    const std::uint64_t word = rest + shorts_;
    // The last bit comes last, so that the reader knows whether there is one.
    const std::uint64_t split = word >> 1U | (word & 1U) << shortWidth_;
    to.write(rest ^ ((rest ^ split) & maskOf(isLong)), shortWidth_ + isLong);
  }
  std::uint64_t read(BitReader& from) const {
    const std::uint64_t quotient = from.readUnary();
    if (quotient >= kUnaryEnd) return kNoNumber;
    const std::uint64_t word = from.peek();
    const std::uint64_t high = word & ((std::uint64_t{1} << shortWidth_) - 1);
    const unsigned isLong = high >= shorts_ ? 1 : 0;
    const std::uint64_t split = (high << 1U | (word >> shortWidth_ & 1U)) - shorts_;
    from.skip(shortWidth_ + isLong);
    return quotient * divisor_ + (high ^ ((high ^ split) & maskOf(isLong)));
  }

 private:
  static constexpr std::uint64_t maskOf(unsigned bit) { return std::uint64_t{0} - bit; }

  std::uint32_t divisor_;
  unsigned shortWidth_;   // b - 1
  std::uint64_t shorts_;  // remainders of that width
};

/// The M with the least mean length where each number is one of P(n) = p (1 - p)^n:
/// ceil(-ln(2 - p) / ln(1 - p)), clamped to [1, 2^31].
/// Source: Gallager and Van Voorhis, Optimal Source Codes for Geometrically Distributed Integer
///   Alphabets, IEEE Transactions on Information Theory 1975.
inline std::uint32_t golombParameter(double p) {
  constexpr double kMost = 0x1p31;
  if (p >= 1.0) return 1;
  if (p <= 0.0) return static_cast<std::uint32_t>(kMost);
  const double divisor = std::ceil(-std::log(2.0 - p) / std::log1p(-p));
  return static_cast<std::uint32_t>(std::clamp(divisor, 1.0, kMost));
}

}  // namespace telegrad
