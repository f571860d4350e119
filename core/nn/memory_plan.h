// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace telegrad {

/// Rounded up to a multiple of 16: floats of a cache line.
constexpr std::size_t wholeLines(std::size_t floats) {
  return (floats + 15) / 16 * 16;
}

/// A piece of memory that is needed from one time to another, both included.
struct PlannedBuffer {
  std::size_t size = 0;
  std::size_t from = 0;
  std::size_t until = 0;
  std::size_t offset = 0;  ///< to be found
};

/// Places buffers so that none overlaps another that lives at one time with it, on multiples of 16;
/// the result is how much memory that takes. First fit, the largest first.
std::size_t placeBuffers(std::vector<PlannedBuffer>& buffers);

}  // namespace telegrad
