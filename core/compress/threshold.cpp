// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "core/compress/finite.h"
#include "core/compress/reached_magnitudes.h"
#include "core/compress/sparsifier.h"

namespace telegrad {
namespace {

/// Keeps the entries with |x_i| >= v, v as a float; of some vectors that is none. The error is
/// absolute, ||C(x) - x||^2 <= d v^2, and vectors below v are lost whole, so that the operator is
/// in none of the classes.
///
/// Shapes: payload the kept entries as SparsePayload writes them.
/// Errors: decode, as SparsePayload.
class Threshold final : public PositionSender {
 public:
  explicit Threshold(const Settings& settings)
      : PositionSender({"threshold", settings.choice("index_coding"), 0}) {
    configure(settings);
  }

  void configure(const Settings& settings) override {
    threshold_ = static_cast<float>(settings.real("threshold"));
  }
  void exchange(StateArchive& /*state*/) override {}

  Result<void> keep(std::span<const float> input, const Layout& layout, Random& /*random*/,
                    Update::Entries& kept) override {
    if (!reached_.collect(input, threshold_)) return notFinite(input, layout);
    const auto indices = reached_.indices();
    const auto bits = reached_.bits();
    kept.indices.assign(indices.begin(), indices.end());
    kept.values.resize(bits.size());
    if (!bits.empty()) std::memcpy(kept.values.data(), bits.data(), bits.size_bytes());
    return {};
  }

  Result<void> compress(std::span<const float> input, const Layout& layout, Random& /*random*/,
                        Payload& payload) override {
    if (!reached_.collect(input, threshold_)) return notFinite(input, layout);
    form().write(reached_.indices(), std::as_bytes(reached_.bits()), input.size(), payload);
    return {};
  }

 private:
  float threshold_ = 0.0F;
  ReachedMagnitudes reached_;
};

}  // namespace

CompressorEntry threshold() {
  CompressorEntry entry;
  entry.key = "threshold";
  entry.name = "Threshold";
  entry.summary = "Keeps the entries whose magnitude reaches a threshold.";
  entry.source =
      "Dutta, Bergou, Abdelmoniem, Ho, Sahu, Canini and Kalnis, On the Discrepancy between the "
      "Theoretical Analysis and Practical Implementations of Compressed Communication for "
      "Distributed Deep Learning, AAAI 2020";
  entry.parameters = {
      {.key = "threshold",
       .label = "Threshold v",
       .unit = "",
       .help = "Entries of at least this magnitude are sent, all others are left out: a smaller "
               "one sends more.",
       .kind = Real{.initial = 0.01,
                    .min = 1e-10,
                    .max = 1e10,
                    .scale = Scale::Log,
                    .slider = SliderRange{1e-5, 10.0}},
       .change = Change::BetweenIterations},
      SparsePayload::parameter()};
  entry.classes = [](const Settings& /*settings*/, const Layout& /*layout*/) {
    return ClassParameters{};
  };
  entry.make = [](const Settings& settings) { return std::make_unique<Threshold>(settings); };
  return entry;
}

}  // namespace telegrad
