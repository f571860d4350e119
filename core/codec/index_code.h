// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

/// How strictly ascending positions i_1 < ... < i_k below d are written. All but the first two
/// write the gaps g_1 = i_1 + 1, g_j = i_j - i_(j-1), or what they exceed 1 by. The numbers stand
/// in payloads: append only.
enum class IndexCode : std::uint8_t {
  FixedWidth = 0,  ///< each position in as many bits as the parameter says
  Bitmap = 1,      ///< d bits
  EliasGamma = 2,
  EliasDelta = 3,
  EliasOmega = 4,
  Rice = 5,    ///< of g - 1; the parameter is m
  Golomb = 6,  ///< of g - 1; the parameter is M
  Varint = 7,  ///< of g - 1; LEB128
};
inline constexpr std::size_t kIndexCodes = 8;

/// "elias-gamma".
std::string_view nameOf(IndexCode code);

/// A code with its parameter, where it has one.
struct IndexCoding {
  IndexCode code = IndexCode::FixedWidth;
  std::uint32_t parameter = 0;
  bool operator==(const IndexCoding&) const = default;
};

/// The code with the parameter that makes k positions spread at random below d shortest in the
/// mean; ceil(log2 d) bits for fixed width. k <= d <= 2^32.
IndexCoding codingFor(IndexCode code, std::size_t count, std::size_t size);

/// The shortest of bitmap, Rice and Golomb for these positions; of equals the first of them.
IndexCoding shortestCoding(std::span<const std::uint32_t> positions, std::size_t size);

/// The length of what appendPositions() writes, before it is filled up to a whole byte.
std::uint64_t positionBits(IndexCoding coding, std::span<const std::uint32_t> positions,
                           std::size_t size);

/// Appends strictly ascending positions below `size`, and zero bits up to a whole byte; returns
/// positionBits(). One allocation at most. With Rice and Golomb and the parameters of codingFor(),
/// the length is of the order of k log2(d/k) whatever the positions; with others it may be of the
/// order of d.
std::uint64_t appendPositions(IndexCoding coding, std::span<const std::uint32_t> positions,
                              std::size_t size, std::vector<std::byte>& bytes);

/// Reads positions.size() <= size positions from the front of `bytes`; returns how many bytes they
/// took. What it takes is exactly what appendPositions() writes of the positions it then gives.
/// Errors: a parameter that the code does not have, positions that do not ascend below `size`,
///   bytes that end too early, bits set after the last position.
Result<std::size_t> readPositions(IndexCoding coding, std::span<const std::byte> bytes,
                                  std::size_t size, std::span<std::uint32_t> positions);

}  // namespace telegrad
