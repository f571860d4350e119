// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "core/base/multiversion.h"
#include "core/compress/exponential_rounding.h"

namespace telegrad {
namespace {

/// In double the middle is exact. Above the last level is infinity, which is never nearer.
TELEGRAD_MULTIVERSION
void roundToNearest(const float* x, std::size_t count, const float* below, const float* above,
                    std::uint32_t* indices) {
  for (std::size_t i = 0; i < count; ++i) {
    const double twice = 2.0 * std::abs(static_cast<double>(x[i]));
    const double sum = static_cast<double>(below[indices[i]]) + above[indices[i]];
    indices[i] += twice > sum ? 1 : 0;
  }
}

/// Rounds each magnitude to the nearest power of b; halfway, to the lower one; 0 to 0:
///
///     C(x)_i = sign(x_i) argmin_{a = b^j} | a - |x_i| |
///
/// On numbers between the least and the largest power it is of B1((2/(b+1))^2, 2b/(b+1)),
/// B2(2/(b+1), 2b/(b+1)) and B3((b+1)^2 / (4b)). Below the least, the nearer of that and 0 is
/// taken.
///
/// Shapes, errors: as ExponentialRounding says.
/// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
///   Learning, JMLR 2023.
class BiasedRounding final : public ExponentialRounding {
 public:
  using ExponentialRounding::ExponentialRounding;

 protected:
  void choose(std::span<const float> x, std::span<const std::uint32_t> /*words*/,
              std::span<std::uint32_t> indices) const override {
    roundToNearest(x.data(), x.size(), levels().values().data(), levels().above().data(),
                   indices.data());
  }
  bool drawsWords() const override { return false; }
};

}  // namespace

CompressorEntry biasedRounding() {
  CompressorEntry entry;
  entry.key = "biased-rounding";
  entry.name = "Biased rounding";
  entry.summary = "Rounds every entry to the nearest power of a base.";
  entry.source =
      "Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed "
      "Learning, JMLR 2023";
  entry.parameters = {ExponentialRounding::baseParameter()};
  entry.classes = [](const Settings& settings, const Layout& /*layout*/) {
    const double b = settings.real("base");
    const double gamma = 2.0 / (b + 1.0);
    const double beta = 2.0 * b / (b + 1.0);
    ClassParameters classes;
    classes.b1 = {gamma * gamma, beta};
    classes.b2 = {gamma, beta};
    classes.delta = (b + 1.0) * (b + 1.0) / (4.0 * b);
    return classes;
  };
  entry.make = [](const Settings& settings) { return std::make_unique<BiasedRounding>(settings); };
  return entry;
}

}  // namespace telegrad
