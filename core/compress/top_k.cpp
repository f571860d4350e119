// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "core/codec/bit_packing.h"
#include "core/compress/bit_counts.h"
#include "core/compress/finite.h"
#include "core/compress/kept_amount.h"
#include "core/compress/largest_magnitudes.h"
#include "core/compress/sparsifier.h"

namespace telegrad {
namespace {

/// Keeps the entries of largest magnitude, of each tensor or of the whole vector; of equals, the
/// first. Of d entries, k = max(1, floor(fraction * d)), or a count clamped to [1, d].
///
/// Shapes: payload the k entries as SparsePayload writes them.
/// Errors: decode, as SparsePayload; at least one entry, if there are any.
class TopK final : public PositionSender {
 public:
  explicit TopK(const Settings& settings)
      : PositionSender({"top-k", settings.choice("index_coding"), 1}),
        amount_(settings),
        perTensor_(settings.choice("scope") == "tensor") {}

  void configure(const Settings& settings) override {
    amount_.configure(settings);
    fractions_.clear();
  }
  void exchange(StateArchive& state) override {
    state(amount_);
    state.list(fractions_);
  }

  bool setKeptFraction(double fraction) override {
    amount_.setFraction(fraction);
    fractions_.clear();
    return true;
  }
  bool setKeptFractions(std::span<const double> fractions) override {
    if (!perTensor_) return false;
    fractions_.assign(fractions.begin(), fractions.end());
    return true;
  }
  std::optional<std::size_t> bytesFor(double fraction, const Layout& layout) const override;

  Result<void> keep(std::span<const float> input, const Layout& layout, Random& random,
                    Update::Entries& kept) override;
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  BitCounts positionCounts(std::span<const std::uint32_t> positions,
                           const Layout& layout) const override;

 private:
  Result<void> choose(std::span<const float> input, const Layout& layout);

