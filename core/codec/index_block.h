// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/codec/index_code.h"

namespace telegrad {

// Positions that say themselves how they are written and how many they are, so that anything may
// follow them.
//
// Shapes: the code's number in a byte, its parameter where it has one and the count as LEB128, then
//   the positions as appendPositions() writes them.

/// Appends the block; returns the bits of the positions alone, without header and filling.
std::uint64_t appendIndexBlock(IndexCoding coding, std::span<const std::uint32_t> positions,
                               std::size_t size, std::vector<std::byte>& bytes);

/// The bytes of such a header.
std::size_t indexHeaderBytes(IndexCoding coding, std::size_t count);

/// Reads the block at the front of `bytes`; returns how many bytes it took. Allocates for no more
/// than `size` positions.
/// Errors: a code there is none of, a count beyond `size`, and as readPositions().
Result<std::size_t> readIndexBlock(std::span<const std::byte> bytes, std::size_t size,
                                   std::vector<std::uint32_t>& positions);

}  // namespace telegrad
