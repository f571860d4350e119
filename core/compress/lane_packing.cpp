// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/lane_packing.h"

#include <cstring>

#include "core/base/multiversion.h"

namespace telegrad {
namespace {

constexpr unsigned kLaneWordBits = 32;
constexpr std::size_t kPackedLanes = kLaneBlock / kLaneWordBits;
/// One word of every lane; as many registers as the processor needs for them.
using Words [[gnu::vector_size(kPackedLanes * sizeof(std::uint32_t))]] = std::uint32_t;

template <typename T>
[[gnu::always_inline]] inline void get(const T* from, Words& words) {
  std::memcpy(&words, from, sizeof(words));
}

template <typename T>
[[gnu::always_inline]] inline void put(const Words& words, T* to) {
  std::memcpy(to, &words, sizeof(words));
}

}  // namespace

TELEGRAD_MULTIVERSION
void packLanes(const std::uint32_t* numbers, unsigned width, std::byte* to) {
  Words words{};
  unsigned filled = 0;  // bits of each of `words`
  for (unsigned row = 0; row < kLaneWordBits; ++row, numbers += kPackedLanes) {
    Words next;
    get(numbers, next);
    words |= next << filled;
    filled += width;
    if (filled < kLaneWordBits) continue;
    put(words, to);
    to += sizeof(words);
    filled -= kLaneWordBits;
    // What did not fit is the last number's upper bits; a shift by all 32 bits would be none.
    words = filled == 0 ? Words{} : next >> (width - filled);
  }
}

TELEGRAD_MULTIVERSION
void unpackLanes(const std::byte* from, unsigned width, std::uint32_t* numbers) {
  const std::uint32_t mask = ~std::uint32_t{0} >> (kLaneWordBits - width);
  Words words{};
  unsigned left = 0;  // unread bits of each of `words`, which are its lowest
  for (unsigned row = 0; row < kLaneWordBits; ++row, numbers += kPackedLanes) {
    Words next = words;
    unsigned taken = width;  // bits of `words` that belong to this number
    if (left < width) {
      get(from, words);
      from += sizeof(words);
      next |= words << left;
      taken = width - left;
      left += kLaneWordBits;
    }
    next &= mask;
    put(next, numbers);
    left -= width;
    words = taken == kLaneWordBits ? Words{} : words >> taken;
  }
}

}  // namespace telegrad
