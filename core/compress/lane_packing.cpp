// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/lane_packing.h"

#include <array>
#include <cstring>

#include "core/base/multiversion.h"
#include "core/codec/bit_packing.h"

namespace telegrad {
namespace {

constexpr unsigned kWordBits = 32;
constexpr std::size_t kLanes = kLaneBlock / kWordBits;
using Lanes = std::array<std::uint32_t, kLanes>;

}  // namespace

TELEGRAD_MULTIVERSION
void packLanes(const std::uint32_t* numbers, unsigned width, std::byte* to) {
  Lanes words{};
  unsigned filled = 0;  // bits of each of `words`
  for (unsigned row = 0; row < kWordBits; ++row, numbers += kLanes) {
    for (std::size_t l = 0; l < kLanes; ++l) words[l] |= numbers[l] << filled;
    filled += width;
    if (filled < kWordBits) continue;
    std::memcpy(to, words.data(), sizeof(words));
    to += sizeof(words);
    filled -= kWordBits;
    // What did not fit is the last number's upper bits; a shift by the whole width is none.
    for (std::size_t l = 0; l < kLanes; ++l)
      words[l] = filled == 0 ? 0U : numbers[l] >> (width - filled);
  }
}

TELEGRAD_MULTIVERSION
void unpackLanes(const std::byte* from, unsigned width, std::uint32_t* numbers) {
  const std::uint32_t mask = ~std::uint32_t{0} >> (kWordBits - width);
  Lanes words{};
  unsigned left = 0;  // unread bits of each of `words`, which are its lowest
  for (unsigned row = 0; row < kWordBits; ++row, numbers += kLanes) {
    for (std::size_t l = 0; l < kLanes; ++l) numbers[l] = words[l] & mask;
    if (left >= width) {
      left -= width;
      for (std::size_t l = 0; l < kLanes; ++l)
        words[l] = width == kWordBits ? 0U : words[l] >> width;
      continue;
    }
    std::memcpy(words.data(), from, sizeof(words));
    from += sizeof(words);
    for (std::size_t l = 0; l < kLanes; ++l) {
      numbers[l] |= words[l] << left & mask;
      words[l] = width - left == kWordBits ? 0U : words[l] >> (width - left);
    }
    left += kWordBits - width;
  }
}

}  // namespace telegrad