  KeptAmount amount_;
  bool perTensor_;
  std::vector<double> fractions_;  // one a tensor, which then count instead; or none
  LargestMagnitudes largest_;
};

Result<void> TopK::choose(std::span<const float> input, const Layout& layout) {
  assert(input.size() == elementCount(layout));
  assert(indexWidth(input.size()) <= 32);
  largest_.clear();
  assert(fractions_.empty() || fractions_.size() == layout.size());
  const auto collect = [&](std::size_t begin, std::size_t size, std::size_t kept) {
    largest_.collect(input.subspan(begin, size), static_cast<std::uint32_t>(begin), kept);
  };
  for (std::size_t t = 0; perTensor_ && t < layout.size(); ++t)
    if (const std::size_t size = layout[t].size(); size > 0)
      collect(layout[t].offset, size,
              fractions_.empty() ? amount_.of(size) : keptCount(fractions_[t], size));
  if (!perTensor_ && !input.empty()) collect(0, input.size(), amount_.of(input.size()));
  if (!largest_.finite()) return notFinite(input, layout);
  return {};
}

Result<void> TopK::keep(std::span<const float> input, const Layout& layout, Random& /*random*/,
                        Update::Entries& kept) {
  if (auto done = choose(input, layout); !done) return done;
  const auto indices = largest_.indices();
  const auto bits = largest_.bits();
  kept.indices.assign(indices.begin(), indices.end());
  kept.values.resize(bits.size());
  if (!bits.empty()) std::memcpy(kept.values.data(), bits.data(), bits.size_bytes());
  return {};
}

/// Straight from where they were collected.
Result<void> TopK::compress(std::span<const float> input, const Layout& layout, Random& /*random*/,
                            Payload& payload) {
  if (auto done = choose(input, layout); !done) return done;
  form().write(largest_.indices(), std::as_bytes(largest_.bits()), input.size(), payload);
  return {};
}

std::optional<std::size_t> TopK::bytesFor(double fraction, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  std::size_t count = 0;
  if (perTensor_) {
    for (const auto& tensor : layout)
      if (tensor.size() > 0) count += keptCount(fraction, tensor.size());
  } else if (size > 0) {
    count = keptCount(fraction, size);
  }
  return form().bytesFor(count, size);
}

/// log2 C(d, k) of each tensor, or of the whole vector.
BitCounts TopK::positionCounts(std::span<const std::uint32_t> positions,
                               const Layout& layout) const {
  double bits = 0.0;
  const auto add = [&](std::size_t begin, std::size_t size) {
    const auto first = std::ranges::lower_bound(positions, begin);
    const auto last = std::ranges::lower_bound(positions, begin + size);
    bits += log2Choose(size, static_cast<std::size_t>(last - first));
  };
  if (perTensor_)
    for (const auto& tensor : layout) add(tensor.offset, tensor.size());
  else
    add(0, elementCount(layout));
  return {bits, bits};
}

std::vector<Parameter> parameters() {
  return {
      {.key = "amount",
       .label = "Amount given as",
       .unit = "",
       .help = "Whether a share of the entries is kept or a number of them.",
       .kind = Choice{"fraction", {"fraction", "count"}, {"kept fraction", "kept count"}}},
      {.key = "fraction",
       .label = "Kept fraction k",
       .unit = "",
       .help = "Share of the entries that is sent, of each tensor or of the whole model; at least "
               "one entry is.",
       .kind = Real{.initial = 0.01, .min = 1e-4, .max = 1.0, .scale = Scale::Log, .share = true},
       .change = Change::BetweenIterations,
       .onlyWith = Condition{"amount", "fraction"}},
      {.key = "count",
       .label = "Kept count k",
       .unit = "",
       .help = "Number of entries that are sent: of each tensor, or of the whole model, as the "
               "scope says; at most all.",
       .kind = Integer{1000, 1, 1'000'000'000, Scale::Log},
       .change = Change::BetweenIterations,
       .onlyWith = Condition{"amount", "count"}},
      {.key = "scope",
       .label = "Largest of",
       .unit = "",
       .help = "Whether the largest entries are chosen from each tensor by itself or from the "
               "whole model.",
       .kind = Choice{"tensor", {"tensor", "model"}, {"per tensor", "whole model"}}},
      SparsePayload::parameter(),
  };
}

/// What is certainly kept of ||x||^2: k / d, or where it is chosen from each tensor by itself the
/// least k_t / d_t, as all that x has may be in that tensor.
double leastShare(const Settings& settings, const Layout& layout) {
  const KeptAmount amount(settings);
  const auto share = [&](std::size_t size) {
    return static_cast<double>(amount.of(size)) / static_cast<double>(size);
  };
  if (settings.choice("scope") == "model") return share(elementCount(layout));
  double least = 1.0;
  for (const auto& tensor : layout)
    if (tensor.size() > 0) least = std::min(least, share(tensor.size()));
  return least;
}

}  // namespace

/// As many entries as Top-k keeps of each tensor or, chosen from the whole model, of all of them as
/// one tensor.
Layout keptByTopK(const Settings& settings, const Layout& layout) {
  const KeptAmount amount(settings);
  const auto tensorOf = [](std::size_t size, std::size_t offset) {
    return NamedTensor{"kept", {static_cast<std::int64_t>(size)}, offset};
  };
  if (settings.choice("scope") == "model") return {tensorOf(amount.of(elementCount(layout)), 0)};
  Layout kept;
  for (const auto& tensor : layout)
    if (tensor.size() > 0) kept.push_back(tensorOf(amount.of(tensor.size()), elementCount(kept)));
  return kept;
}

CompressorEntry topK() {
  CompressorEntry entry;
  entry.key = "top-k";
  entry.name = "Top-k";
  entry.summary = "Keeps the entries of largest magnitude.";
  entry.source =
      "Aji and Heafield, Sparse Communication for Distributed Gradient Descent, EMNLP 2017";
  entry.parameters = parameters();
  entry.classes = [](const Settings& settings, const Layout& layout) {
    return classesOfSparsifier(leastShare(settings, layout));
  };
  entry.make = [](const Settings& settings) { return std::make_unique<TopK>(settings); };
  return entry;
}

}  // namespace telegrad
