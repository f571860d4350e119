// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

#include "core/base/multiversion.h"
#include "core/base/random_words.h"
#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/norms.h"
#include "core/compress/packed_symbols.h"

namespace telegrad {
namespace {

constexpr const char* kIntegerName = "integer rounding";
constexpr unsigned kFloats = 32;              // the width that says: not levels, but floats
constexpr double kMostLevels = 0x1p30 - 2.0;  // of either sign: the code has 31 bits at most
constexpr double kRounder = 0x1.8p52;         // doubles about it are whole numbers, ties to even

/// 0, -1, 1, -2, 2, ... as 0, 1, 2, 3, 4, ...
inline std::uint32_t codeOf(std::int32_t level) {
  const auto bits = static_cast<std::uint32_t>(level);
  return bits << 1U ^ (0U - (bits >> 31U));
}
inline std::int32_t levelOf(std::uint32_t code) {
  return static_cast<std::int32_t>(code >> 1U ^ (0U - (code & 1U)));
}

/// Writes the codes of rint(chi x_i) and returns the largest. |chi x_i| <= kMostLevels.
TELEGRAD_MULTIVERSION
std::uint32_t roundToNearest(const float* x, std::size_t count, double chi, std::uint32_t* codes) {
  std::uint32_t largest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    codes[i] = codeOf(static_cast<std::int32_t>((chi * x[i] + kRounder) - kRounder));
    largest = std::max(largest, codes[i]);
  }
  return largest;
}

TELEGRAD_MULTIVERSION
std::uint32_t roundAtRandom(const float* x, const std::uint32_t* words, std::size_t count,
                            double chi, std::uint32_t* codes) {
  std::uint32_t largest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double level = chi * x[i];
    const double below = std::floor(level);
    const std::int32_t up = words[i] < (level - below) * 0x1p32 ? 1 : 0;
    codes[i] = codeOf(static_cast<std::int32_t>(below) + up);
    largest = std::max(largest, codes[i]);
  }
  return largest;
}

TELEGRAD_MULTIVERSION
void divide(const std::uint32_t* codes, std::size_t count, double chi, float* to) {
  for (std::size_t i = 0; i < count; ++i)
    to[i] = static_cast<float>(static_cast<double>(levelOf(codes[i])) / chi);
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
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  std::uint32_t roundToLevels(std::span<const float> input, Random& random);
  void roundToFloats(std::span<const float> input, Random& random);

  double chi_;
  bool random_;
  std::vector<std::uint32_t> codes_;  // scratch
};

std::uint32_t IntegerRounding::roundToLevels(std::span<const float> input, Random& random) {
  if (!random_) return roundToNearest(input.data(), input.size(), chi_, codes_.data());
  constexpr std::size_t kStretch = 2048;  // entries that stay in the nearest cache
  std::array<std::uint32_t, kStretch> words{};
  const RandomWords stream(random);
  std::uint32_t largest = 0;
  for (std::size_t begin = 0; begin < input.size(); begin += kStretch) {
    const std::size_t count = std::min(kStretch, input.size() - begin);
    stream.fill(begin, words);
    largest = std::max(largest, roundAtRandom(input.data() + begin, words.data(), count, chi_,
                                              codes_.data() + begin));
  }
  return largest;
}

/// Far from 0 every float is a multiple of 1/chi, as nearly as floats can be.
void IntegerRounding::roundToFloats(std::span<const float> input, Random& random) {
  constexpr double kMost = std::numeric_limits<float>::max();
  for (std::size_t i = 0; i < input.size(); ++i) {
    const double x = chi_ * input[i];
    const double below = std::floor(x);
    const double level =
        random_ ? below + (random.next32() < (x - below) * 0x1p32 ? 1.0 : 0.0) : std::nearbyint(x);
    codes_[i] =
        std::bit_cast<std::uint32_t>(static_cast<float>(std::clamp(level / chi_, -kMost, kMost)));
  }
}

Result<void> IntegerRounding::compress(std::span<const float> input, const Layout& layout,
                                       Random& random, Payload& payload) {
  assert(input.size() == elementCount(layout));
  const float most = greatestMagnitude(input);
  if (!std::isfinite(most)) return notFinite(input, layout);
  payload.bytes.clear();
  payload.valueBits = payload.indexBits = 0;
  if (input.empty()) return {};
  codes_.resize(input.size());
  unsigned width = kFloats;
  if (chi_ * most <= kMostLevels)
    width = static_cast<unsigned>(std::bit_width(roundToLevels(input, random)));
  else
    roundToFloats(input, random);
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
    return Error{
        said("%1 payload: read %2 bytes; allowed: none for no entries, a width and levels for %3",
             kIntegerName, bytes.size(), size)};
  if (size == 0) return {};
  const auto width = std::to_integer<unsigned>(bytes.front());
  if (width > kFloats)
    return Error{
        said("%1 payload: read a width of %2 bits; allowed: 0 to 32", kIntegerName, width)};
  const auto codes = readSymbols(bytes.subspan(1), width, size, kIntegerName);
  if (!codes) return codes.error();
  values.resize(size);
  if (width == kFloats)
    std::memcpy(values.data(), bytes.data() + 1, size * sizeof(float));
  else
    divide(codes->data(), size, chi_, values.data());
  update.setDense(std::move(values));
  return {};
}

/// Paper: the width of each level, which is what is sent.
BitCounts IntegerRounding::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  if (payload.bytes.empty() || size == 0) return {};
  const auto width = std::to_integer<unsigned>(payload.bytes.front());
  if (width > kFloats) return {};
  const auto codes = readSymbols(std::span(payload.bytes).subspan(1), width, size, kIntegerName);
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
  entry.classes = [](const Settings& /*settings*/, const Layout& /*layout*/) {
    return ClassParameters{};
  };
  entry.make = [](const Settings& settings) { return std::make_unique<IntegerRounding>(settings); };
  return entry;
}

}  // namespace telegrad
