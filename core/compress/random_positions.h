// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace telegrad {

/// The `count` positions that a seed stands for, ascending: those of [0, size), each set of as many
/// equally likely. 1 <= count <= size.
/// Source: Floyd's algorithm, Bentley and Floyd, CACM 1987.
void drawPositions(std::uint64_t seed, std::size_t count, std::size_t size,
                   std::vector<std::uint32_t>& positions);

}  // namespace telegrad
