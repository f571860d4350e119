// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/magnitude_kernels.h"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace telegrad {
namespace {

// ---- any processor

std::size_t gatherPortable(const float* values, std::size_t count, std::uint32_t first,
                           std::uint32_t atLeast, Candidates to) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    // Written always and kept by the count, as a branch here would be guessed wrong too often.
    const auto bits = std::bit_cast<std::uint32_t>(values[i]);
    to.bits[kept] = bits;
    to.indices[kept] = first + static_cast<std::uint32_t>(i);
    kept += (bits & kMagnitudeMask) >= atLeast ? 1 : 0;
  }
  return kept;
}

std::size_t filterPortable(Candidates from, std::size_t count, std::uint32_t atLeast,
                           Candidates to) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto bits = from.bits[i];
    to.bits[kept] = bits;
    to.indices[kept] = from.indices[i];
    kept += (bits & kMagnitudeMask) >= atLeast ? 1 : 0;
  }
  return kept;
}

std::size_t countPortable(const std::uint32_t* bits, std::size_t count, std::uint32_t atLeast) {
  std::uint32_t found = 0;  // 32 bits, as the lanes are; indices have no more
  for (std::size_t i = 0; i < count; ++i) found += (bits[i] & kMagnitudeMask) >= atLeast ? 1U : 0U;
  return found;
}

std::uint32_t greatestPortable(const std::uint32_t* bits, std::size_t count) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < count; ++i) greatest = std::max(greatest, bits[i] & kMagnitudeMask);
  return greatest;
}

#if defined(__x86_64__)

// ---- AVX2

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

TELEGRAD_AVX2 std::size_t gatherAvx2(const float* values, std::size_t count, std::uint32_t first,
                                     std::uint32_t atLeast, Candidates to) {
  const auto below = _mm256_set1_epi32(static_cast<int>(atLeast) - 1);
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
  return kept + gatherPortable(values + i, count - i, first + static_cast<std::uint32_t>(i),
                               atLeast, {to.bits + kept, to.indices + kept});
}

TELEGRAD_AVX2 std::size_t filterAvx2(Candidates from, std::size_t count, std::uint32_t atLeast,
                                     Candidates to) {
  const auto below = _mm256_set1_epi32(static_cast<int>(atLeast) - 1);
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
  return kept + filterPortable({from.bits + i, from.indices + i}, count - i, atLeast,
                               {to.bits + kept, to.indices + kept});
}

TELEGRAD_AVX2 std::size_t countAvx2(const std::uint32_t* bits, std::size_t count,
                                    std::uint32_t atLeast) {
  const auto below = _mm256_set1_epi32(static_cast<int>(atLeast) - 1);
  std::size_t found = 0;
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8)
    found += static_cast<std::size_t>(_mm_popcnt_u32(lanesAbove(load8(bits + i), below)));
  return found + countPortable(bits + i, count - i, atLeast);
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
                  greatestPortable(bits + i, count - i));
}

// ---- AVX-512

#define TELEGRAD_AVX512 __attribute__((target("avx512f,popcnt")))

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

TELEGRAD_AVX512 std::size_t gatherAvx512(const float* values, std::size_t count,
                                         std::uint32_t first, std::uint32_t atLeast,
                                         Candidates to) {
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

#endif

std::vector<MagnitudeKernels> available() {
  std::vector<MagnitudeKernels> kernels{
      {"portable", gatherPortable, filterPortable, countPortable, greatestPortable}};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt"))
    kernels.push_back({"AVX2", gatherAvx2, filterAvx2, countAvx2, greatestAvx2});
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("popcnt"))
    kernels.push_back({"AVX-512", gatherAvx512, filterAvx512, countAvx512, greatestAvx512});
#endif
  return kernels;
}

}  // namespace

std::span<const MagnitudeKernels> magnitudeKernels() {
  static const auto kernels = available();
  return kernels;
}

}  // namespace telegrad
