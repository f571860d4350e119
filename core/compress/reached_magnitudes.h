// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/compress/magnitude_kernels.h"

namespace telegrad {

/// Collects the entries of a vector whose magnitude reaches a threshold, in order.
///
/// Threads: one.
class ReachedMagnitudes {
 public:
  explicit ReachedMagnitudes(const MagnitudeKernels& kernels = magnitudeKernels().back())
      : kernels_(kernels) {}

  /// Forgets what was collected before; the threshold is positive and finite. False if an entry is
  /// not finite: nothing is greater than what is not, so that it is found among the collected ones.
  bool collect(std::span<const float> values, float threshold);

  /// What was collected: the bits of the floats, and their indices.
  std::span<const std::uint32_t> bits() const { return {bits_.data(), size_}; }
  std::span<const std::uint32_t> indices() const { return {indices_.data(), size_}; }

 private:
  MagnitudeKernels kernels_;
  std::vector<std::uint32_t> bits_;
  std::vector<std::uint32_t> indices_;  // beside bits_
  std::size_t size_ = 0;
};

}  // namespace telegrad
