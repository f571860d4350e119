// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/exponential_rounding.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <string>

#include "core/codec/bit_packing.h"
#include "core/compress/finite.h"
#include "core/compress/packed_symbols.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

constexpr unsigned kMantissaBits = 23;
constexpr const char* kName = "rounding";

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
  for (std::uint32_t e = 0; e < kExponents; ++e) {
    const auto lowest = std::bit_cast<float>(e << kMantissaBits);
    const auto above = std::ranges::upper_bound(levels_, lowest);
    first_[e] = static_cast<std::uint32_t>(above - levels_.begin()) - 1;
  }
}

std::size_t ExponentialLevels::atOrBelow(float magnitude) const {
  const auto exponent = std::bit_cast<std::uint32_t>(magnitude) >> kMantissaBits;
  const auto begin = levels_.begin();
  const auto above =
      std::upper_bound(begin + first_[exponent] + 1, begin + first_[exponent + 1] + 1, magnitude);
  return static_cast<std::size_t>(above - begin) - 1;
}

unsigned ExponentialRounding::width() const {
  return indexWidth(2 * levels_.values().size());
}

Result<void> ExponentialRounding::compress(std::span<const float> input, const Layout& layout,
                                           Random& random, Payload& payload) {
  assert(input.size() == elementCount(layout));
  if (!std::isfinite(squaredNorm(input))) return notFinite(input, layout);
  symbols_.resize(input.size());
  choose(input, random, symbols_);
  for (std::size_t i = 0; i < input.size(); ++i) {
    const std::uint32_t negative = symbols_[i] != 0 && input[i] < 0.0F ? 1 : 0;
    symbols_[i] = 2 * symbols_[i] + negative;
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
  const auto symbols = readSymbols(payload.bytes, width(), size, kName);
  if (!symbols) return symbols.error();
  const auto levels = levels_.values();
  values.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t symbol = (*symbols)[i];
    if (symbol / 2 >= levels.size() || symbol == 1)
      return Error{"rounding payload: symbol " + std::to_string(i) + " is " +
                   std::to_string(symbol) + "; allowed: 0, and 2 to " +
                   std::to_string(2 * levels.size() - 1)};
    const float level = levels[symbol / 2];
    values[i] = symbol % 2 == 0 ? level : -level;
  }
  update.setDense(std::move(values));
  return {};
}

BitCounts ExponentialRounding::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  const auto symbols = readSymbols(payload.bytes, width(), size, kName);
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
