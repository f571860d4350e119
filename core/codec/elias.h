// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

#include "core/codec/bit_reader.h"
#include "core/codec/bit_writer.h"

namespace telegrad {

// Universal codes for whole numbers n >= 1: short for small ones, without a parameter. With
// L = floor(log2 n), the number's bits after its leading one are the L low ones; they are written
// lowest first.
//
// bits(n) is the length of n's word, kFirst the least number there is a word for. Numbers have up
// to kLongestNumber bits. read() takes any bits: a number, or kNoNumber.
//
// Source: Elias, Universal Codeword Sets and Representations of the Integers, IEEE Transactions on
//   Information Theory 1975.

inline constexpr unsigned kLongestNumber = 40;  ///< more than any position needs

/// L zeros, a one, the L low bits: 2 L + 1.
struct EliasGamma {
  static constexpr std::uint64_t kFirst = 1;

  static constexpr unsigned bits(std::uint64_t n) { return 2 * lowBits(n) + 1; }
  static void write(BitWriter& to, std::uint64_t n) {
    const unsigned low = lowBits(n);
    to.writeUnary(low);
    to.write(n - (std::uint64_t{1} << low), low);
  }
  static std::uint64_t read(BitReader& from) {
    const std::uint64_t low = from.readUnary();
    if (low >= kLongestNumber) return kNoNumber;
    return (std::uint64_t{1} << low) + from.read(static_cast<unsigned>(low));
  }

  /// floor(log2 n).
  static constexpr unsigned lowBits(std::uint64_t n) {
    return static_cast<unsigned>(std::bit_width(n)) - 1;
  }
};

/// L + 1 in the gamma code, the L low bits: L + 2 floor(log2(L + 1)) + 1.
struct EliasDelta {
  static constexpr std::uint64_t kFirst = 1;

  static constexpr unsigned bits(std::uint64_t n) {
    const unsigned low = EliasGamma::lowBits(n);
    return low + EliasGamma::bits(low + 1);
  }
  static void write(BitWriter& to, std::uint64_t n) {
    const unsigned low = EliasGamma::lowBits(n);
    EliasGamma::write(to, low + 1);
    to.write(n - (std::uint64_t{1} << low), low);
  }
  static std::uint64_t read(BitReader& from) {
    const std::uint64_t length = EliasGamma::read(from);
    if (length > kLongestNumber) return kNoNumber;
    const auto low = static_cast<unsigned>(length) - 1;
    return (std::uint64_t{1} << low) + from.read(low);
  }
};

/// Groups of bits, each a number in full from its leading one on, which says how many bits the next
/// group has: one more than itself. The last one is n, then comes a zero. The first group has two
/// bits; 1 is the zero alone.
struct EliasOmega {
  static constexpr std::uint64_t kFirst = 1;

  static constexpr unsigned bits(std::uint64_t n) {
    unsigned length = 1;
    for (; n > 1; n = EliasGamma::lowBits(n)) length += EliasGamma::lowBits(n) + 1;
    return length;
  }
  static void write(BitWriter& to, std::uint64_t n) {
    std::uint64_t word = 0;  // put together from its end: the closing zero is there already
    unsigned length = 1;
    for (; n > 1; n = EliasGamma::lowBits(n)) {
      const unsigned low = EliasGamma::lowBits(n);
      word = word << (low + 1) | (n - (std::uint64_t{1} << low)) << 1U | 1U;
      length += low + 1;
    }
    to.write(word, length);
  }
  static std::uint64_t read(BitReader& from) {
    std::uint64_t n = 1;
    while (from.read(1) != 0) {
      if (n >= kLongestNumber) return kNoNumber;
      const auto low = static_cast<unsigned>(n);
      n = (std::uint64_t{1} << low) + from.read(low);
    }
    return n;
  }
};

static_assert(EliasOmega::bits((std::uint64_t{1} << kLongestNumber) - 1) <= BitWriter::kWidest);

}  // namespace telegrad
