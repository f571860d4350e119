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
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/largest_tensor.h"
#include "core/compress/norms.h"
#include "core/compress/packed_symbols.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

constexpr const char* kTernaryName = "ternary";

enum class Reference { Length, Largest, Clipped };

/// 0, 1 or 2 for 0, + and -.
TELEGRAD_MULTIVERSION
void drawSigns(const float* x, const std::uint32_t* words, std::size_t count, double scale,
               std::uint32_t* trits) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t kept = words[i] < std::abs(static_cast<double>(x[i])) * scale ? 1 : 0;
    trits[i] = kept * (1 + (std::bit_cast<std::uint32_t>(x[i]) >> 31U));
  }
}

/// Each entry becomes 0 or its tensor's norm n with its own sign,
///
///     C(x)_i = n sign(x_i) with probability |x_i| / n,  0 otherwise,
///
/// n = ||x||_2 (dithering with one level), n = max |x_i|, or that of the entries clipped to
/// c sigma, sigma^2 = mean x_i^2 (TernGrad, whose gradients have mean 0). Without clipping it is
/// unbiased with E ||C(x) - x||^2 = (n ||x||_1 / ||x||^2 - 1) ||x||^2. Probabilities are multiples
/// of 2^-32.
///
/// Clipping to y leaves it of B1(a, zeta) and B2(a, zeta), a = min(1, c^2 / d), zeta = (1 + sqrt
/// d)/2: E ||C||^2 <= zeta ||y||^2 <= zeta <y, x>, and one clipped entry alone gives <y, x> and
/// ||y||^2 at least c^2 sigma^2 = c^2 ||x||^2 / d.
///
/// Shapes: payload n as float32 of each tensor that is not empty, then d digits 0 (zero), 1 (+n)
/// and
///   2 (-n), five in a byte: 1.6 bits an entry, denser than fields of two bits.
/// Errors: compress refuses a norm beyond float; decode another length, a norm that is negative or
///   not finite, bytes that are no five digits, and digits after the last entry.
/// Source: Wen, Xu, Yan, Wu, Wang, Chen and Li, TernGrad: Ternary Gradients to Reduce Communication
///   in Distributed Deep Learning, NeurIPS 2017; with the l2 norm: Alistarh, Grubic, Li, Tomioka
///   and Vojnovic, QSGD, NeurIPS 2017.
class Ternary final : public Compressor {
 public:
  explicit Ternary(const Settings& settings)
      : reference_(settings.choice("norm") == "l2"    ? Reference::Length
                   : settings.choice("norm") == "max" ? Reference::Largest
                                                      : Reference::Clipped),
        clip_(settings.real("clip")) {}

  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  static std::size_t scalesOf(const Layout& layout) {
    return static_cast<std::size_t>(
        std::ranges::count_if(layout, [](const NamedTensor& t) { return t.size() > 0; }));
  }
  double normOf(std::span<const float> x) const;

  Reference reference_;
  double clip_;
  std::vector<std::uint32_t> trits_;  // scratch
};

/// At least the largest magnitude, unless that is clipped, so that probabilities stay within 1.
double Ternary::normOf(std::span<const float> x) const {
  const double most = greatestMagnitude(x);
  if (most == 0.0 || reference_ == Reference::Largest) return most;
  const double squares = squaredNorm(x);
  if (reference_ == Reference::Length) return std::max(most, std::sqrt(squares));
  const double limit = clip_ * std::sqrt(squares / static_cast<double>(x.size()));
  return std::min(most, std::max<double>(limit, std::numeric_limits<float>::denorm_min()));
}

Result<void> Ternary::compress(std::span<const float> input, const Layout& layout, Random& random,
                               Payload& payload) {
  assert(input.size() == elementCount(layout));
  if (!std::isfinite(greatestMagnitude(input))) return notFinite(input, layout);
  payload.bytes.clear();
  trits_.resize(input.size());
  constexpr std::size_t kStretch = 2048;  // entries that stay in the nearest cache
  std::array<std::uint32_t, kStretch> words{};
  for (const auto& tensor : layout) {
    if (tensor.size() == 0) continue;
    const auto part = input.subspan(tensor.offset, tensor.size());
    const double wanted = normOf(part);
    const auto norm = static_cast<float>(wanted);
    if (!std::isfinite(norm))
      return Error{
          said("tensor \"%1\": its norm is %2, beyond float; allowed: smaller entries, or the "
               "largest magnitude as norm",
               tensor.name, std::to_string(wanted))};
    const auto* bytes = reinterpret_cast<const std::byte*>(&norm);  // NOLINT: its bytes are sent
    payload.bytes.insert(payload.bytes.end(), bytes, bytes + sizeof(norm));
    const double scale = norm > 0.0F ? 0x1p32 / norm : 0.0;
    const RandomWords stream(random);
    for (std::size_t begin = 0; begin < part.size(); begin += kStretch) {
      const std::size_t count = std::min(kStretch, part.size() - begin);
      stream.fill(begin, words);
      drawSigns(part.data() + begin, words.data(), count, scale,
                trits_.data() + tensor.offset + begin);
    }
  }
  const std::size_t scaleBits = 8 * payload.bytes.size();
  appendTrits(trits_, payload.bytes);
  constexpr std::size_t kByte = 8;
  payload.valueBits =
      static_cast<std::int64_t>(scaleBits + (kByte * input.size() + kTritsAByte - 1) / kTritsAByte);
  payload.indexBits = 0;
  return {};
}

