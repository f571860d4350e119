// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/finite.h"
#include "core/compress/norms.h"
#include "core/compress/sparsifier.h"

namespace telegrad {
namespace {

/// Keeps one entry as it is, x_i with probability |x_i| / ||x||_1. Of a zero vector, the first.
///
///     E <C(x), x> = E ||C(x)||^2 = sum_i |x_i|^3 / ||x||_1 >= ||x||^2 / d   (Chebyshev's sum
///     inequality)
///
/// Shapes: payload one entry as SparsePayload writes it.
/// Errors: decode, as SparsePayload; exactly one entry, if there are any.
/// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
///   Learning, JMLR 2023.
class AdaptiveRandom final : public PositionSender {
 public:
  explicit AdaptiveRandom(const Settings& settings)
      : PositionSender({"adaptive-random", settings.choice("index_coding"), 1}) {}

  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}

  Result<void> keep(std::span<const float> input, const Layout& layout, Random& random,
                    Update::Entries& kept) override {
    kept.indices.clear();
    kept.values.clear();
    if (input.empty()) return {};
    sums_.clear();
    double total = 0.0;
    for (std::size_t begin = 0; begin < input.size(); begin += kStretch) {
      total += sumOfMagnitudes(input.subspan(begin, std::min(kStretch, input.size() - begin)));
      sums_.push_back(total);
    }
    if (!std::isfinite(total)) return notFinite(input, layout);
    // Rounding may take the product to the sum itself, which no entry passes.
    const double mark = std::min(random.uniform() * total, std::nextafter(total, 0.0));
    const std::size_t chosen = total > 0.0 ? find(input, mark) : 0;
    kept.indices.push_back(static_cast<std::uint32_t>(chosen));
    kept.values.push_back(input[chosen]);
    return {};
  }

  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override {
    if (auto done = PositionSender::decode(payload, layout, update); !done) return done;
    const std::size_t size = elementCount(layout);
    const std::size_t read = update.entries()->indices.size();
    if (read <= 1) return {};
    update.setSparse(size, {});
    return Error{said("adaptive-random payload: read %1 entries; allowed: 1", read)};
  }

  /// ceil(log2 d), as the paper counts, and log2 d.
  BitCounts positionCounts(std::span<const std::uint32_t> positions,
                           const Layout& layout) const override {
    if (positions.empty()) return {};
    const std::size_t size = elementCount(layout);
    return {static_cast<double>(indexWidth(size)), std::log2(static_cast<double>(size))};
  }

 private:
  static constexpr std::size_t kStretch = 4096;

  /// Where the sum of magnitudes from the first entry on passes `mark`, which is below their whole
  /// sum: never at a zero.
  std::size_t find(std::span<const float> input, double mark) const {
    const auto stretch =
        static_cast<std::size_t>(std::ranges::upper_bound(sums_, mark) - sums_.begin());
    const std::size_t begin = kStretch * stretch;
    const std::size_t end = std::min(begin + kStretch, input.size());
    double sum = stretch == 0 ? 0.0 : sums_[stretch - 1];
    std::size_t last = begin;
    for (std::size_t i = begin; i < end; ++i) {
      if (input[i] == 0.0F) continue;
      last = i;
      sum += static_cast<double>(std::abs(input[i]));
      if (sum > mark) break;
    }
    return last;  // where rounding leaves the sum short, the last that is not zero
  }

  std::vector<double> sums_;  // of magnitudes up to the end of each stretch
};

}  // namespace

CompressorEntry adaptiveRandom() {
  CompressorEntry entry;
  entry.key = "adaptive-random";
  entry.name = "Adaptive random";
  entry.summary = "Keeps one entry at random, the larger the likelier.";
  entry.source =
      "Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed "
      "Learning, JMLR 2023";
  entry.parameters = {SparsePayload::parameter()};
  entry.classes = [](const Settings& /*settings*/, const Layout& layout) {
    return classesOfSparsifier(1.0 / static_cast<double>(elementCount(layout)));
  };
  entry.make = [](const Settings& settings) { return std::make_unique<AdaptiveRandom>(settings); };
  return entry;
}

}  // namespace telegrad
