// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/largest_magnitudes.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace telegrad {
namespace {

constexpr std::size_t kSmall = 4096;      // up to this, all entries are candidates
constexpr std::size_t kSampled = 4096;    // entries of a sample
constexpr std::size_t kNeighbours = 8;    // sampled side by side, as a cache line comes whole
constexpr std::size_t kLeastRoom = 1024;  // thin out rather than go on in smaller pieces

/// A magnitude that k to k + slack of the values reach, or, if equals leave none such, the k-th
/// greatest. All `count` of them are at least `low`; 1 <= k <= count.
std::uint32_t bisect(const MagnitudeKernels& kernels, const std::uint32_t* bits, std::size_t count,
                     std::size_t k, std::size_t slack, std::uint32_t low) {
  if (count - k <= slack) return low;
  // At least k reach low; fewer than k reach high.
  std::uint32_t high = kernels.greatest(bits, count) + 1;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    const std::size_t reached = kernels.countAtLeast(bits, count, middle);
    if (reached >= k && reached - k <= slack) return middle;
    (reached > k ? low : high) = middle;
  }
  return low;
}

}  // namespace

bool LargestMagnitudes::finite() const {
  return kernels_.greatest(bits_.data(), size_) < kInfinityBits;
}

void LargestMagnitudes::reserve(std::size_t candidates) {
  const std::size_t needed = size_ + candidates + MagnitudeKernels::kSlack;
  if (bits_.size() >= needed) return;
  bits_.resize(needed);
  indices_.resize(needed);
}

/// A magnitude that about `share` of the values reach, from a sample: too low rather than too high
/// by `margin` standard deviations of a sample of independent values.
std::uint32_t LargestMagnitudes::guess(std::span<const float> values, double share, double margin) {
  sample_.resize(kSampled);
  // One place at random in each of equal stretches, so that no pattern of rows and columns is in
  // step with the sample. The numbers need only be spread, and are always the same ones.
  constexpr std::size_t kPlaces = kSampled / kNeighbours;
  const double stretch =
      static_cast<double>(values.size() - kNeighbours) / static_cast<double>(kPlaces);
  std::uint32_t spread = 0x9E3779B9U;
  for (std::size_t place = 0; place < kPlaces; ++place) {
    spread = spread * 1664525U + 1013904223U;
    const double where = static_cast<double>(place) + spread * 0x1p-32;
    const auto* from = values.data() + static_cast<std::size_t>(where * stretch);
    for (std::size_t i = 0; i < kNeighbours; ++i)
      sample_[place * kNeighbours + i] = std::bit_cast<std::uint32_t>(from[i]);
  }
  const double reached = share * kSampled;
  const double rank = reached + margin * std::sqrt(reached * (1.0 - share)) + margin;
  if (rank >= static_cast<double>(kSampled)) return 0;
  const auto k = static_cast<std::size_t>(rank);
  return bisect(kernels_, sample_.data(), kSampled, k, k / 8, 0);
}

/// Thins `count` candidates, all at least `low`, out to the first k of those of largest magnitude,
/// in order; returns the magnitude that a later entry must have to belong to them.
std::uint32_t LargestMagnitudes::thin(std::size_t count, std::size_t k, std::uint32_t low) {
  const auto candidates = at(size_);
  const auto least = bisect(kernels_, candidates.bits, count, k, 0, low);
  const std::size_t reached = kernels_.countAtLeast(candidates.bits, count, least);
  const std::uint32_t above = least + 1;
  if (reached == k) {
    kernels_.filter(candidates, count, least, candidates);
    return above;
  }
  // More equals of `least` than there is room for: the first ones stay.
  std::size_t equals = k - kernels_.countAtLeast(candidates.bits, count, above);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t bits = candidates.bits[i];
    const std::uint32_t magnitude = bits & kMagnitudeMask;
    const bool equal = magnitude == least && equals > 0;
    candidates.bits[kept] = bits;
    candidates.indices[kept] = candidates.indices[i];
    equals -= equal ? 1 : 0;
    kept += magnitude > least || equal ? 1 : 0;
  }
  return above;
}

/// Gathers the candidates of magnitude at least `atLeast`, thinned out to k: returns how many, k
/// or, where the bound was too high, fewer.
std::size_t LargestMagnitudes::gather(std::span<const float> values, std::uint32_t first,
                                      std::size_t k, std::uint32_t atLeast) {
  const std::size_t room = std::min(values.size(), 2 * k + 2 * kSmall);
  reserve(room);
  const std::uint32_t low = atLeast;
  std::size_t count = 0;
  for (std::size_t done = 0; done < values.size();) {
    const std::size_t rest = values.size() - done;
    if (room - count < std::min(rest, kLeastRoom)) {
      atLeast = thin(count, k, low);
      count = k;
    }
    const std::size_t piece = std::min(rest, room - count);
    count += kernels_.gather(values.data() + done, piece, first + static_cast<std::uint32_t>(done),
                             atLeast, at(size_ + count));
    done += piece;
  }
  if (count <= k) return count;
  thin(count, k, low);
  return k;
}

void LargestMagnitudes::collect(std::span<const float> values, std::uint32_t first, std::size_t k) {
  assert(1 <= k && k <= values.size());
  const bool all = k == values.size() || values.size() <= kSmall;
  const double share = static_cast<double>(k) / static_cast<double>(values.size());
  // Three standard deviations nearly always do; twenty, where neighbours in the vector are alike.
  const bool found = !all && (gather(values, first, k, guess(values, share, 3.0)) == k ||
                              gather(values, first, k, guess(values, share, 20.0)) == k);
  if (!found) gather(values, first, k, 0);
  size_ += k;
}

}  // namespace telegrad
