// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
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
  // A word in one piece, as it has no more than 51 bits.
  static void write(BitWriter& to, std::uint64_t n) {
    const unsigned low = EliasGamma::lowBits(n);
    const unsigned zeros = EliasGamma::lowBits(low + 1);
    const std::uint64_t length = (low + 1 - (1U << zeros)) << 1U | 1U;
    to.write((length | (n - (std::uint64_t{1} << low)) << (zeros + 1)) << zeros,
             2 * zeros + 1 + low);
  }
  static std::uint64_t read(BitReader& from) {
    const std::uint64_t word = from.peek();
    const auto zeros = static_cast<unsigned>(std::countr_zero(word));
    if (zeros > kMostZeros) return kNoNumber;
    const auto length =
        static_cast<unsigned>(1U << zeros | (word >> (zeros + 1) & ((1U << zeros) - 1)));
    if (length > kLongestNumber) return kNoNumber;
    const std::uint64_t leading = std::uint64_t{1} << (length - 1);
    from.skip(2 * zeros + length);
    return leading | (word >> (2 * zeros + 1) & (leading - 1));
  }

 private:
  static constexpr unsigned kMostZeros = EliasGamma::lowBits(kLongestNumber);
};

static_assert(EliasDelta::bits((std::uint64_t{1} << kLongestNumber) - 1) <= BitWriter::kWidest);

/// Groups of bits, each a number in full from its leading one on, which says how many bits the next
/// group has: one more than itself. The last one is n, then comes a zero. The first group has two
/// bits; 1 is the zero alone.
struct EliasOmega {
  static constexpr std::uint64_t kFirst = 1;

  static constexpr unsigned bits(std::uint64_t n) {
    return n < kSmall ? kTables.words[n].length : wordOf(n).length;
  }
  static void write(BitWriter& to, std::uint64_t n) {
    const Word word = n < kSmall ? kTables.words[n] : wordOf(n);
    to.write(word.bits, word.length);
  }
  static std::uint64_t read(BitReader& from) {
    const Small small = kTables.numbers[from.peek() % kTables.numbers.size()];
    from.skip(small.length);
    return small.length > 0 ? small.number : readGroups(from);
  }

 private:
  struct Word {
    std::uint64_t bits = 0;
    unsigned length = 0;
  };
  static constexpr Word wordOf(std::uint64_t n) {
    Word word{0, 1};  // put together from its end: the closing zero is there already
    for (; n > 1; n = EliasGamma::lowBits(n)) {
      const unsigned low = EliasGamma::lowBits(n);
      word.bits = word.bits << (low + 1) | (n - (std::uint64_t{1} << low)) << 1U | 1U;
      word.length += low + 1;
    }
    return word;
  }
  static std::uint64_t readGroups(BitReader& from) {
    std::uint64_t n = 1;
    while (from.read(1) != 0) {
      if (n >= kLongestNumber) return kNoNumber;
      const auto low = static_cast<unsigned>(n);
      n = (std::uint64_t{1} << low) + from.read(low);
    }
    return n;
  }

  // How many groups there are is as good as random where gaps are small, which is where there are
  // many: the words below kSmall are looked up, by their number and by the bits they begin.
  static constexpr std::uint64_t kSmall = 32;
  static constexpr unsigned kSmallBits = 11;  // of the longest of them
  struct Small {
    std::uint8_t number = 0;
    std::uint8_t length = 0;  // none of them, if 0
  };
  struct Tables {
    std::array<Word, kSmall> words{};
    std::array<Small, 1U << kSmallBits> numbers{};
  };
  static constexpr Tables makeTables() {
    Tables tables;
    for (std::uint64_t n = 1; n < kSmall; ++n) {
      const Word word = wordOf(n);
      tables.words[n] = word;
      for (std::uint64_t rest = 0; rest < 1U << (kSmallBits - word.length); ++rest)
        tables.numbers[word.bits | rest << word.length] = {static_cast<std::uint8_t>(n),
                                                           static_cast<std::uint8_t>(word.length)};
    }
    return tables;
  }
  static const Tables kTables;
};

inline constexpr EliasOmega::Tables EliasOmega::kTables = EliasOmega::makeTables();

static_assert(EliasOmega::bits((std::uint64_t{1} << kLongestNumber) - 1) <= BitWriter::kWidest);

}  // namespace telegrad
