// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/multiversion.h"
#include "core/compress/magnitude_kernels.h"
#include "core/compress/narrow_floats.h"

namespace telegrad {
namespace {

constexpr std::uint32_t kSignBit = 0x8000;
constexpr std::uint32_t kLargest = 0x7F7F0000;
constexpr std::uint32_t kNarrowInfinity = 0x7F80;

TELEGRAD_MULTIVERSION
bool toUpperHalves(const float* from, std::size_t count, std::byte* to) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto bits = std::bit_cast<std::uint32_t>(from[i]);
    const std::uint32_t magnitude = bits & kMagnitudeMask;
    greatest = std::max(greatest, magnitude);
    const std::uint32_t kept = std::min(magnitude, kLargest);
    const std::uint32_t rounded = (kept + 0x7FFFU + (kept >> 16U & 1U)) >> 16U;
    const auto upper = static_cast<std::uint16_t>(rounded | (bits >> 16U & kSignBit));
    std::memcpy(to + i * sizeof(upper), &upper, sizeof(upper));
  }
  return greatest < kInfinityBits;
}

TELEGRAD_MULTIVERSION
bool fromUpperHalves(const std::byte* from, std::size_t count, float* to) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint16_t upper = 0;
    std::memcpy(&upper, from + i * sizeof(upper), sizeof(upper));
    greatest = std::max(greatest, upper & (kSignBit - 1));
    to[i] = std::bit_cast<float>(std::uint32_t{upper} << 16U);
  }
  return greatest < kNarrowInfinity;
}

/// Every normal entry becomes x (1 + e) with |e| <= u = 2^-8, which gives
///   E ||C||^2 >= (1 - u)^2 ||x||^2,  E ||C||^2 <= (1 + u) <C, x>,  <C, x> >= (1 - u) ||x||^2.
ClassParameters classes() {
  constexpr double kUnit = 0x1p-8;
  ClassParameters classes;
  classes.b1 = {(1.0 - kUnit) * (1.0 - kUnit), 1.0 + kUnit};
  classes.b2 = {1.0 - kUnit, 1.0 + kUnit};
  classes.delta = 1.0 / (1.0 - kUnit * kUnit);
  return classes;
}

}  // namespace

/// The nearest float whose lower 16 bits are zeros, halves to even; above the largest of them,
/// 2^127 (2 - 2^-7), that one. The classes hold for vectors without subnormal entries: those are
/// rounded to whole steps of 2^-133.
CompressorEntry bf16() {
  CompressorEntry entry;
  entry.key = "bf16";
  entry.name = "16-bit floats (bf16)";
  entry.summary = "Rounds every entry to a float of 8 significant bits and a float's range.";
  entry.source = "Kalamkar et al., A Study of BFLOAT16 for Deep Learning Training, 2019";
  entry.classes = [](const Settings& /*settings*/, const Layout& /*layout*/) { return classes(); };
  entry.allReducible = true;
  entry.make = [](const Settings& /*settings*/) {
    return std::make_unique<NarrowFloats>(
        NarrowFloats::Format{"bf16", toUpperHalves, fromUpperHalves});
  };
  return entry;
}

}  // namespace telegrad
