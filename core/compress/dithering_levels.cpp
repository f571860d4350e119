// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "core/base/multiversion.h"
#include "core/compress/dithering.h"

namespace telegrad {
namespace {

/// Entries that are rounded side by side, in registers.
constexpr std::size_t kLanes = 32;
template <typename T>
using Lanes = std::array<T, kLanes>;

/// Twice the level, and the sign.
[[gnu::always_inline]] inline std::uint32_t codeOf(std::int32_t level, float x) {
  const std::uint32_t sign = x < 0.0F && level > 0 ? 1U : 0U;
  return 2 * static_cast<std::uint32_t>(level) + sign;
}

[[gnu::always_inline]] inline float shareOf(float x, float norm) {
  return std::min(std::abs(x) / norm, 1.0F);
}

/// An entry at share y between the levels lo and hi goes up exactly if y >= lo + u (hi - lo), u
/// uniform in (0, 1]; and y is above all such bounds of the levels below, and under those above. So
/// its new level is the number of bounds that it reaches, and none is searched for.
[[gnu::always_inline]] inline void countBounds(const float* x, float norm, const float* levels,
                                               std::size_t gaps, const std::uint32_t* words,
                                               std::uint32_t* codes) {
  Lanes<float> share;         // NOLINT: filled at once
  Lanes<float> draw;          // NOLINT
  Lanes<std::int32_t> level;  // NOLINT
  for (std::size_t l = 0; l < kLanes; ++l) {
    share[l] = shareOf(x[l], norm);
    draw[l] = (static_cast<float>(static_cast<std::int32_t>(words[l] >> 1U)) + 0.5F) * 0x1p-31F;
    level[l] = 0;
  }
  for (std::size_t j = 0; j < gaps; ++j) {
    const float low = levels[j];
    const float gap = levels[j + 1] - low;
    for (std::size_t l = 0; l < kLanes; ++l) level[l] += share[l] >= low + draw[l] * gap ? 1 : 0;
  }
  for (std::size_t l = 0; l < kLanes; ++l) codes[l] = codeOf(level[l], x[l]);
}

TELEGRAD_MULTIVERSION
void roundToAny(const float* x, std::size_t count, float norm, const float* levels,
                std::size_t gaps, const std::uint32_t* words, std::uint32_t* codes) {
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    countBounds(x + i, norm, levels, gaps, words + i, codes + i);
  if (i == count) return;
  Lanes<float> lastX{};
  Lanes<std::uint32_t> lastWords{};
  Lanes<std::uint32_t> lastCodes;  // NOLINT: written whole
  std::copy(x + i, x + count, lastX.begin());
  std::copy(words + i, words + count, lastWords.begin());
  countBounds(lastX.data(), norm, levels, gaps, lastWords.data(), lastCodes.data());
  std::copy(lastCodes.begin(), lastCodes.begin() + static_cast<std::ptrdiff_t>(count - i),
            codes + i);
}

TELEGRAD_MULTIVERSION
void roundToUniform(const float* x, std::size_t count, float norm, float steps,
                    const std::uint32_t* words, std::uint32_t* codes) {
  for (std::size_t i = 0; i < count; ++i) {
    const float scaled = shareOf(x[i], norm) * steps;
    const auto lower = static_cast<std::int32_t>(scaled);
    const float rest = scaled - static_cast<float>(lower);  // exact, below 1
    const auto bound = static_cast<std::int32_t>(rest * 0x1p31F);
    const auto draw = static_cast<std::int32_t>(words[i] >> 1U);
    codes[i] = codeOf(lower + (draw < bound ? 1 : 0), x[i]);
  }
}

}  // namespace

DitheringLevels exponentialLevels(double base, std::size_t count) {
  assert(base > 1.0 && count >= 1);
  DitheringLevels levels;
  levels.values.assign(count + 1, 0.0F);
  for (std::size_t l = 1; l <= count; ++l)
    levels.values[l] =
        static_cast<float>(std::pow(base, static_cast<double>(l) - static_cast<double>(count)));
  return levels;
}

DitheringLevels uniformLevels(std::size_t count) {
  assert(count >= 1);
  DitheringLevels levels;
  levels.uniform = true;
  for (std::size_t l = 0; l <= count; ++l)
    levels.values.push_back(
        static_cast<float>(static_cast<double>(l) / static_cast<double>(count)));
  return levels;
}

void roundToLevels(std::span<const float> x, float norm, const DitheringLevels& levels,
                   const std::uint32_t* words, std::uint32_t* codes) {
  if (norm == 0.0F) {
    std::fill_n(codes, x.size(), 0U);
    return;
  }
  const std::size_t gaps = levels.values.size() - 1;
  if (levels.uniform)
    roundToUniform(x.data(), x.size(), norm, static_cast<float>(gaps), words, codes);
  else
    roundToAny(x.data(), x.size(), norm, levels.values.data(), gaps, words, codes);
}

}  // namespace telegrad
