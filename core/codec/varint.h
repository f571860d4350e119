// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/codec/bit_reader.h"
#include "core/codec/bit_writer.h"

namespace telegrad {

/// LEB128 for n >= 0: seven bits a byte, the lowest first, the eighth bit set on all but the last
/// byte: 8 ceil(bit length / 7), and 8 of 0. Each number has one word: the shortest.
struct Varint {
  static constexpr std::uint64_t kFirst = 0;
  static constexpr unsigned kMostBytes = 7;  ///< of numbers below 2^49

  static constexpr unsigned bits(std::uint64_t n) {
    const auto length = static_cast<unsigned>(std::bit_width(n));
    return 8 * std::max((length + 6) / 7, 1U);
  }
  static void write(BitWriter& to, std::uint64_t n) {
    for (; n > 0x7FU; n >>= 7U) to.write(0x80U | (n & 0x7FU), 8);
    to.write(n, 8);
  }
  static std::uint64_t read(BitReader& from) {
    std::uint64_t word = from.peek();
    std::uint64_t n = 0;
    for (unsigned byte = 0; byte < kMostBytes; ++byte, word >>= 8U) {
      n |= (word & 0x7FU) << (7 * byte);
      if ((word & 0x80U) != 0) continue;
      from.skip(8 * (byte + 1));
      const bool shortest = byte == 0 || (word & 0x7FU) != 0;
      return shortest ? n : kNoNumber;
    }
    return kNoNumber;
  }
};

/// Appends one number to whole bytes.
inline void appendVarint(std::uint64_t n, std::vector<std::byte>& bytes) {
  for (; n > 0x7FU; n >>= 7U) bytes.push_back(static_cast<std::byte>(0x80U | (n & 0x7FU)));
  bytes.push_back(static_cast<std::byte>(n));
}

}  // namespace telegrad
