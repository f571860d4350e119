// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

#include "core/codec/bit_packing.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/packed_symbols.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

constexpr const char* kName = "integer rounding";
constexpr unsigned kFloats = 32;              // the width that says: not levels, but floats
constexpr double kMostLevels = 0x1p30 - 2.0;  // of either sign: the code has 31 bits at most
constexpr double kRounder = 0x1.8p52;         // doubles about it are whole numbers, ties to even

/// 0, -1, 1, -2, 2, ... as 0, 1, 2, 3, 4, ...
std::uint32_t codeOf(std::int32_t level) {
  const auto bits = static_cast<std::uint32_t>(level);
  return level < 0 ? ~(bits << 1U) : bits << 1U;
}
std::int32_t levelOf(std::uint32_t code) {
  const auto half = static_cast<std::int32_t>(code >> 1U);
  return (code & 1U) == 0 ? half : -half - 1;
}

/// Rounds every entry to a multiple of 1/chi: to the nearest, halves to the even one, or to one of
/// the two about it at random so that it is right in the mean:
///
///     C(x)_i = rint(chi x_i) / chi     or     (floor(chi x_i) + Bernoulli(chi x_i - floor)) / chi
///
/// ||C(x) - x||^2 <= d / (4 chi^2), in the mean d / (4 chi^2) at random as well: an absolute error,
/// so it is of no class, as what is short against 1/chi is lost.
///
/// Shapes: payload one byte w, then the levels chi C(x)_i packed to w bits each, in the order 0,
/// -1,
///   1, -2, ...: w is what the largest of this vector needs, 0 to 31. Where a level may not fit
///   into 31 bits, w = 32 and the numbers C(x)_i themselves follow as float32: nothing overflows.
/// Errors: decode refuses another length, a width above 32, and bits set after the last level.
/// Source: Sapio, Canini, Ho, Nelson, Kalnis, Kim, Krishnamurthy, Moshref, Ports and Richtarik,
///   Scaling Distributed Machine Learning with In-Network Aggregation, NSDI 2021; at random:
///   Mishchenko, Wang, Kovalev and Richtarik, IntSGD, ICLR 2022.
class IntegerRounding final : public Compressor {
 public:
  explicit IntegerRounding(const Settings& settings)
      : chi_(settings.real("scale")),
        random_(settings.choice("rounding") == "random") {}

  void configure(const Settings& /*settings*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  double round(double x, Random& random) const {
    if (!random_) return std::abs(x) < 0x1p51 ? (x + kRounder) - kRounder : x;
    const double below = std::floor(x);
    return below + (random.next32() < (x - below) * 0x1p32 ? 1.0 : 0.0);
  }
  float valueOf(double level) const {
    constexpr double kMost = std::numeric_limits<float>::max();
    return static_cast<float>(std::clamp(level / chi_, -kMost, kMost));
  }

  double chi_;
  bool random_;
  std::vector<std::uint32_t> codes_;  // scratch
};

Result<void> IntegerRounding::compress(std::span<const float> input, const Layout& layout,
                                       Random& random, Payload& payload) {
  assert(input.size() == elementCount(layout));
  if (!std::isfinite(squaredNorm(input))) return notFinite(input, layout);
  payload.bytes.clear();
  payload.valueBits = payload.indexBits = 0;
  if (input.empty()) return {};
  float most = 0.0F;
  for (const float x : input) most = std::max(most, std::abs(x));
  codes_.resize(input.size());
  unsigned width = kFloats;
  if (chi_ * most <= kMostLevels) {
    std::uint32_t largest = 0;
    for (std::size_t i = 0; i < input.size(); ++i) {
      codes_[i] = codeOf(static_cast<std::int32_t>(round(chi_ * input[i], random)));
      largest = std::max(largest, codes_[i]);
    }
    width = static_cast<unsigned>(std::bit_width(largest));
  } else {
    for (std::size_t i = 0; i < input.size(); ++i)
      codes_[i] = std::bit_cast<std::uint32_t>(valueOf(round(chi_ * input[i], random)));
  }
  payload.bytes.push_back(static_cast<std::byte>(width));
  appendPacked(codes_, width, payload.bytes);
  payload.valueBits = static_cast<std::int64_t>(width * input.size());
  return {};
}

Result<void> IntegerRounding::decode(const Payload& payload, const Layout& layout,
                                     Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  const auto bytes = std::span(payload.bytes);
  if (bytes.empty() != (size == 0))
    return Error{"integer rounding payload: read " + std::to_string(bytes.size()) +
                 " bytes; allowed: none for no entries, a width and levels for " +
                 std::to_string(size)};
  if (size == 0) return {};
  const auto width = std::to_integer<unsigned>(bytes.front());
  if (width > kFloats)
    return Error{"integer rounding payload: read a width of " + std::to_string(width) +
                 " bits; allowed: 0 to 32"};
  const auto codes = readSymbols(bytes.subspan(1), width, size, kName);
  if (!codes) return codes.error();
  values.resize(size);
  if (width == kFloats)
    std::memcpy(values.data(), bytes.data() + 1, size * sizeof(float));
  else
    std::ranges::transform(*codes, values.begin(),
                           [this](std::uint32_t code) { return valueOf(levelOf(code)); });
  update.setDense(std::move(values));
  return {};
}

/// Paper: the width of each level, which is what is sent.
BitCounts IntegerRounding::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  if (payload.bytes.empty() || size == 0) return {};
  const auto width = std::to_integer<unsigned>(payload.bytes.front());
  if (width > kFloats) return {};
  const auto codes = readSymbols(std::span(payload.bytes).subspan(1), width, size, kName);
  if (!codes) return {};
  return {static_cast<double>(width) * static_cast<double>(size), symbolEntropy(*codes)};
}

}  // namespace

CompressorEntry integerRounding() {
  CompressorEntry entry;
  entry.key = "integer-rounding";
  entry.name = "Integer rounding";
  entry.summary = "Multiplies every entry by a constant and rounds it to a whole number.";
  entry.source =
      "Sapio, Canini, Ho, Nelson, Kalnis, Kim, Krishnamurthy, Moshref, Ports and Richtarik, "
      "Scaling "
      "Distributed Machine Learning with In-Network Aggregation, NSDI 2021";
  entry.parameters = {
      {.key = "scale",
       .label = "Scale chi",
       .unit = "",
       .help =
           "Entries are rounded to multiples of 1/chi: the larger, the finer, and the more bits "
           "the whole numbers need.",
       .kind = Real{.initial = 10'000.0, .min = 1e-3, .max = 1e9, .scale = Scale::Log}},
      {.key = "rounding",
       .label = "Rounding",
       .unit = "",
       .help = "To the nearest whole number, halves to the even one, or up or down at random so "
               "that it is right in the mean.",
       .kind = Choice{"nearest", {"nearest", "random"}, {"to the nearest", "at random"}}}};
  entry.classes = [](const Settings& /*settings*/, std::size_t /*d*/) { return ClassParameters{}; };
  entry.make = [](const Settings& settings) { return std::make_unique<IntegerRounding>(settings); };
  return entry;
}

}  // namespace telegrad
