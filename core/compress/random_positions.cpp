// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/random_positions.h"

#include <bit>
#include <utility>

#include "core/base/random.h"

namespace telegrad {

void drawPositions(std::uint64_t seed, std::size_t count, std::size_t size,
                   std::vector<std::uint32_t>& positions) {
  constexpr std::size_t kWord = 64;
  thread_local std::vector<std::uint64_t> taken;
  taken.assign((size + kWord - 1) / kWord, 0);
  const auto take = [&](std::size_t position) {
    auto& word = taken[position / kWord];
    const std::uint64_t bit = std::uint64_t{1} << (position % kWord);
    return (std::exchange(word, word | bit) & bit) == 0;
  };
  Random random(seed, Purpose::Compression);
  for (std::size_t last = size - count; last < size; ++last)
    if (!take(random.below(last + 1))) take(last);
  positions.clear();
  for (std::size_t i = 0; i < taken.size(); ++i)
    for (std::uint64_t word = taken[i]; word != 0; word &= word - 1)
      positions.push_back(
          static_cast<std::uint32_t>(i * kWord + static_cast<std::size_t>(std::countr_zero(word))));
}

}  // namespace telegrad
