// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "core/base/multiversion.h"
#include "core/compress/exponential_rounding.h"

namespace telegrad {
namespace {

/// Above the last level is infinity, to which the probability is 0.
TELEGRAD_MULTIVERSION
void roundAtRandom(const float* x, const std::uint32_t* words, std::size_t count,
                   const float* below, const float* above, std::uint32_t* indices) {
  for (std::size_t i = 0; i < count; ++i) {
    const double low = below[indices[i]];
    const double share = (std::abs(static_cast<double>(x[i])) - low) / (above[indices[i]] - low);
    indices[i] += words[i] < share * 0x1p32 ? 1 : 0;
  }
}

/// Rounds each magnitude to one of the two powers of b that it lies between, at random, so that it
/// is right in the mean:
///
///     a = b^j <= |x_i| <= b^(j+1) = c:   C(x)_i = sign(x_i) c with probability (|x_i| - a) / (c -
///     a),
///                                               sign(x_i) a otherwise;   0 -> 0
///
/// It is of U(zeta), zeta = (b + 1/b + 2) / 4, on numbers between the least and the largest power;
/// below the least it rounds to that or to 0 and stays unbiased, above the largest it does not.
/// Probabilities are multiples of 2^-32. Base 2 is natural compression.
///
/// Shapes, errors: as ExponentialRounding says.
/// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
///   Learning, JMLR 2023; base 2: Horvath et al., Natural Compression for Distributed Deep
///   Learning, MSML 2022.
class UnbiasedRounding final : public ExponentialRounding {
 public:
  using ExponentialRounding::ExponentialRounding;

 protected:
  void choose(std::span<const float> x, std::span<const std::uint32_t> words,
              std::span<std::uint32_t> indices) const override {
    roundAtRandom(x.data(), words.data(), x.size(), levels().values().data(),
                  levels().above().data(), indices.data());
  }
  bool drawsWords() const override { return true; }
};

}  // namespace

CompressorEntry unbiasedRounding() {
  CompressorEntry entry;
  entry.key = "unbiased-rounding";
  entry.name = "Unbiased rounding";
  entry.summary =
      "Rounds every entry to a power of a base, up or down at random, right in the mean.";
  entry.source =
      "Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed "
      "Learning, JMLR 2023";
  entry.parameters = {ExponentialRounding::baseParameter()};
  entry.classes = [](const Settings& settings, const Layout& /*layout*/) {
    const double b = settings.real("base");
    return classesOfUnbiased((b + 1.0 / b + 2.0) / 4.0);
  };
  entry.make = [](const Settings& settings) {
    return std::make_unique<UnbiasedRounding>(settings);
  };
  return entry;
}

}  // namespace telegrad
