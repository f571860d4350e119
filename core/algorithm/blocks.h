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

/// Adds up what measure(i) gives for every i below `count`, in their order, whatever the number of
/// threads. Different ones at once.
template <typename Measure>
double sumOver(std::size_t count, const ParallelRanges& parallel, const Measure& measure) {
  std::vector<double> measured(count);
  parallel(count, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) measured[i] = measure(i);
  });
  return std::accumulate(measured.begin(), measured.end(), 0.0);
}

/// The same of measure(begin, size) for blocks of `size` coordinates.
template <typename Measure>
double sumOverBlocks(std::size_t size, const ParallelRanges& parallel, const Measure& measure) {
  return sumOver((size + kBlock - 1) / kBlock, parallel, [&](std::size_t block) {
    const std::size_t begin = block * kBlock;
    return measure(begin, std::min(kBlock, size - begin));
  });
}

}  // namespace telegrad