Result<void> Ternary::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  const std::size_t scaleBytes = scalesOf(layout) * sizeof(float);
  const std::size_t length = scaleBytes + tritBytes(size);
  if (payload.bytes.size() != length)
    return Error{said("%1 payload: read %2 bytes; allowed: the %3 of %4 norms and %5 digits",
                      kTernaryName, payload.bytes.size(), length, scalesOf(layout), size)};
  const auto trits = readTrits(std::span(payload.bytes).subspan(scaleBytes), size, kTernaryName);
  if (!trits) return trits.error();
  values.resize(size);
  const auto* from = payload.bytes.data();
  for (const auto& tensor : layout) {
    if (tensor.size() == 0) continue;
    float norm = 0.0F;
    std::memcpy(&norm, from, sizeof(norm));
    from += sizeof(norm);
    if (!std::isfinite(norm) || norm < 0.0F)
      return Error{
          said("%1 payload: the norm of tensor \"%2\" is %3; allowed: finite and not negative",
               kTernaryName, tensor.name, std::to_string(norm))};
    const std::array<float, 3> levels{0.0F, norm, -norm};
    for (std::size_t i = tensor.offset; i < tensor.offset + tensor.size(); ++i)
      values[i] = levels[(*trits)[i]];
  }
  update.setDense(std::move(values));
  return {};
}

/// Paper: 32 bits a norm and log2 3 an entry.
BitCounts Ternary::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  const std::size_t scaleBytes = scalesOf(layout) * sizeof(float);
  if (payload.bytes.size() < scaleBytes) return {};
  const auto trits = readTrits(std::span(payload.bytes).subspan(scaleBytes), size, kTernaryName);
  if (!trits) return {};
  const auto scales = 8.0 * static_cast<double>(scaleBytes);
  return {scales + static_cast<double>(size) * std::log2(3.0), scales + symbolEntropy(*trits)};
}

std::vector<Parameter> ternaryParameters() {
  return {{.key = "norm",
           .label = "Norm",
           .unit = "",
           .help = "What entries that are sent become: their tensor's length, its largest "
                   "magnitude, or that once the largest are clipped, which keeps more entries and "
                   "is wrong about the clipped ones.",
           .kind = Choice{"max", {"l2", "max", "clipped"}, {"l2", "largest", "largest, clipped"}}},
          {.key = "clip",
           .label = "Clip at",
           .unit = "",
           .help = "Magnitudes are clipped at so many times the tensor's root mean square.",
           .kind = Real{.initial = 2.5,
                        .min = 0.1,
                        .max = 100.0,
                        .scale = Scale::Log,
                        .slider = SliderRange{0.5, 10.0}},
           .onlyWith = Condition{"norm", "clipped"}}};
}

}  // namespace

CompressorEntry ternary() {
  CompressorEntry entry;
  entry.key = "ternary";
  entry.name = "Ternary";
  entry.summary = "Sends every entry as 0 or plus or minus its tensor's norm, right in the mean.";
  entry.source =
      "Wen, Xu, Yan, Wu, Wang, Chen and Li, TernGrad: Ternary Gradients to Reduce Communication in "
      "Distributed Deep Learning, NeurIPS 2017";
  entry.parameters = ternaryParameters();
  entry.classes = [](const Settings& settings, const Layout& layout) {
    const auto size = static_cast<double>(largestTensor(layout));
    if (settings.choice("norm") == "l2") return classesOfUnbiased(std::sqrt(size));
    const double zeta = (1.0 + std::sqrt(size)) / 2.0;
    if (settings.choice("norm") == "max") return classesOfUnbiased(zeta);
    const double c = settings.real("clip");
    const double share = std::min(1.0, c * c / size);
    ClassParameters classes;
    classes.b1 = {share, zeta};
    classes.b2 = {share, zeta};
    return classes;
  };
  entry.make = [](const Settings& settings) { return std::make_unique<Ternary>(settings); };
  return entry;
}

}  // namespace telegrad
