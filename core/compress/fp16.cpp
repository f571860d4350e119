// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/multiversion.h"
#include "core/compress/magnitude_kernels.h"
#include "core/compress/narrow_floats.h"

namespace telegrad {
namespace {

constexpr std::uint32_t kHalfSign = 0x8000;
constexpr std::uint32_t kLeastNormal = 0x38800000;     // 2^-14
constexpr std::uint32_t kLargestHalf = 0x477FE000;     // 65504
constexpr std::uint32_t kExponentShift = 112U << 10U;  // between the formats' biases
constexpr std::uint32_t kHalfInfinity = 0x7C00;

/// Without branches, so that the loop below becomes vector instructions: both roundings are made
/// and one is taken.
[[gnu::always_inline]] inline std::uint32_t nearestHalf(std::uint32_t magnitude) {
  const std::uint32_t kept = std::min(magnitude, kLargestHalf);
  const std::uint32_t normal = ((kept + 0x0FFFU + (kept >> 13U & 1U)) >> 13U) - kExponentShift;
  // A float's unit at 2^23 is 1: the sum is rounded to whole steps of 2^-24, halves to even.
  const float steps = std::bit_cast<float>(kept) * 0x1p24F + 0x1p23F;
  const std::uint32_t subnormal = std::bit_cast<std::uint32_t>(steps) - 0x4B000000U;
  return kept < kLeastNormal ? subnormal : normal;
}

TELEGRAD_MULTIVERSION
bool toHalves(const float* from, std::size_t count, std::byte* to) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto bits = std::bit_cast<std::uint32_t>(from[i]);
    const std::uint32_t magnitude = bits & kMagnitudeMask;
    greatest = std::max(greatest, magnitude);
    const auto half =
        static_cast<std::uint16_t>(nearestHalf(magnitude) | (bits >> 16U & kHalfSign));
    std::memcpy(to + i * sizeof(half), &half, sizeof(half));
  }
  return greatest < kInfinityBits;
}

TELEGRAD_MULTIVERSION
bool fromHalves(const std::byte* from, std::size_t count, float* to) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint16_t half = 0;
    std::memcpy(&half, from + i * sizeof(half), sizeof(half));
    const std::uint32_t magnitude = half & ~kHalfSign & 0xFFFFU;
    greatest = std::max(greatest, magnitude);
    const std::uint32_t normal = (magnitude << 13U) + (112U << 23U);
    // Below the normal ones the bits are put under 2^-14, which is then taken away again: exact.
    const float subnormal = std::bit_cast<float>(normal + (1U << 23U)) - 0x1p-14F;
    const std::uint32_t bits =
        magnitude < 0x0400U ? std::bit_cast<std::uint32_t>(subnormal) : normal;
    to[i] = std::bit_cast<float>(bits | (half & kHalfSign) << 16U);
  }
  return greatest < kHalfInfinity;
}

}  // namespace

/// The nearest number of IEEE 754's binary16, halves to even. Beyond its range, which ends at
/// 65,504, the largest there is of that sign: an infinity would spoil the model, and error feedback
/// makes up for the rest. What is smaller than 2^-25 becomes zero, so of no vector's length
/// anything is certain and the operator is in none of the classes.
CompressorEntry fp16() {
  CompressorEntry entry;
  entry.key = "fp16";
  entry.name = "16-bit floats (fp16)";
  entry.summary = "Rounds every entry to a half-precision float; beyond its range to the largest.";
  entry.source = "IEEE 754-2008, binary16";
  entry.classes = [](const Settings& /*settings*/, const Layout& /*layout*/) {
    return ClassParameters{};
  };
  entry.allReducible = true;
  entry.make = [](const Settings& /*settings*/) {
    return std::make_unique<NarrowFloats>(NarrowFloats::Format{"fp16", toHalves, fromHalves});
  };
  return entry;
}

}  // namespace telegrad
