// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace telegrad {

/// The bytes of a map of one bit for each of `size` positions.
constexpr std::size_t bitmapBytes(std::size_t size) {
  return (size + 7) / 8;
}

/// Sets the bits of these positions below 8 * map.size(), the lowest bit of a byte first; the map
/// was zeros.
void markPositions(std::span<const std::uint32_t> positions, std::span<std::byte> map);

/// The marked positions, ascending, if there are exactly positions.size() of them; how many there
/// are, in any case.
std::size_t markedPositions(std::span<const std::byte> map, std::span<std::uint32_t> positions);

}  // namespace telegrad
