// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace telegrad {

// Payloads are little-endian; floats and words go into them as they lie in memory.
static_assert(std::endian::native == std::endian::little);

/// ceil(log2 size): the bits that a position in a vector of that length needs; 0 for size <= 1.
constexpr unsigned indexWidth(std::size_t size) {
  return size <= 1 ? 0U : static_cast<unsigned>(std::bit_width(size - 1));
}

/// The bytes that `count` numbers of `width` bits fill, the last one filled up with zero bits.
constexpr std::size_t packedBytes(std::size_t count, unsigned width) {
  return (count * width + 7) / 8;
}

/// Appends the `width` low bits of each number, lowest bit first, and zero bits up to a whole byte.
/// The numbers have no more bits than that; width <= 32.
void appendPacked(std::span<const std::uint32_t> numbers, unsigned width,
                  std::vector<std::byte>& bytes);

/// Reads numbers.size() numbers back; `bytes` is of packedBytes() length. False if a bit after the
/// last number is set.
bool readPacked(std::span<const std::byte> bytes, unsigned width, std::span<std::uint32_t> numbers);

}  // namespace telegrad
