// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random_words_x86.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace telegrad {
namespace {

#define TELEGRAD_AVX512 __attribute__((target("avx512f")))

// Forms with a mask where one without would do: GCC 12 warns of its own headers otherwise.
constexpr __mmask8 kAllLanes = 0xFF;
constexpr __mmask16 kOddOf16 = 0xAAAA;
constexpr int kThreeWayXor = 0x96;

TELEGRAD_AVX512 inline __m512i product(__m512i a, std::uint32_t b) {
  return _mm512_maskz_mul_epu32(kAllLanes, a, _mm512_set1_epi64(b));
}

TELEGRAD_AVX512 inline __m512i upper(__m512i lanes) {
  return _mm512_maskz_srli_epi64(kAllLanes, lanes, 32);
}

/// Two words a lane from the lower halves of two registers.
TELEGRAD_AVX512 inline __m512i pairs(__m512i first, __m512i second) {
  return _mm512_mask_blend_epi32(kOddOf16, first, _mm512_maskz_slli_epi64(kAllLanes, second, 32));
}

/// Eight blocks at once, one a 64-bit lane. Only the lower halves count: what the products leave in
/// the upper ones never reaches a lower half.
TELEGRAD_AVX512 void fillAvx512(std::uint64_t key, std::uint64_t firstGroup, std::size_t groups,
                                std::uint32_t* to) {
  const std::uint64_t first = kBlocksPerGroup * firstGroup;
  auto block = _mm512_add_epi64(_mm512_set1_epi64(static_cast<long long>(first)),
                                _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7));
  for (std::size_t group = 0; group < groups; ++group, to += RandomWords::kGroup) {
    auto c0 = block;
    auto c1 = upper(block);
    auto c2 = _mm512_set1_epi64(kRandomWordsTag2);
    auto c3 = _mm512_set1_epi64(kRandomWordsTag3);
    auto k0 = static_cast<std::uint32_t>(key);
    auto k1 = static_cast<std::uint32_t>(key >> 32U);
    for (int round = 0; round < kPhiloxRounds; ++round) {
      const auto p0 = product(c0, kPhiloxMultiplier0);
      const auto p1 = product(c2, kPhiloxMultiplier1);
      c0 = _mm512_ternarylogic_epi64(upper(p1), c1, _mm512_set1_epi64(k0), kThreeWayXor);
      c1 = p1;
      c2 = _mm512_ternarylogic_epi64(upper(p0), c3, _mm512_set1_epi64(k1), kThreeWayXor);
      c3 = p0;
      k0 += kPhiloxWeyl0;
      k1 += kPhiloxWeyl1;
    }
    _mm512_storeu_si512(to, pairs(c0, c1));
    _mm512_storeu_si512(to + 2 * kBlocksPerGroup, pairs(c2, c3));
    block = _mm512_add_epi64(block, _mm512_set1_epi64(kBlocksPerGroup));
  }
}

}  // namespace

constinit const RandomWordsKernel kAvx512RandomWords{"AVX-512", fillAvx512};

}  // namespace telegrad

#endif
