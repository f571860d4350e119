// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

#include "core/base/multiversion.h"
#include "core/base/random_words.h"
#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/bit_counts.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/magnitude_kernels.h"
#include "core/compress/sign_bits.h"

namespace telegrad {
namespace {

constexpr unsigned kMantissaBits = 23;
constexpr std::uint32_t kGreatestExponent = 254;  // biased, of finite floats

/// Rounds |x| to a power of two: adds 23 random bits below the exponent, where a carry has the
/// probability mantissa / 2^23 exactly. False if an entry is not finite.
TELEGRAD_MULTIVERSION
bool roundExponents(const float* x, const std::uint32_t* words, std::size_t count,
                    std::byte* exponents) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t magnitude = std::bit_cast<std::uint32_t>(x[i]) & kMagnitudeMask;
    greatest = std::max(greatest, magnitude);
    const std::uint32_t rounded = (magnitude + (words[i] >> 9U)) >> kMantissaBits;
    exponents[i] = static_cast<std::byte>(std::min(rounded, kGreatestExponent));
  }
  return greatest < kInfinityBits;
}

/// Puts the exponents under the signs of `to`'s zeros. False if one is that of no finite number.
TELEGRAD_MULTIVERSION
bool setExponents(const std::byte* exponents, std::size_t count, float* to) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto exponent = std::to_integer<std::uint32_t>(exponents[i]);
    greatest = std::max(greatest, exponent);
    to[i] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(to[i]) | exponent << kMantissaBits);
  }
  return greatest <= kGreatestExponent;
}

/// Each entry becomes one of the two powers of two about it, at random and right in the mean:
///
///     2^a <= |x_i| <= 2^{a+1}:  sign(x_i) 2^{a+1} with probability |x_i| / 2^a - 1, else
///                               sign(x_i) 2^a;   0 -> 0.
///
/// E C(x) = x and E ||C(x)||^2 <= 9/8 ||x||^2 for floats from 2^-126 to 2^127. Beyond 2^127 there
/// is no power of two to go up to: such entries become 2^127. Subnormal ones become 2^-126 or zero,
/// which is right in the mean, but of larger variance.
///
/// Shapes: payload d bytes of biased exponents, 0 for zero, then d sign bits: 9 bits an entry.
/// Errors: decode refuses another length, an exponent of ones, and bits set after the last sign.
/// Source: Horvath, Ho, Horvath, Sahu, Canini and Richtarik, Natural Compression for Distributed
///   Deep Learning, MSML 2022.
class NaturalCompression final : public Compressor {
 public:
  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  /// Entries that stay in the nearest cache with their words.
  static constexpr std::size_t kStretch = 2048;
};

Result<void> NaturalCompression::compress(std::span<const float> input, const Layout& layout,
                                          Random& random, Payload& payload) {
  const std::size_t size = input.size();
  assert(size == elementCount(layout));
  payload.bytes.resize(size + packedBytes(size, 1));
  payload.valueBits = 9 * static_cast<std::int64_t>(size);
  payload.indexBits = 0;
  if (size == 0) return {};
  const RandomWords stream(random);
  std::array<std::uint32_t, kStretch> words;  // NOLINT: filled before it is read
  auto* const exponents = payload.bytes.data();
  auto* const signs = exponents + size;
  bool finite = true;
  for (std::size_t begin = 0; begin < size; begin += kStretch) {
    const std::size_t count = std::min(kStretch, size - begin);
    stream.fill(begin, words);
    finite &= roundExponents(input.data() + begin, words.data(), count, exponents + begin);
    packSigns(input.data() + begin, count, signs + begin / 8);
  }
  if (!finite) return notFinite(input, layout);
  return {};
}

Error misreadNatural(const std::string& what) {
  return Error{said("%1 payload: %2", "natural-compression", what)};
}

Result<void> NaturalCompression::decode(const Payload& payload, const Layout& layout,
                                        Update& update) const {
  const std::size_t size = elementCount(layout);
  const std::size_t expected = size + packedBytes(size, 1);
  auto values = update.takeDense();
  update.setSparse(size, {});
  if (payload.bytes.size() != expected)
    return misreadNatural(
        said("read %1 bytes; allowed: the %2 of %3 entries", payload.bytes.size(), expected, size));
  const auto* const exponents = payload.bytes.data();
  const auto* const signs = exponents + size;
  if (!endsInZeros(signs, size))
    return misreadNatural(said("bits are set after the last sign; allowed: zeros"));
  values.resize(size);
  bool finite = true;
  for (std::size_t begin = 0; begin < size; begin += kStretch) {
    const std::size_t count = std::min(kStretch, size - begin);
    spreadSigns(signs + begin / 8, count, 0.0F, values.data() + begin);
    finite &= setExponents(exponents + begin, count, values.data() + begin);
  }
  if (!finite) return misreadNatural(said("read an exponent of 255; allowed: 0 to 254"));
  update.setDense(std::move(values));
  return {};
}

/// 9 d, and the entropy of sign and exponent together.
BitCounts NaturalCompression::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  std::array<std::uint64_t, 512> occurrences{};
  for (std::size_t i = 0; i < size; ++i) {
    const auto sign = std::to_integer<std::size_t>(payload.bytes[size + i / 8]) >> i % 8 & 1U;
    const auto exponent = std::to_integer<std::size_t>(payload.bytes[i]);
    ++occurrences[exponent == 0 ? 0 : 2 * exponent + sign];
  }
  return {9.0 * static_cast<double>(size), entropyBits(occurrences)};
}

}  // namespace

CompressorEntry naturalCompression() {
  CompressorEntry entry;
  entry.key = "natural-compression";
  entry.name = "Natural compression";
  entry.summary = "Rounds every entry to a power of two, at random and right in the mean.";
  entry.source =
      "Horvath, Ho, Horvath, Sahu, Canini and Richtarik, Natural Compression for Distributed Deep "
      "Learning, MSML 2022";
  entry.classes = [](const Settings& /*settings*/, const Layout& /*layout*/) {
    return classesOfUnbiased(9.0 / 8.0);
  };
  entry.make = [](const Settings& /*settings*/) { return std::make_unique<NaturalCompression>(); };
  return entry;
}

}  // namespace telegrad
