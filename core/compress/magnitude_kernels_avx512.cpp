// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/magnitude_kernels_x86.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace telegrad {
namespace {

#define TELEGRAD_AVX512 __attribute__((target("avx512f,bmi,popcnt")))

// Forms with a mask where one without would do: GCC 12 warns of its own headers otherwise.
constexpr __mmask16 kAllLanes = 0xFFFF;

TELEGRAD_AVX512 inline __mmask16 firstLanes(std::size_t count) {
  return static_cast<__mmask16>(count >= 16 ? 0xFFFFU : (1U << count) - 1U);
}

TELEGRAD_AVX512 inline __mmask16 lanesFrom(__m512i bits, __m512i atLeast, __mmask16 among) {
  const auto magnitude = _mm512_and_si512(bits, _mm512_set1_epi32(0x7FFFFFFF));
  return _mm512_mask_cmpge_epu32_mask(among, magnitude, atLeast);
}

/// Writes the chosen lanes side by side and returns how many. Through a register, as compressing
/// straight to memory is slow on some processors.
TELEGRAD_AVX512 inline std::size_t put(__mmask16 lanes, __m512i bits, __m512i index, Candidates to,
                                       std::size_t at) {
  _mm512_storeu_si512(to.bits + at, _mm512_maskz_compress_epi32(lanes, bits));
  _mm512_storeu_si512(to.indices + at, _mm512_maskz_compress_epi32(lanes, index));
  return static_cast<std::size_t>(_mm_popcnt_u32(lanes));
}

TELEGRAD_AVX512 std::size_t packAvx512(const float* values, std::size_t count, std::uint32_t first,
                                       std::uint32_t atLeast, Candidates to) {
  const auto bound = _mm512_set1_epi32(static_cast<int>(atLeast));
  auto index =
      _mm512_add_epi32(_mm512_set1_epi32(static_cast<int>(first)),
                       _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; i += 16) {
    const auto among = firstLanes(count - i);
    const auto bits = _mm512_maskz_loadu_epi32(among, values + i);
    const auto lanes = lanesFrom(bits, bound, among);
    kept += put(lanes, bits, index, to, kept);
    index = _mm512_add_epi32(index, _mm512_set1_epi32(16));
  }
  return kept;
}

TELEGRAD_AVX512 void markAvx512(const float* values, std::size_t words, std::uint32_t atLeast,
                                MarkMap& map) {
  const auto bound = _mm512_set1_epi32(static_cast<int>(atLeast));
  for (std::size_t i = 0; i < words; ++i) {
    std::uint64_t marks = 0;
    for (unsigned lane = 0; lane < kWordLanes; lane += 16) {
      const auto bits = _mm512_maskz_loadu_epi32(kAllLanes, values + i * kWordLanes + lane);
      marks |= std::uint64_t{lanesFrom(bits, bound, kAllLanes)} << lane;
    }
    map[i] = marks;
  }
}

TELEGRAD_AVX512 std::size_t gatherAvx512(const float* values, std::size_t count,
                                         std::uint32_t first, std::uint32_t atLeast,
                                         Candidates to) {
  return gatherMarked(
      values, count, first, to,
      [atLeast](const float* x, std::size_t words, MarkMap& map) {
        markAvx512(x, words, atLeast, map);
      },
      [atLeast](const float* x, std::size_t n, std::uint32_t begin, Candidates rest) {
        return packAvx512(x, n, begin, atLeast, rest);
      });
}

TELEGRAD_AVX512 std::size_t filterAvx512(Candidates from, std::size_t count, std::uint32_t atLeast,
                                         Candidates to) {
  const auto bound = _mm512_set1_epi32(static_cast<int>(atLeast));
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; i += 16) {
    const auto among = firstLanes(count - i);
    const auto bits = _mm512_maskz_loadu_epi32(among, from.bits + i);
    const auto index = _mm512_maskz_loadu_epi32(among, from.indices + i);
    kept += put(lanesFrom(bits, bound, among), bits, index, to, kept);
  }
  return kept;
}

TELEGRAD_AVX512 std::size_t countAvx512(const std::uint32_t* bits, std::size_t count,
                                        std::uint32_t atLeast) {
  const auto bound = _mm512_set1_epi32(static_cast<int>(atLeast));
  std::size_t found = 0;
  for (std::size_t i = 0; i < count; i += 16) {
    const auto among = firstLanes(count - i);
    const auto lanes = lanesFrom(_mm512_maskz_loadu_epi32(among, bits + i), bound, among);
    found += static_cast<std::size_t>(_mm_popcnt_u32(lanes));
  }
  return found;
}

TELEGRAD_AVX512 std::uint32_t greatestAvx512(const std::uint32_t* bits, std::size_t count) {
  auto lanes = _mm512_setzero_si512();
  for (std::size_t i = 0; i < count; i += 16) {
    const auto some = _mm512_maskz_loadu_epi32(firstLanes(count - i), bits + i);
    lanes = _mm512_maskz_max_epu32(kAllLanes, lanes,
                                   _mm512_and_si512(some, _mm512_set1_epi32(0x7FFFFFFF)));
  }
  std::array<std::uint32_t, 16> each{};
  _mm512_storeu_si512(each.data(), lanes);
  return *std::max_element(each.begin(), each.end());
}

}  // namespace

constinit const MagnitudeKernels kAvx512Kernels{"AVX-512", gatherAvx512, filterAvx512, countAvx512,
                                                greatestAvx512};

}  // namespace telegrad

#endif
