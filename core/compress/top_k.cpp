// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "core/codec/bit_packing.h"
#include "core/compress/bit_counts.h"
#include "core/compress/finite.h"
#include "core/compress/kept_count.h"
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
        byFraction_(settings.choice("amount") == "fraction"),
        perTensor_(settings.choice("scope") == "tensor") {
    configure(settings);
  }

  void configure(const Settings& settings) override {
    fraction_ = settings.real("fraction");
    count_ = static_cast<std::size_t>(settings.integer("count"));
    fractions_.clear();
  }
  void exchange(StateArchive& state) override {
    state(byFraction_, fraction_);
    state.list(fractions_);
  }

  bool setKeptFraction(double fraction) override {
    byFraction_ = true;
    fraction_ = fraction;
    fractions_.clear();
    return true;
  }
  bool setKeptFractions(std::span<const double> fractions) override {
    if (!perTensor_) return false;
    byFraction_ = true;
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
  void collect(std::span<const float> input, std::size_t begin, std::size_t size, double fraction) {
    if (size == 0) return;
    const std::size_t kept =
        byFraction_ ? keptCount(fraction, size) : std::clamp<std::size_t>(count_, 1, size);
    largest_.collect(input.subspan(begin, size), static_cast<std::uint32_t>(begin), kept);
  }

  bool byFraction_;
  bool perTensor_;
  double fraction_ = 0.0;
  std::vector<double> fractions_;  // one a tensor, or none
  std::size_t count_ = 0;
  LargestMagnitudes largest_;
};

Result<void> TopK::choose(std::span<const float> input, const Layout& layout) {
  assert(input.size() == elementCount(layout));
  assert(indexWidth(input.size()) <= 32);
  largest_.clear();
  assert(fractions_.empty() || fractions_.size() == layout.size());
  if (perTensor_)
    for (std::size_t t = 0; t < layout.size(); ++t)
      collect(input, layout[t].offset, layout[t].size(),
              fractions_.empty() ? fraction_ : fractions_[t]);
  else
    collect(input, 0, input.size(), fraction_);
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

/// k of `size` entries with these settings. size > 0.
std::size_t countOf(const Settings& settings, std::size_t size) {
  return settings.choice("amount") == "fraction"
             ? keptCount(settings.real("fraction"), size)
             : std::clamp<std::size_t>(static_cast<std::size_t>(settings.integer("count")), 1,
                                       size);
}

/// What is certainly kept of ||x||^2: k / d, or where it is chosen from each tensor by itself the
/// least k_t / d_t, as all that x has may be in that tensor.
double leastShare(const Settings& settings, const Layout& layout) {
  const auto share = [&](std::size_t size) {
    return static_cast<double>(countOf(settings, size)) / static_cast<double>(size);
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
  const auto tensorOf = [](std::size_t size, std::size_t offset) {
    return NamedTensor{"kept", {static_cast<std::int64_t>(size)}, offset};
  };
  if (settings.choice("scope") == "model")
    return {tensorOf(countOf(settings, elementCount(layout)), 0)};
  Layout kept;
  for (const auto& tensor : layout)
    if (tensor.size() > 0)
      kept.push_back(tensorOf(countOf(settings, tensor.size()), elementCount(kept)));
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
