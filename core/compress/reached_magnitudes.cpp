// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/reached_magnitudes.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace telegrad {
namespace {

constexpr std::size_t kRoom = 1U << 16U;  // room is made for that many at once

}  // namespace

bool ReachedMagnitudes::collect(std::span<const float> values, float threshold) {
  assert(threshold > 0.0F && std::isfinite(threshold));
  const auto atLeast = std::bit_cast<std::uint32_t>(threshold);
  size_ = 0;
  for (std::size_t begin = 0; begin < values.size(); begin += kRoom) {
    const std::size_t count = std::min(kRoom, values.size() - begin);
    if (const std::size_t needed = size_ + count + MagnitudeKernels::kSlack;
        bits_.size() < needed) {
      bits_.resize(needed);
      indices_.resize(needed);
    }
    size_ += kernels_.gather(values.data() + begin, count, static_cast<std::uint32_t>(begin),
                             atLeast, {bits_.data() + size_, indices_.data() + size_});
  }
  return kernels_.greatest(bits_.data(), size_) < kInfinityBits;
}

}  // namespace telegrad
