// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <string>

#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/packed_symbols.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

constexpr const char* kQuantileName = "quantile bucket";

/// A word whose order as a whole number is that of the floats; -0 comes before 0.
std::uint32_t ordered(float x) {
  constexpr std::uint32_t kSign = 1U << 31U;
  const auto bits = std::bit_cast<std::uint32_t>(x);
  return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

/// The float of that word.
float unordered(std::uint32_t word) {
  constexpr std::uint32_t kSign = 1U << 31U;
  return std::bit_cast<float>((word & kSign) != 0 ? word ^ kSign : ~word);
}

/// Entries by size, in the upper half of each word, and their places in the lower.
using Ranked = std::vector<std::uint64_t>;

/// Sorts by the upper halves; equals stay in their order (radix sort, lowest digits first).
void sortByUpperHalf(Ranked& words, Ranked& other) {
  constexpr unsigned kDigit = 11;
  constexpr std::uint64_t kMask = (1U << kDigit) - 1;
  other.resize(words.size());
  for (unsigned shift = 32; shift < 64; shift += kDigit) {
    std::array<std::size_t, kMask + 2> begin{};
    for (const auto word : words) ++begin[(word >> shift & kMask) + 1];
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    for (const auto word : words) other[begin[word >> shift & kMask]++] = word;
    std::swap(words, other);
  }
}

/// Sorts the entries into q buckets of equally many and sends each entry's bucket; it comes back as
/// the mean of its bucket. With the entries in order, equal ones by place, bucket b begins at rank
///
///     r_b = floor(b d / q),
///
/// but where there are numbers on both sides of 0, that inner r_b which is nearest to the first one
/// not below 0 is moved there, so that a bucket's numbers have one sign and none comes back with
/// the other: what the publication has two sketches for. There are min(q, d) buckets.
///
/// C(x) is x projected onto what is constant in each bucket, which holds n_b <= ceil(2 d / q)
/// numbers of one sign, so that <C(x), x> = ||C(x)||^2 >= sum_b ||x_b||^2 / n_b.
///
/// Shapes: payload the buckets' means as float32, ascending, then d bucket numbers packed to
///   ceil(log2 of the buckets) bits each.
/// Errors: decode refuses another length, means that are not finite, numbers of no bucket, and bits
///   set after the last.
/// Source: the quantisation of SketchML, Jiang, Fu, Yang and Cui, SketchML: Accelerating
/// Distributed
///   Machine Learning with Data Sketches, SIGMOD 2018, with exact quantiles in place of a sketch's.
class QuantileBuckets final : public Compressor {
 public:
  explicit QuantileBuckets(const Settings& settings)
      : buckets_(static_cast<std::size_t>(settings.integer("buckets"))) {}

  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  std::vector<std::size_t> ranksOf(std::span<const float> input) const;

  std::size_t buckets_;
  Ranked ranked_;  // scratch, like the rest
  Ranked other_;
  std::vector<std::uint32_t> numbers_;
  std::vector<float> means_;
};

/// Where each bucket begins, and d.
std::vector<std::size_t> QuantileBuckets::ranksOf(std::span<const float> input) const {
  const std::size_t size = input.size();
  const std::size_t buckets = std::min(buckets_, size);
  std::vector<std::size_t> ranks(buckets + 1);
  for (std::size_t b = 0; b <= buckets; ++b) ranks[b] = b * size / buckets;
  const auto negative =
      static_cast<std::size_t>(std::ranges::count_if(input, [](float x) { return x < 0.0F; }));
  if (negative > 0 && negative < size && buckets >= 2) {
    const std::size_t nearest = (2 * negative * buckets + size) / (2 * size);
    ranks[std::clamp<std::size_t>(nearest, 1, buckets - 1)] = negative;
  }
  return ranks;
}

Result<void> QuantileBuckets::compress(std::span<const float> input, const Layout& layout,
                                       Random& /*random*/, Payload& payload) {
  const std::size_t size = input.size();
  assert(size == elementCount(layout));
  assert(indexWidth(size) <= 32);
  if (!std::isfinite(squaredNorm(input))) return notFinite(input, layout);
  payload.bytes.clear();
  payload.valueBits = payload.indexBits = 0;
  if (size == 0) return {};
  ranked_.resize(size);
  for (std::size_t i = 0; i < size; ++i) ranked_[i] = std::uint64_t{ordered(input[i])} << 32U | i;
  sortByUpperHalf(ranked_, other_);
  const auto ranks = ranksOf(input);
  means_.resize(ranks.size() - 1);
  numbers_.resize(size);
  for (std::size_t b = 0; b < means_.size(); ++b) {
    double sum = 0.0;
    for (std::size_t rank = ranks[b]; rank < ranks[b + 1]; ++rank) {
      sum += unordered(static_cast<std::uint32_t>(ranked_[rank] >> 32U));
      numbers_[static_cast<std::uint32_t>(ranked_[rank])] = static_cast<std::uint32_t>(b);
    }
    const auto entries = static_cast<double>(ranks[b + 1] - ranks[b]);
    means_[b] = entries > 0.0 ? static_cast<float>(sum / entries) : 0.0F;
  }
  const auto means = std::as_bytes(std::span(means_));
  payload.bytes.assign(means.begin(), means.end());
  const unsigned width = indexWidth(means_.size());
  appendPacked(numbers_, width, payload.bytes);
  payload.valueBits = static_cast<std::int64_t>(8 * means.size() + width * size);
  return {};
}

Result<void> QuantileBuckets::decode(const Payload& payload, const Layout& layout,
                                     Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  const std::size_t buckets = std::min(buckets_, size);
  const unsigned width = indexWidth(buckets);
  const std::size_t length = buckets * sizeof(float) + packedBytes(size, width);
  if (payload.bytes.size() != length)
    return Error{
        said("%1 payload: read %2 bytes; allowed: the %3 of %4 means and %5 numbers of %6 bits",
             kQuantileName, payload.bytes.size(), length, buckets, size, width)};
  if (size == 0) return {};
  std::vector<float> means(buckets);
  std::memcpy(means.data(), payload.bytes.data(), buckets * sizeof(float));
  for (std::size_t b = 0; b < buckets; ++b)
    if (!std::isfinite(means[b]))
      return Error{said("%1 payload: mean %2 is %3; allowed: finite numbers", kQuantileName, b,
                        std::to_string(means[b]))};
  const auto numbers = readSymbols(std::span(payload.bytes).subspan(buckets * sizeof(float)), width,
                                   size, kQuantileName);
  if (!numbers) return numbers.error();
  values.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t bucket = (*numbers)[i];
    if (bucket >= buckets)
      return Error{said("%1 payload: number %2 is %3; allowed: below %4", kQuantileName, i, bucket,
                        buckets)};
    values[i] = means[bucket];
  }
  update.setDense(std::move(values));
  return {};
}

