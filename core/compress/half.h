// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

namespace telegrad {

/// The largest number of IEEE 754's 16-bit format.
inline constexpr float kLargestHalf = 65504.0F;

/// The 16-bit number nearest to `x`, of two the even one; the largest there is for all beyond it.
/// x >= 0 and no NaN.
constexpr std::uint16_t toHalf(float x) {
  constexpr float kLeastNormal = 0x1p-14F;
  constexpr float kRounder = 0x1p23F;  // above it floats are whole numbers
  if (x >= kLargestHalf) return 0x7BFF;
  if (x < kLeastNormal) return static_cast<std::uint16_t>((x * 0x1p24F + kRounder) - kRounder);
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const std::uint32_t rounded = (bits + 0x0FFFU + (bits >> 13U & 1U)) >> 13U;
  return static_cast<std::uint16_t>(rounded - (112U << 10U));  // the exponents' biases
}

/// The number that 16 bits stand for; its sign bit is 0 and it is finite.
constexpr float fromHalf(std::uint16_t bits) {
  if (bits < 0x0400U) return static_cast<float>(bits) * 0x1p-24F;
  return std::bit_cast<float>((std::uint32_t{bits} << 13U) + (112U << 23U));
}

}  // namespace telegrad
