// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/norms.h"
#include "core/compress/sign_bits.h"

namespace telegrad {
namespace {

/// The signs alone, for votes: C(x) = sign(x), each entry +1 or -1, sign(0) = +1.
///
/// The length of x is lost, so the operator is in none of the classes. A vector of zeros has
/// nothing to vote for: it is sent as no bytes at all and comes back as zeros.
///
/// Shapes: payload ceil(d / 8) bytes of signs, lowest bit first; none for a vector of zeros.
/// Errors: decode refuses another length and bits set after the last sign.
/// Source: Bernstein, Wang, Azizzadenesheli and Anandkumar, signSGD: Compressed Optimisation for
///   Non-Convex Problems, ICML 2018.
class Sign final : public Compressor {
 public:
  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  /// d, and the entropy of the signs.
  BitCounts count(const Payload& payload, const Layout& layout) const override;
};

Result<void> Sign::compress(std::span<const float> input, const Layout& layout, Random& /*random*/,
                            Payload& payload) {
  assert(input.size() == elementCount(layout));
  payload.bytes.resize(packedBytes(input.size(), 1));
  payload.valueBits = payload.indexBits = 0;
  constexpr std::size_t kStretch = 4096;  // stays in the nearest cache
  float greatest = 0.0F;
  for (std::size_t begin = 0; begin < input.size(); begin += kStretch) {
    const auto some = input.subspan(begin, std::min(kStretch, input.size() - begin));
    const float magnitude = greatestMagnitude(some);
    if (!std::isfinite(magnitude)) return notFinite(input, layout);
    greatest = std::max(greatest, magnitude);
    packSigns(some.data(), some.size(), payload.bytes.data() + begin / 8);
  }
  if (greatest == 0.0F) payload.bytes.clear();
  payload.valueBits = greatest == 0.0F ? 0 : static_cast<std::int64_t>(input.size());
  return {};
}

Result<void> Sign::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  const std::size_t expected = packedBytes(size, 1);
  auto values = update.takeDense();
  update.setSparse(size, {});
  if (payload.bytes.empty()) return {};
  if (payload.bytes.size() != expected)
    return Error{
        said("sign payload: read %1 bytes; allowed: the %2 of %3 entries, or none for zeros",
             payload.bytes.size(), expected, size)};
  if (!endsInZeros(payload.bytes.data(), size))
    return Error{said("sign payload: bits are set after the last sign; allowed: zeros")};
  values.resize(size);
  spreadSigns(payload.bytes.data(), size, 1.0F, values.data());
  update.setDense(std::move(values));
  return {};
}

BitCounts Sign::count(const Payload& payload, const Layout& layout) const {
  if (payload.bytes.empty()) return {};
  const std::size_t size = elementCount(layout);
  return {static_cast<double>(size), signEntropy(payload.bytes.data(), size)};
}

}  // namespace

CompressorEntry sign() {
  CompressorEntry entry;
  entry.key = "sign";
  entry.name = "Sign";
  entry.summary = "Sends each entry's sign and nothing of its size, as votes need it.";
  entry.source =
      "Bernstein, Wang, Azizzadenesheli and Anandkumar, signSGD: Compressed Optimisation for "
      "Non-Convex Problems, ICML 2018";
  entry.classes = [](const Settings& /*settings*/, const Layout& /*layout*/) {
    return ClassParameters{};
  };
  entry.make = [](const Settings& /*settings*/) { return std::make_unique<Sign>(); };
  return entry;
}

}  // namespace telegrad
