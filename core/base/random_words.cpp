// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random_words.h"

#include <cassert>
#include <vector>

#include "core/base/random_words_x86.h"

namespace telegrad {
namespace {

void fillPortable(std::uint64_t key, std::uint64_t firstGroup, std::size_t groups,
                  std::uint32_t* to) {
  for (std::size_t group = 0; group < groups; ++group, to += RandomWords::kGroup)
    for (std::uint64_t lane = 0; lane < kBlocksPerGroup; ++lane) {
      const std::uint64_t block = kBlocksPerGroup * (firstGroup + group) + lane;
      const auto words =
          philox({static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(block >> 32U),
                  kRandomWordsTag2, kRandomWordsTag3},
                 {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U)});
      to[2 * lane] = words[0];
      to[2 * lane + 1] = words[1];
      to[2 * (kBlocksPerGroup + lane)] = words[2];
      to[2 * (kBlocksPerGroup + lane) + 1] = words[3];
    }
}

std::vector<RandomWordsKernel> available() {
  std::vector<RandomWordsKernel> kernels{{"portable", fillPortable}};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) kernels.push_back(kAvx2RandomWords);
  if (__builtin_cpu_supports("avx512f")) kernels.push_back(kAvx512RandomWords);
#endif
  return kernels;
}

}  // namespace

std::span<const RandomWordsKernel> randomWordsKernels() {
  static const auto kernels = available();
  return kernels;
}

void RandomWords::fill(std::uint64_t first, std::span<std::uint32_t> words) const {
  assert(first % kGroup == 0 && words.size() % kGroup == 0);
  randomWordsKernels().back().fill(key_, first / kGroup, words.size() / kGroup, words.data());
}

}  // namespace telegrad
