// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/exponential_rounding.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <string>

#include "core/base/multiversion.h"
#include "core/base/random_words.h"
#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/finite.h"
#include "core/compress/norms.h"
#include "core/compress/packed_symbols.h"

namespace telegrad {
namespace {

constexpr unsigned kFractionBits = 23;
constexpr std::uint32_t kMagnitude = 0x7FFFFFFF;
constexpr const char* kRoundingName = "rounding";

TELEGRAD_MULTIVERSION
void firstIndices(const float* x, std::size_t count, const std::uint32_t* first,
                  std::uint32_t* indices) {
  for (std::size_t i = 0; i < count; ++i)
    indices[i] = first[(std::bit_cast<std::uint32_t>(x[i]) & kMagnitude) >> kFractionBits];
}

/// So many levels further wherever the one there is not above the entry.
TELEGRAD_MULTIVERSION
void advance(const float* x, std::size_t count, const float* levels, std::uint32_t step,
             std::uint32_t* indices) {
  for (std::size_t i = 0; i < count; ++i)
    indices[i] += levels[indices[i] + step] <= std::abs(x[i]) ? step : 0;
}

/// Twice the index, and 1 if the entry is negative and does not become 0.
TELEGRAD_MULTIVERSION
void addSigns(const float* x, std::size_t count, std::uint32_t* symbols) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t sign = std::bit_cast<std::uint32_t>(x[i]) >> 31U;
    symbols[i] = 2 * symbols[i] + (symbols[i] != 0 ? sign : 0);
  }
}

/// False if a symbol stands for no number.
TELEGRAD_MULTIVERSION
bool lookUp(const std::uint32_t* symbols, std::size_t count, const float* numbers,
            std::uint32_t end, float* to) {
  std::uint32_t bad = 0;
  for (std::size_t i = 0; i < count; ++i) {
    bad |= (symbols[i] >= end ? 1U : 0U) | (symbols[i] == 1 ? 1U : 0U);
    to[i] = numbers[symbols[i]];
  }
  return bad == 0;
}

}  // namespace

ExponentialLevels::ExponentialLevels(double base) {
  assert(base > 1.0);
  constexpr double kLeast = std::numeric_limits<float>::min();
  constexpr double kMost = std::numeric_limits<float>::max();
  levels_.push_back(0.0F);
  const double least = std::floor(std::log2(kLeast) / std::log2(base)) - 1.0;
  double power = 0.0;
  for (double j = least; (power = std::pow(base, j)) <= kMost; ++j)
    if (power >= kLeast) levels_.push_back(static_cast<float>(power));
  std::uint32_t most = 0;
  for (std::uint32_t e = 0; e < kExponents; ++e) {
    const auto lowest = std::bit_cast<float>(e << kFractionBits);
    const auto above = std::ranges::upper_bound(levels_, lowest);
    first_[e] = static_cast<std::uint32_t>(above - levels_.begin()) - 1;
    if (e > 0) most = std::max(most, first_[e] - first_[e - 1]);
  }
  longest_ = std::bit_floor(most);
  count_ = levels_.size();
  levels_.resize(count_ + std::size_t{2} * longest_, std::numeric_limits<float>::infinity());
}

/// A search by halves within the exponent's levels, for all entries in step.
void ExponentialLevels::indicesBelow(std::span<const float> x,
                                     std::span<std::uint32_t> indices) const {
  firstIndices(x.data(), x.size(), first_.data(), indices.data());
  for (std::uint32_t step = longest_; step > 0; step /= 2)
    advance(x.data(), x.size(), levels_.data(), step, indices.data());
}

ExponentialRounding::ExponentialRounding(const Settings& settings)
    : levels_(settings.real("base")) {
  numbers_.resize(std::size_t{1} << width());  // no symbol is outside of it
  const auto levels = levels_.values();
  for (std::size_t i = 0; i < levels.size(); ++i) {
    numbers_[2 * i] = levels[i];
    numbers_[2 * i + 1] = -levels[i];
  }
}

unsigned ExponentialRounding::width() const {
  return indexWidth(2 * levels_.values().size());
}

Result<void> ExponentialRounding::compress(std::span<const float> input, const Layout& layout,
                                           Random& random, Payload& payload) {
  assert(input.size() == elementCount(layout));
  if (!std::isfinite(greatestMagnitude(input))) return notFinite(input, layout);
  symbols_.resize(input.size());
  constexpr std::size_t kStretch = 2048;  // entries that stay in the nearest cache
  std::array<std::uint32_t, kStretch> words{};
  const std::uint64_t key = drawsWords() ? random.next64() : 0;
  for (std::size_t begin = 0; begin < input.size(); begin += kStretch) {
    const std::size_t count = std::min(kStretch, input.size() - begin);
    const auto x = input.subspan(begin, count);
    const auto symbols = std::span(symbols_).subspan(begin, count);
    levels_.indicesBelow(x, symbols);
    if (drawsWords()) RandomWords(key).fill(begin, words);
    choose(x, std::span(words).first(count), symbols);
    addSigns(x.data(), count, symbols.data());
  }
  payload.bytes.clear();
  appendPacked(symbols_, width(), payload.bytes);
  payload.valueBits = static_cast<std::int64_t>(width() * input.size());
  payload.indexBits = 0;
  return {};
}

Result<void> ExponentialRounding::decode(const Payload& payload, const Layout& layout,
                                         Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  const auto symbols = readSymbols(payload.bytes, width(), size, kRoundingName);
  if (!symbols) return symbols.error();
  const auto end = static_cast<std::uint32_t>(2 * levels_.values().size());
  values.resize(size);
  if (!lookUp(symbols->data(), size, numbers_.data(), end, values.data())) {
    const auto bad = std::ranges::find_if(*symbols, [&](auto s) { return s == 1 || s >= end; });
    return Error{said("%1 payload: symbol %2 is %3; allowed: 0, and 2 to %4", kRoundingName,
                      bad - symbols->begin(), *bad, end - 1)};
  }
  update.setDense(std::move(values));
  return {};
}

BitCounts ExponentialRounding::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  const auto symbols = readSymbols(payload.bytes, width(), size, kRoundingName);
  if (!symbols) return {};
  return {static_cast<double>(width()) * static_cast<double>(size), symbolEntropy(*symbols)};
}

Parameter ExponentialRounding::baseParameter() {
  return {.key = "base",
          .label = "Base b",
          .unit = "",
          .help =
              "Each level is this many times the one below it: 2 takes 9 bits an entry, closer "
              "to 1 is finer and takes more.",
          .kind = Real{.initial = 2.0,
                       .min = 1.001,
                       .max = 1024.0,
                       .scale = Scale::Log,
                       .slider = SliderRange{1.01, 16.0}}};
}

}  // namespace telegrad
