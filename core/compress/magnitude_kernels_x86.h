// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "core/compress/magnitude_kernels.h"

namespace telegrad {

/// Plain loops; the other sets finish with them what does not fill a register.
extern const MagnitudeKernels kPortableKernels;

}  // namespace telegrad

#if defined(__x86_64__)

namespace telegrad {

extern const MagnitudeKernels kAvx2Kernels;    ///< needs avx2, bmi, popcnt
extern const MagnitudeKernels kAvx512Kernels;  ///< needs avx512f, bmi, popcnt

// The gathering pass of both sets: mark a stretch of values in a bit map, which costs little more
// than reading them, then collect the marked ones, of which there are few.

constexpr std::size_t kWordLanes = 64;
constexpr std::size_t kMapWords = 64;   // 16 KiB of values, which stay in the nearest cache
constexpr std::size_t kFewPerWord = 4;  // beyond, packing every register is faster
using MarkMap = std::array<std::uint64_t, kMapWords>;

/// Writes the positions of the map's bits, counted from `first`, and up to two more. Two are
/// written for each word, come what may, as how many there are cannot be guessed.
[[gnu::always_inline]] inline std::size_t listMarked(const MarkMap& map, std::size_t words,
                                                     std::uint32_t first, std::uint32_t* to) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words; ++i, first += kWordLanes) {
    std::uint64_t marks = map[i];
    const auto count = static_cast<std::size_t>(std::popcount(marks));
    to[kept] = first + static_cast<std::uint32_t>(std::countr_zero(marks));
    marks &= marks - 1;
    to[kept + 1] = first + static_cast<std::uint32_t>(std::countr_zero(marks));
    for (std::size_t more = 2; more < count; ++more) {
      marks &= marks - 1;
      to[kept + more] = first + static_cast<std::uint32_t>(std::countr_zero(marks));
    }
    kept += count;
  }
  return kept;
}

[[gnu::always_inline]] inline std::size_t countMarked(const MarkMap& map, std::size_t words) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words; ++i) count += static_cast<std::size_t>(std::popcount(map[i]));
  return count;
}

/// The floats' bits to the indices that listMarked() wrote.
[[gnu::always_inline]] inline void fetch(const float* values, std::uint32_t first,
                                         std::size_t count, Candidates to) {
  for (std::size_t i = 0; i < count; ++i)
    to.bits[i] = std::bit_cast<std::uint32_t>(values[to.indices[i] - first]);
}

/// The pass from its two halves: mark(values, words, map), and pack(values, count, first, to) for
/// where there are many or no whole word of them.
template <typename Mark, typename Pack>
[[gnu::always_inline]] inline std::size_t gatherMarked(const float* values, std::size_t count,
                                                       std::uint32_t first, Candidates to,
                                                       const Mark& mark, const Pack& pack) {
  MarkMap map;
  std::size_t kept = 0;
  std::size_t done = 0;
  while (count - done >= kWordLanes) {
    const std::size_t words = std::min(kMapWords, (count - done) / kWordLanes);
    const auto begin = first + static_cast<std::uint32_t>(done);
    const Candidates rest{to.bits + kept, to.indices + kept};
    mark(values + done, words, map);
    if (countMarked(map, words) <= kFewPerWord * words) {
      const std::size_t found = listMarked(map, words, begin, rest.indices);
      fetch(values + done, begin, found, rest);
      kept += found;
    } else {
      kept += pack(values + done, words * kWordLanes, begin, rest);
    }
    done += words * kWordLanes;
  }
  return kept + pack(values + done, count - done, first + static_cast<std::uint32_t>(done),
                     Candidates{to.bits + kept, to.indices + kept});
}

}  // namespace telegrad

#endif
