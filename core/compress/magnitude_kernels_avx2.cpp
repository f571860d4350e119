// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/magnitude_kernels_x86.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace telegrad {
namespace {

#define TELEGRAD_AVX2 __attribute__((target("avx2,bmi,popcnt")))

/// For each of the 256 sets of lanes, the lanes in it, in order, at the front.
constexpr auto kLanesToFront = [] {
  std::array<std::array<std::uint32_t, 8>, 256> table{};
  for (std::size_t set = 0; set < table.size(); ++set) {
    std::size_t kept = 0;
    for (std::uint32_t lane = 0; lane < 8; ++lane)
      if ((set >> lane & 1U) != 0) table[set][kept++] = lane;
  }
  return table;
}();

/// The lanes of magnitude above `below`, a signed comparison as magnitudes have no sign bit.
TELEGRAD_AVX2 inline unsigned lanesAbove(__m256i bits, __m256i below) {
  const auto magnitude = _mm256_and_si256(bits, _mm256_set1_epi32(0x7FFFFFFF));
  const auto above = _mm256_cmpgt_epi32(magnitude, below);
  return static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(above)));
}

TELEGRAD_AVX2 inline __m256i load8(const void* from) {
  return _mm256_loadu_si256(static_cast<const __m256i_u*>(from));
}

TELEGRAD_AVX2 inline void store8(void* to, __m256i eight) {
  _mm256_storeu_si256(static_cast<__m256i_u*>(to), eight);
}

TELEGRAD_AVX2 std::size_t packAvx2(const float* values, std::size_t count, std::uint32_t first,
                                   std::uint32_t atLeast, Candidates to) {
  const auto below = _mm256_set1_epi32(static_cast<int>(atLeast - 1));
  auto index = _mm256_add_epi32(_mm256_set1_epi32(static_cast<int>(first)),
                                _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
  std::size_t kept = 0;
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    const auto bits = load8(values + i);
    const unsigned lanes = lanesAbove(bits, below);
    const auto order = load8(kLanesToFront[lanes].data());
    store8(to.bits + kept, _mm256_permutevar8x32_epi32(bits, order));
    store8(to.indices + kept, _mm256_permutevar8x32_epi32(index, order));
    kept += static_cast<std::size_t>(_mm_popcnt_u32(lanes));
    index = _mm256_add_epi32(index, _mm256_set1_epi32(8));
  }
  return kept + kPortableKernels.gather(values + i, count - i,
                                        first + static_cast<std::uint32_t>(i), atLeast,
                                        {to.bits + kept, to.indices + kept});
}

TELEGRAD_AVX2 void markAvx2(const float* values, std::size_t words, std::uint32_t atLeast,
                            MarkMap& map) {
  const auto below = _mm256_set1_epi32(static_cast<int>(atLeast - 1));
  for (std::size_t i = 0; i < words; ++i) {
    std::uint64_t marks = 0;
    for (unsigned lane = 0; lane < kWordLanes; lane += 8)
      marks |= std::uint64_t{lanesAbove(load8(values + i * kWordLanes + lane), below)} << lane;
    map[i] = marks;
  }
}

TELEGRAD_AVX2 std::size_t gatherAvx2(const float* values, std::size_t count, std::uint32_t first,
                                     std::uint32_t atLeast, Candidates to) {
  return gatherMarked(
      values, count, first, to,
      [atLeast](const float* x, std::size_t words, MarkMap& map) {
        markAvx2(x, words, atLeast, map);
      },
      [atLeast](const float* x, std::size_t n, std::uint32_t begin, Candidates rest) {
        return packAvx2(x, n, begin, atLeast, rest);
      });
}

TELEGRAD_AVX2 std::size_t filterAvx2(Candidates from, std::size_t count, std::uint32_t atLeast,
                                     Candidates to) {
  const auto below = _mm256_set1_epi32(static_cast<int>(atLeast - 1));
  std::size_t kept = 0;
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    const auto bits = load8(from.bits + i);
    const auto index = load8(from.indices + i);
    const unsigned lanes = lanesAbove(bits, below);
    const auto order = load8(kLanesToFront[lanes].data());
    store8(to.bits + kept, _mm256_permutevar8x32_epi32(bits, order));
    store8(to.indices + kept, _mm256_permutevar8x32_epi32(index, order));
    kept += static_cast<std::size_t>(_mm_popcnt_u32(lanes));
  }
  return kept + kPortableKernels.filter({from.bits + i, from.indices + i}, count - i, atLeast,
                                        {to.bits + kept, to.indices + kept});
}

TELEGRAD_AVX2 std::size_t countAvx2(const std::uint32_t* bits, std::size_t count,
                                    std::uint32_t atLeast) {
  const auto below = _mm256_set1_epi32(static_cast<int>(atLeast - 1));
  std::size_t found = 0;
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8)
    found += static_cast<std::size_t>(_mm_popcnt_u32(lanesAbove(load8(bits + i), below)));
  return found + kPortableKernels.countAtLeast(bits + i, count - i, atLeast);
}

TELEGRAD_AVX2 std::uint32_t greatestAvx2(const std::uint32_t* bits, std::size_t count) {
  auto lanes = _mm256_setzero_si256();
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8)
    lanes =
        _mm256_max_epu32(lanes, _mm256_and_si256(load8(bits + i), _mm256_set1_epi32(0x7FFFFFFF)));
  std::array<std::uint32_t, 8> each{};
  store8(each.data(), lanes);
  return std::max(*std::max_element(each.begin(), each.end()),
                  kPortableKernels.greatest(bits + i, count - i));
}

}  // namespace

constinit const MagnitudeKernels kAvx2Kernels{"AVX2", gatherAvx2, filterAvx2, countAvx2,
                                              greatestAvx2};

}  // namespace telegrad

#endif
