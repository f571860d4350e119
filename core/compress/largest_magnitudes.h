// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/compress/magnitude_kernels.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

/// Collects the k entries of largest magnitude of runs of a vector; of equals, the first. Exact,
/// and nothing but the time depends on what was collected before.
///
/// A sample of the run guesses a magnitude that a little more than k entries reach; one pass
/// gathers those; bisection on their bits finds the k-th magnitude. A guess too high costs another
/// pass; a guess too low, a thinning of the candidates to the best k so far, after which only a
/// greater magnitude can enter.
///
/// Threads: one.
class LargestMagnitudes {
 public:
  explicit LargestMagnitudes(const MagnitudeKernels& kernels = magnitudeKernels().back())
      : kernels_(kernels) {}

  /// Forgets what was collected and keeps the memory.
  void clear() { size_ = 0; }

  /// Appends the k largest of values[0], ..., whose indices are `first`, first + 1, ..., in order
  /// of index. 1 <= k <= values.size().
  void collect(std::span<const float> values, std::uint32_t first, std::size_t k);

  /// Whether all that was collected is finite; then so were all the values it was collected from,
  /// as nothing is greater than what is not.
  bool finite() const;

  /// What was collected: the bits of the floats, and their indices.
  std::span<const std::uint32_t> bits() const { return {bits_.data(), size_}; }
  std::span<const std::uint32_t> indices() const { return {indices_.data(), size_}; }

 private:
  std::uint32_t guess(std::span<const float> values, double share, double margin);
  std::size_t gather(std::span<const float> values, std::uint32_t first, std::size_t k,
                     std::uint32_t atLeast);
  std::uint32_t thin(std::size_t count, std::size_t k, std::uint32_t low);
  void reserve(std::size_t candidates);
  Candidates at(std::size_t position) {
    return {bits_.data() + position, indices_.data() + position};
  }

  using Words = std::vector<std::uint32_t, LineAllocator<std::uint32_t>>;

  MagnitudeKernels kernels_;
  Words bits_;     // the collected ones, then the candidates of the run at hand
  Words indices_;  // beside bits_
  Words sample_;
  std::size_t size_ = 0;
};

}  // namespace telegrad
