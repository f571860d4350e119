// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "core/codec/bit_packing.h"
#include "core/compress/bit_counts.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/kept_count.h"
#include "core/compress/largest_magnitudes.h"

namespace telegrad {
namespace {

/// Keeps the entries of largest magnitude, of each tensor or of the whole vector; of equals, the
/// first. Of d entries, k = max(1, floor(fraction * d)), or a count clamped to [1, d].
///
/// Shapes: payload k values as little-endian float32, then their k indices in the whole vector,
///   ascending, as 32-bit words or packed to ceil(log2 d) bits each. The length tells k.
/// Errors: decode refuses a length that no k in [1, d] has, and indices that do not ascend or lie
///   outside; values that are not finite pass.
class TopK final : public Compressor {
 public:
  explicit TopK(const Settings& settings)
      : byFraction_(settings.choice("amount") == "fraction"),
        perTensor_(settings.choice("scope") == "tensor"),
        packed_(settings.choice("index_coding") == "packed") {
    configure(settings);
  }

  void configure(const Settings& settings) override {
    fraction_ = settings.real("fraction");
    count_ = static_cast<std::size_t>(settings.integer("count"));
    fractions_.clear();
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

  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  void collect(std::span<const float> input, std::size_t begin, std::size_t size, double fraction) {
    if (size == 0) return;
    const std::size_t kept =
        byFraction_ ? keptCount(fraction, size) : std::clamp<std::size_t>(count_, 1, size);
    largest_.collect(input.subspan(begin, size), static_cast<std::uint32_t>(begin), kept);
  }
  unsigned width(std::size_t size) const { return packed_ ? indexWidth(size) : 32U; }

  bool byFraction_;
  bool perTensor_;
  bool packed_;
  double fraction_ = 0.0;
  std::vector<double> fractions_;  // one a tensor, or none
  std::size_t count_ = 0;
  LargestMagnitudes largest_;
};

Result<void> TopK::compress(std::span<const float> input, const Layout& layout, Random& /*random*/,
                            Payload& payload) {
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

  const auto bits = largest_.bits();
  payload.bytes.resize(bits.size_bytes());
  std::ranges::copy(std::as_bytes(bits), payload.bytes.begin());
  appendPacked(largest_.indices(), width(input.size()), payload.bytes);
  const auto count = static_cast<std::int64_t>(bits.size());
  payload.valueBits = 32 * count;
  payload.indexBits = static_cast<std::int64_t>(width(input.size())) * count;
  return {};
}

std::optional<std::size_t> TopK::bytesFor(double fraction, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  if (size == 0) return 0;
  std::size_t count = 0;
  if (perTensor_) {
    for (const auto& tensor : layout)
      if (tensor.size() > 0) count += keptCount(fraction, tensor.size());
  } else {
    count = keptCount(fraction, size);
  }
  return sizeof(float) * count + packedBytes(count, width(size));
}

/// Where the indices first fail to ascend or leave [0, size); their number, if nowhere.
std::size_t firstMisplaced(std::span<const std::uint32_t> indices, std::size_t size) {
  bool ascend = indices.back() < size;
  for (std::size_t i = 1; i < indices.size(); ++i) ascend &= indices[i - 1] < indices[i];
  if (ascend) return indices.size();
  std::size_t i = 0;
  while (indices[i] < size && (i == 0 || indices[i - 1] < indices[i])) ++i;
  return i;
}

Result<void> TopK::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  const std::size_t length = payload.bytes.size();
  const unsigned indexBits = width(size);
  auto entries = update.takeEntries();
  update.setSparse(size, {});
  if (size == 0 && length == 0) return {};
  // The padding has fewer bits than an entry, so at most one k has this length.
  const std::size_t count = 8 * length / (32 + indexBits);
  const std::size_t valueBytes = count * sizeof(float);
  if (count < 1 || count > size || valueBytes + packedBytes(count, indexBits) != length)
    return Error{"top-k payload: read " + std::to_string(length) +
                 " bytes; allowed: the length of 1 to " + std::to_string(size) +
                 " entries of 32 + " + std::to_string(indexBits) + " bits"};
  entries.values.resize(count);
  entries.indices.resize(count);
  std::memcpy(entries.values.data(), payload.bytes.data(), valueBytes);
  const auto packed = std::span(payload.bytes).subspan(valueBytes);
  if (!readPacked(packed, indexBits, entries.indices))
    return Error{"top-k payload: bits are set after the last index; allowed: zeros"};
  const std::size_t misplaced = firstMisplaced(entries.indices, size);
  if (misplaced < count)
    return Error{"top-k payload: index " + std::to_string(misplaced) + " is " +
                 std::to_string(entries.indices[misplaced]) +
                 "; allowed: strictly ascending and below " + std::to_string(size)};
  update.setSparse(size, std::move(entries));
  return {};
}

BitCounts TopK::count(const Payload& payload, const Layout& layout) const {
  Update update;
  if (!decode(payload, layout, update)) return {};
  const auto& indices = update.entries()->indices;
  double bits = 32.0 * static_cast<double>(indices.size());
  const auto addPositions = [&](std::size_t begin, std::size_t size) {
    const auto first = std::ranges::lower_bound(indices, begin);
    const auto last = std::ranges::lower_bound(indices, begin + size);
    bits += log2Choose(size, static_cast<std::size_t>(last - first));
  };
  if (perTensor_)
    for (const auto& tensor : layout) addPositions(tensor.offset, tensor.size());
  else
    addPositions(0, elementCount(layout));
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
      {.key = "index_coding",
       .label = "Index coding",
       .unit = "",
       .help = "How positions are written: in as many bits as the model's length needs, or in 32.",
       .kind = Choice{"packed", {"packed", "fixed-32"}, {"packed", "32 bits"}}},
  };
}

}  // namespace

CompressorEntry topK() {
  CompressorEntry entry;
  entry.key = "top-k";
  entry.name = "Top-k";
  entry.summary = "Keeps the entries of largest magnitude.";
  entry.source =
      "Aji and Heafield, Sparse Communication for Distributed Gradient Descent, EMNLP 2017";
  entry.parameters = parameters();
  entry.classes = [](const Settings& settings, std::size_t d) {
    const auto kept =
        settings.choice("amount") == "fraction"
            ? keptCount(settings.real("fraction"), d)
            : std::clamp<std::size_t>(static_cast<std::size_t>(settings.integer("count")), 1, d);
    return classesOfSparsifier(static_cast<double>(kept) / static_cast<double>(d));
  };
  entry.make = [](const Settings& settings) { return std::make_unique<TopK>(settings); };
  return entry;
}

}  // namespace telegrad
