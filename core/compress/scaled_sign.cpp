// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/bit_counts.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/largest_tensor.h"
#include "core/compress/norms.h"
#include "core/compress/sign_bits.h"

namespace telegrad {
namespace {

constexpr std::size_t kMagnitudeBytes = sizeof(float);
/// Entries that stay in the nearest cache between their sum and their signs.
constexpr std::size_t kSignStretch = 4096;

/// The mean magnitude with each entry's sign, of each tensor or of the whole vector:
///
///     C(x) = ||x||_1 / d sign(x), sign(0) = +1.
///
/// It is in B1(1/d, 1), B2(1/d, 1) and B3(d), d the entries of the largest tensor or of the vector,
/// as ||C(x)||^2 = <C(x), x> = ||x||_1^2 / d.
///
/// Shapes: payload, for each tensor that has entries or for the vector, the mean magnitude as
///   little-endian float32, then its signs, lowest bit first, up to a whole byte.
/// Errors: decode refuses another length, a mean that is negative or not finite, and bits set after
///   the last sign of a tensor.
/// Source: Karimireddy, Rebjock, Stich and Jaggi, Error Feedback Fixes SignSGD and other Gradient
///   Compression Schemes, ICML 2019.
class ScaledSign final : public Compressor {
 public:
  explicit ScaledSign(bool perTensor) : perTensor_(perTensor) {}

  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  /// The runs of entries that share a scale: calls visit(begin, size) for each.
  template <typename Visit>
  void forEachRun(const Layout& layout, const Visit& visit) const {
    const std::size_t size = elementCount(layout);
    if (!perTensor_ && size > 0) visit(std::size_t{0}, size);
    if (!perTensor_) return;
    for (const auto& tensor : layout)
      if (tensor.size() > 0) visit(tensor.offset, tensor.size());
  }
  std::size_t bytesOf(const Layout& layout) const {
    std::size_t bytes = 0;
    forEachRun(layout, [&](std::size_t /*begin*/, std::size_t size) {
      bytes += kMagnitudeBytes + packedBytes(size, 1);
    });
    return bytes;
  }

  bool perTensor_;
};

/// Writes the run's scale and signs. False if an entry is not finite.
bool encodeRun(std::span<const float> x, std::byte* to) {
  double sum = 0.0;
  for (std::size_t begin = 0; begin < x.size(); begin += kSignStretch) {
    const auto some = x.subspan(begin, std::min(kSignStretch, x.size() - begin));
    sum += sumOfMagnitudes(some);
    packSigns(some.data(), some.size(), to + kMagnitudeBytes + begin / 8);
  }
  const auto scale = static_cast<float>(sum / static_cast<double>(x.size()));
  std::memcpy(to, &scale, kMagnitudeBytes);
  return std::isfinite(sum);
}

Result<void> ScaledSign::compress(std::span<const float> input, const Layout& layout,
                                  Random& /*random*/, Payload& payload) {
  assert(input.size() == elementCount(layout));
  payload.bytes.resize(bytesOf(layout));
  payload.valueBits = payload.indexBits = 0;
  auto* to = payload.bytes.data();
  bool finite = true;
  forEachRun(layout, [&](std::size_t begin, std::size_t size) {
    finite &= encodeRun(input.subspan(begin, size), to);
    to += kMagnitudeBytes + packedBytes(size, 1);
    payload.valueBits += static_cast<std::int64_t>(8 * kMagnitudeBytes + size);
  });
  if (!finite) return notFinite(input, layout);
  return {};
}

Error misreadScaledSign(const std::string& what) {
  return Error{said("%1 payload: %2", "scaled-sign", what)};
}

Result<void> ScaledSign::decode(const Payload& payload, const Layout& layout,
                                Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  if (payload.bytes.size() != bytesOf(layout))
    return misreadScaledSign(said("read %1 bytes; allowed: the %2 of %3 entries",
                                  payload.bytes.size(), bytesOf(layout), size));
  values.resize(size);
  const auto* from = payload.bytes.data();
  Result<void> done;
  forEachRun(layout, [&](std::size_t begin, std::size_t run) {
    float scale = 0.0F;
    std::memcpy(&scale, from, kMagnitudeBytes);
    const auto* const signs = from + kMagnitudeBytes;
    if (!std::isfinite(scale) || std::signbit(scale))
      done = misreadScaledSign(
          said("read a mean magnitude of %1; allowed: finite numbers that are not negative",
               std::to_string(scale)));
    if (!endsInZeros(signs, run))
      done = misreadScaledSign(said("bits are set after the last sign; allowed: zeros"));
    spreadSigns(signs, run, scale, values.data() + begin);
    from = signs + packedBytes(run, 1);
  });
  if (!done) return done;
  update.setDense(std::move(values));
  return {};
}

/// 32 + d for each scale, and the entropy of each run's signs beside it.
BitCounts ScaledSign::count(const Payload& payload, const Layout& layout) const {
  BitCounts bits;
  const auto* from = payload.bytes.data();
  forEachRun(layout, [&](std::size_t /*begin*/, std::size_t size) {
    constexpr double kScaleBits = 8.0 * kMagnitudeBytes;
    bits.paper += kScaleBits + static_cast<double>(size);
    bits.entropy += kScaleBits + signEntropy(from + kMagnitudeBytes, size);
    from += kMagnitudeBytes + packedBytes(size, 1);
  });
  return bits;
}

}  // namespace

CompressorEntry scaledSign() {
  CompressorEntry entry;
  entry.key = "scaled-sign";
  entry.name = "Scaled sign";
  entry.summary = "Sends each entry's sign, and the mean magnitude once.";
  entry.source =
      "Karimireddy, Rebjock, Stich and Jaggi, Error Feedback Fixes SignSGD and other Gradient "
      "Compression Schemes, ICML 2019";
  entry.parameters = {
      {.key = "scope",
       .label = "Mean of",
       .unit = "",
       .help = "Whether each tensor has its own mean magnitude or the whole model has one.",
       .kind = Choice{"tensor", {"tensor", "model"}, {"each tensor", "whole model"}}}};
  entry.classes = [](const Settings& settings, const Layout& layout) {
    const bool perTensor = settings.choice("scope") == "tensor";
    const std::size_t most = perTensor ? largestTensor(layout) : elementCount(layout);
    return classesOfSparsifier(1.0 / static_cast<double>(most));
  };
  entry.make = [](const Settings& settings) {
    return std::make_unique<ScaledSign>(settings.choice("scope") == "tensor");
  };
  return entry;
}

}  // namespace telegrad
