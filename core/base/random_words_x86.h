// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/philox.h"
#include "core/base/random_words.h"

namespace telegrad {

/// Counter words 2 and 3, where other streams have their iteration.
constexpr std::uint32_t kRandomWordsTag2 = 0x77777777;
constexpr std::uint32_t kRandomWordsTag3 = 0x64646464;
constexpr std::uint64_t kBlocksPerGroup = 8;

#if defined(__x86_64__)
extern const RandomWordsKernel kAvx2RandomWords;    ///< needs avx2
extern const RandomWordsKernel kAvx512RandomWords;  ///< needs avx512f
#endif

}  // namespace telegrad
