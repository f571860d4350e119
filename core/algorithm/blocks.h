// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "core/algorithm/algorithm.h"

namespace telegrad {

/// Floats that a server works on at a time; a block of a sum stays in the first-level cache.
inline constexpr std::size_t kBlock = 4096;

/// Divides `size` coordinates into blocks and adds up what measure(begin, count) gives for each, in
/// the order of the blocks, whatever the number of threads. Different blocks at once.
template <typename Measure>
double sumOverBlocks(std::size_t size, const ParallelRanges& parallel, const Measure& measure) {
  std::vector<double> measured((size + kBlock - 1) / kBlock);
  parallel(measured.size(), [&](std::size_t first, std::size_t last) {
    for (std::size_t block = first; block < last; ++block) {
      const std::size_t begin = block * kBlock;
      measured[block] = measure(begin, std::min(kBlock, size - begin));
    }
  });
  return std::accumulate(measured.begin(), measured.end(), 0.0);
}

}  // namespace telegrad
