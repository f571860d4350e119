// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/norms.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "core/base/multiversion.h"
#include "core/compress/magnitude_kernels.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

/// Entry i goes to lane i mod kNormLanes; the lanes are added as a tree.
constexpr std::size_t kNormLanes = 32;

TELEGRAD_MULTIVERSION
double addMagnitudes(const float* x, std::size_t size) {
  std::array<double, kNormLanes> lanes{};
  const std::size_t whole = size - size % kNormLanes;
  for (std::size_t i = 0; i < whole; i += kNormLanes)
    for (std::size_t j = 0; j < kNormLanes; ++j) {
      const double entry = x[i + j];
      lanes[j] += entry < 0.0 ? -entry : entry;
    }
  for (std::size_t i = whole; i < size; ++i) {
    const double entry = x[i];
    lanes[i - whole] += entry < 0.0 ? -entry : entry;
  }
  for (std::size_t half = kNormLanes / 2; half > 0; half /= 2)
    for (std::size_t j = 0; j < half; ++j) lanes[j] += lanes[j + half];
  return lanes[0];
}

TELEGRAD_MULTIVERSION
std::uint32_t greatestBits(const float* x, std::size_t size) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < size; ++i)
    greatest = std::max(greatest, std::bit_cast<std::uint32_t>(x[i]) & kMagnitudeMask);
  return greatest;
}

}  // namespace

double sumOfMagnitudes(std::span<const float> x) {
  return addMagnitudes(x.data(), x.size());
}

float greatestMagnitude(std::span<const float> x) {
  return std::bit_cast<float>(greatestBits(x.data(), x.size()));
}

double normOf(Norm norm, std::span<const float> x) {
  if (norm == Norm::One) return sumOfMagnitudes(x);
  if (norm == Norm::Two) return std::sqrt(squaredNorm(x));
  return greatestMagnitude(x);
}

}  // namespace telegrad
