// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace telegrad {

// The bits of |x|, read as an unsigned number, order floats by magnitude: denormals, infinities and
// NaN (above everything) included. The kernels compare those.

/// |x| as an ordered number.
constexpr std::uint32_t kMagnitudeMask = 0x7FFFFFFFU;
/// The least magnitude that is not finite.
constexpr std::uint32_t kInfinityBits = 0x7F800000U;

/// Floats of one vector as their bits, with where they were, side by side.
struct Candidates {
  std::uint32_t* bits = nullptr;
  std::uint32_t* indices = nullptr;
};

/// The passes that selection by magnitude is made of, for one instruction set. All sets give the
/// same results. `atLeast` is at most kMagnitudeMask + 1.
struct MagnitudeKernels {
  const char* name;

  /// Appends to `to` the `count` values whose magnitude is at least `atLeast`, in order; the first
  /// value's index is `first`. Returns how many. Writes up to kSlack entries more.
  std::size_t (*gather)(const float* values, std::size_t count, std::uint32_t first,
                        std::uint32_t atLeast, Candidates to);

  /// As gather, from `count` candidates; `to` may be `from` or begin before it.
  std::size_t (*filter)(Candidates from, std::size_t count, std::uint32_t atLeast, Candidates to);

  /// How many of `count` bit patterns have a magnitude of at least `atLeast`.
  std::size_t (*countAtLeast)(const std::uint32_t* bits, std::size_t count, std::uint32_t atLeast);

  /// The greatest magnitude of `count` bit patterns; 0 of none.
  std::uint32_t (*greatest)(const std::uint32_t* bits, std::size_t count);

  static constexpr std::size_t kSlack = 16;
};

/// The kernels that this processor can run, fastest last.
std::span<const MagnitudeKernels> magnitudeKernels();

}  // namespace telegrad
