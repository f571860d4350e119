// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/bitmap.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace telegrad {
namespace {

constexpr std::size_t kMapWordBytes = sizeof(std::uint64_t);

/// take(word, the first position in it) for each word of the map, the last one filled up with
/// zeros.
template <typename Take>
void forEachWord(std::span<const std::byte> map, const Take& take) {
  for (std::size_t at = 0; at < map.size(); at += kMapWordBytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, map.data() + at, std::min(kMapWordBytes, map.size() - at));
    take(word, static_cast<std::uint32_t>(8 * at));
  }
}

}  // namespace

void markPositions(std::span<const std::uint32_t> positions, std::span<std::byte> map) {
  for (const auto position : positions) map[position / 8] |= std::byte{1} << position % 8;
}

std::size_t markedPositions(std::span<const std::byte> map, std::span<std::uint32_t> positions) {
  std::size_t count = 0;
  forEachWord(map, [&](std::uint64_t word, std::uint32_t /*first*/) {
    count += static_cast<std::size_t>(std::popcount(word));
  });
  if (count != positions.size()) return count;
  auto* to = positions.data();
  forEachWord(map, [&](std::uint64_t word, std::uint32_t first) {
    for (; word != 0; word &= word - 1)
      *to++ = first + static_cast<std::uint32_t>(std::countr_zero(word));
  });
  return count;
}

}  // namespace telegrad
