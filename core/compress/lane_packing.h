// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace telegrad {

// Numbers of a few bits each, so arranged that registers full of them are packed and read by shifts
// alone. Whole blocks of 512 numbers come first: number 16 r + l of a block goes to lane l, which
// is a string of 32 numbers, lowest bit first, and the lanes' 32-bit words take turns. The rest
// follows one number after the other, as bit_packing.h writes them. n numbers of w bits are
// ceil(n w / 8) bytes.

constexpr std::size_t kLaneBlock = 512;

/// Writes one block: 64 * width bytes. The numbers have no more bits than `width`, 1 to 32.
void packLanes(const std::uint32_t* numbers, unsigned width, std::byte* to);

/// Reads one block back.
void unpackLanes(const std::byte* from, unsigned width, std::uint32_t* numbers);

}  // namespace telegrad
