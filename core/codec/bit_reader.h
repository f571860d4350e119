// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace telegrad {

/// What a code reads where there is none of its words.
inline constexpr std::uint64_t kNoNumber = ~std::uint64_t{0};
/// No quotient that is written in unary reaches it, as no position does.
inline constexpr std::uint64_t kUnaryEnd = std::uint64_t{1} << 32U;

/// Reads what BitWriter wrote, from any bytes: after the last one there are zeros without end, and
/// overran() tells that they were read.
///
/// Threads: one.
class BitReader {
 public:
  static constexpr unsigned kWidest = 56;

  explicit BitReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  /// The next bits, lowest first: kWidest of them or more, then zeros.
  std::uint64_t peek() const {
    const std::size_t at = bit_ / 8;
    std::uint64_t word = 0;
    if (at + sizeof(word) <= bytes_.size()) {
      std::memcpy(&word, bytes_.data() + at, sizeof(word));
    } else if (at < bytes_.size()) {
      std::memcpy(&word, bytes_.data() + at, bytes_.size() - at);
    }
    return word >> bit_ % 8;
  }
  void skip(unsigned width) { bit_ += width; }

  /// width <= kWidest.
  std::uint64_t read(unsigned width) {
    assert(width <= kWidest);
    const std::uint64_t bits = peek() & ((std::uint64_t{1} << width) - 1);
    bit_ += width;
    return bits;
  }

  /// The number of zeros before the next one, which is read too; kNoNumber, if there is no one.
  std::uint64_t readUnary() {
    for (std::uint64_t zeros = 0;; zeros += kWidest) {
      if (const std::uint64_t word = peek(); word != 0) {
        const auto more = static_cast<unsigned>(std::countr_zero(word));
        bit_ += more + 1;
        return zeros + more;
      }
      bit_ += kWidest;
      if (bit_ >= 8 * bytes_.size()) return kNoNumber;
    }
  }

  bool overran() const { return bit_ > 8 * bytes_.size(); }
  /// How many bytes have been begun.
  std::size_t bytesRead() const { return (bit_ + 7) / 8; }
  /// Whether nothing but zeros fills the last byte that was begun.
  bool endsInZeros() const { return bit_ % 8 == 0 || (peek() & 0xFFU >> bit_ % 8) == 0; }

 private:
  std::span<const std::byte> bytes_;
  std::size_t bit_ = 0;
};

}  // namespace telegrad
