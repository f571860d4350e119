// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random_words_x86.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace telegrad {
namespace {

#define TELEGRAD_AVX2 __attribute__((target("avx2")))

constexpr int kOddWords = 0xAA;

TELEGRAD_AVX2 inline __m256i product(__m256i a, std::uint32_t b) {
  return _mm256_mul_epu32(a, _mm256_set1_epi64x(b));
}

TELEGRAD_AVX2 inline __m256i threeWayXor(__m256i a, __m256i b, std::uint32_t c) {
  return _mm256_xor_si256(_mm256_xor_si256(a, b), _mm256_set1_epi64x(c));
}

/// Stores two words a lane from the lower halves of two registers.
TELEGRAD_AVX2 inline void storePairs(std::uint32_t* to, __m256i first, __m256i second) {
  const auto both = _mm256_blend_epi32(first, _mm256_slli_epi64(second, 32), kOddWords);
  _mm256_storeu_si256(reinterpret_cast<__m256i_u*>(to), both);  // NOLINT: how a store is written
}

/// Four blocks at once, one a 64-bit lane. Only the lower halves count: what the products leave in
/// the upper ones never reaches a lower half.
TELEGRAD_AVX2 void fillAvx2(std::uint64_t key, std::uint64_t firstGroup, std::size_t groups,
                            std::uint32_t* to) {
  constexpr std::size_t kLanes = 4;
  auto block =
      _mm256_add_epi64(_mm256_set1_epi64x(static_cast<long long>(kBlocksPerGroup * firstGroup)),
                       _mm256_setr_epi64x(0, 1, 2, 3));
  for (std::size_t half = 0; half < 2 * groups; ++half) {
    auto c0 = block;
    auto c1 = _mm256_srli_epi64(block, 32);
    auto c2 = _mm256_set1_epi64x(kRandomWordsTag2);
    auto c3 = _mm256_set1_epi64x(kRandomWordsTag3);
    auto k0 = static_cast<std::uint32_t>(key);
    auto k1 = static_cast<std::uint32_t>(key >> 32U);
    for (int round = 0; round < kPhiloxRounds; ++round) {
      const auto p0 = product(c0, kPhiloxMultiplier0);
      const auto p1 = product(c2, kPhiloxMultiplier1);
      c0 = threeWayXor(_mm256_srli_epi64(p1, 32), c1, k0);
      c1 = p1;
      c2 = threeWayXor(_mm256_srli_epi64(p0, 32), c3, k1);
      c3 = p0;
      k0 += kPhiloxWeyl0;
      k1 += kPhiloxWeyl1;
    }
    auto* group = to + half / 2 * RandomWords::kGroup + half % 2 * 2 * kLanes;
    storePairs(group, c0, c1);
    storePairs(group + 2 * kBlocksPerGroup, c2, c3);
    block = _mm256_add_epi64(block, _mm256_set1_epi64x(kLanes));
  }
}

}  // namespace

constinit const RandomWordsKernel kAvx2RandomWords{"AVX2", fillAvx2};

}  // namespace telegrad

#endif