/// Paper: 32 bits a bucket and log2 of the buckets an entry.
BitCounts QuantileBuckets::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  const std::size_t buckets = std::min(buckets_, size);
  const std::size_t means = buckets * sizeof(float);
  if (payload.bytes.size() < means || size == 0) return {};
  const auto numbers = readSymbols(std::span(payload.bytes).subspan(means), indexWidth(buckets),
                                   size, kQuantileName);
  if (!numbers) return {};
  const auto scales = 8.0 * static_cast<double>(means);
  const double paper = static_cast<double>(size) * std::log2(static_cast<double>(buckets));
  return {scales + paper, scales + symbolEntropy(*numbers)};
}

}  // namespace

CompressorEntry quantileBuckets() {
  CompressorEntry entry;
  entry.key = "quantile-buckets";
  entry.name = "Quantile buckets";
  entry.summary = "Sorts the entries into buckets of equally many and sends their means.";
  entry.source =
      "Jiang, Fu, Yang and Cui, SketchML: Accelerating Distributed Machine Learning with Data "
      "Sketches, SIGMOD 2018";
  entry.parameters = {{.key = "buckets",
                       .label = "Buckets q",
                       .unit = "",
                       .help = "Buckets of the whole model's entries; 256 take 8 bits an entry.",
                       .kind = Integer{256, 2, 65536, Scale::Log}}};
  entry.classes = [](const Settings& settings, const Layout& layout) {
    const std::size_t d = elementCount(layout);
    const auto buckets = std::min(static_cast<std::size_t>(settings.integer("buckets")),
                                  std::max<std::size_t>(d, 1));
    const std::size_t most = std::min((2 * d + buckets - 1) / buckets, d);
    return classesOfSparsifier(1.0 / static_cast<double>(std::max<std::size_t>(most, 1)));
  };
  entry.make = [](const Settings& settings) { return std::make_unique<QuantileBuckets>(settings); };
  return entry;
}

}  // namespace telegrad
