// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "core/base/multiversion.h"
#include "core/compress/dithering.h"
#include "core/compress/norm_groups.h"

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

/// With u uniform in (0, 1], an entry at share y between the levels a and b a goes up exactly if
/// y >= a + u (b a - a), that is, if its quotient q = y / (1 + u (b - 1)) is at least a. And q is
/// above all levels that are lower and under those that are higher. So the new level is the number
/// of levels that q reaches, and one more if y reaches u times the lowest: none is searched for.
[[gnu::always_inline]] inline void countReached(const float* x, float norm, const float* levels,
                                                std::size_t count, float ratio,
                                                const std::uint32_t* words, std::uint32_t* codes) {
  Lanes<float> quotient;      // NOLINT: filled at once
  Lanes<std::int32_t> level;  // NOLINT
  for (std::size_t l = 0; l < kLanes; ++l) {
    const float share = shareOf(x[l], norm);
    const auto whole = static_cast<float>(static_cast<std::int32_t>(words[l] >> 1U));
    const float draw = (whole + 0.5F) * 0x1p-31F;
    level[l] = share >= draw * levels[1] ? 1 : 0;
    quotient[l] = share / (1.0F + draw * ratio);
  }
  for (std::size_t j = 1; j < count; ++j) {
    const float reached = levels[j];
    for (std::size_t l = 0; l < kLanes; ++l) level[l] += quotient[l] >= reached ? 1 : 0;
  }
  for (std::size_t l = 0; l < kLanes; ++l) codes[l] = codeOf(level[l], x[l]);
}

TELEGRAD_MULTIVERSION
void roundToPowers(const float* x, std::size_t size, float norm, const DitheringLevels& levels,
                   const std::uint32_t* words, std::uint32_t* codes) {
  const float* const values = levels.values.data();
  const std::size_t count = levels.values.size() - 1;
  const auto ratio = static_cast<float>(levels.base - 1.0);
  std::size_t i = 0;
  for (; i + kLanes <= size; i += kLanes)
    countReached(x + i, norm, values, count, ratio, words + i, codes + i);
  if (i == size) return;
  Lanes<float> lastX{};
  Lanes<std::uint32_t> lastWords{};
  Lanes<std::uint32_t> lastCodes;  // NOLINT: written whole
  std::copy(x + i, x + size, lastX.begin());
  std::copy(words + i, words + size, lastWords.begin());
  countReached(lastX.data(), norm, values, count, ratio, lastWords.data(), lastCodes.data());
  std::copy_n(lastCodes.begin(), size - i, codes + i);
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

std::size_t exponentialLevelCount(double base, std::size_t wanted) {
  const double most = 1.0 + std::floor(-std::log2(double{kLowestLevel}) / std::log2(base));
  return static_cast<double>(wanted) <= most ? wanted : static_cast<std::size_t>(most);
}

DitheringLevels exponentialLevels(double base, std::size_t count) {
  assert(base > 1.0 && count >= 1 && count <= exponentialLevelCount(base, count));
  DitheringLevels levels;
  levels.base = base;
  levels.values.assign(count + 1, 0.0F);
  for (std::size_t l = 1; l <= count; ++l)
    levels.values[l] =
        static_cast<float>(std::pow(base, static_cast<double>(l) - static_cast<double>(count)));
  return levels;
}

DitheringLevels uniformLevels(std::size_t count) {
  assert(count >= 1);
  DitheringLevels levels;
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
  if (levels.base > 0.0)
    roundToPowers(x.data(), x.size(), norm, levels, words, codes);
  else
    roundToUniform(x.data(), x.size(), norm, static_cast<float>(levels.values.size() - 1), words,
                   codes);
}

double Dithering::squaredError(std::span<const float> input, const Layout& layout) const {
  const auto& values = shape_.levels.values;
  NormGroups group(shape_, layout);
  double sum = 0.0;
  for (std::size_t done = 0; done < input.size();) {
    const auto some = input.subspan(done, group.nextEnd() - done);
    done += some.size();
    const double norm = normToSend(normOf(shape_.norm, some));
    if (norm == 0.0) continue;
    for (const float x : some) {
      const double y = std::min(std::abs(double{x}) / norm, 1.0);
      const auto above = std::upper_bound(values.begin() + 1, values.end() - 1, y);
      sum += norm * norm * (y - double{*(above - 1)}) * (double{*above} - y);
    }
  }
  return sum;
}

}  // namespace telegrad
