// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <utility>

#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/codec/bit_reader.h"
#include "core/codec/varint.h"
#include "core/compress/finite.h"
#include "core/compress/kept_amount.h"
#include "core/compress/random_positions.h"
#include "core/compress/sparsifier.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

/// Keeps k entries of d, every set of k equally likely, whatever they hold: as they are, with
///
///     E ||C(x) - x||^2 = (1 - k/d) ||x||^2,
///
/// or multiplied by d/k, which makes it unbiased: E C(x) = x, E ||C(x) - x||^2 = (d/k - 1) ||x||^2.
/// k = max(1, floor(fraction * d)), or a count clamped to [1, d].
///
/// Both sides draw the set from one seed, so that no positions are sent.
///
/// Shapes: payload the seed as a 64-bit word, then k values as little-endian float32, in the order
///   of their positions. The length tells k.
/// Errors: a multiplied entry beyond float's range is refused; decode refuses a length that no k
///   in [1, d] has; values that are not finite pass.
/// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
///   Learning, JMLR 2023; the set: Floyd's algorithm, Bentley and Floyd, CACM 1987.
class RandK final : public Sparsifier {
 public:
  explicit RandK(const Settings& settings)
      : scaled_(settings.choice("scaling") == "unbiased"),
        amount_(settings) {}

  void configure(const Settings& settings) override { amount_.configure(settings); }
  void exchange(StateArchive& state) override { state(amount_); }

  bool setKeptFraction(double fraction) override {
    amount_.setFraction(fraction);
    return true;
  }

  Result<void> keep(std::span<const float> input, const Layout& layout, Random& random,
                    Update::Entries& kept) override;
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  /// The seed as a 64-bit word and, as no length tells it then, k as LEB128.
  void appendPositions(const Update::Entries& kept, std::size_t size,
                       Payload& payload) const override;
  Result<std::size_t> readPositions(std::span<const std::byte> bytes, std::size_t size,
                                    std::vector<std::uint32_t>& positions) const override;
  /// Nothing: the seed is one word, however many there are.
  BitCounts positionCounts(std::span<const std::uint32_t> /*positions*/,
                           const Layout& /*layout*/) const override {
    return {};
  }

 private:
  bool scaled_;
  KeptAmount amount_;
  std::uint64_t seed_ = 0;  // of what was kept last
  Update::Entries kept_;    // scratch
};

Result<void> RandK::keep(std::span<const float> input, const Layout& layout, Random& random,
                         Update::Entries& kept) {
  const std::size_t size = input.size();
  assert(size == elementCount(layout));
  assert(indexWidth(size) <= 32);
  kept.indices.clear();
  kept.values.clear();
  seed_ = 0;
  if (size == 0) return {};
  if (!std::isfinite(squaredNorm(input)) &&
      !std::ranges::all_of(input, [](float v) { return std::isfinite(v); }))
    return notFinite(input, layout);
  const std::size_t count = amount_.of(size);
  seed_ = random.next64();
  drawPositions(seed_, count, size, kept.indices);
  kept.values.reserve(count);
  const double factor = scaled_ ? static_cast<double>(size) / static_cast<double>(count) : 1.0;
  for (const auto position : kept.indices) {
    const auto value = static_cast<float>(factor * static_cast<double>(input[position]));
    if (!std::isfinite(value))
      return Error{
          said("entry %1 is %2, which times d/k = %3 is beyond float; allowed: smaller entries, or "
               "kept as they are",
               position, std::to_string(input[position]), std::to_string(factor))};
    kept.values.push_back(value);
  }
  return {};
}

Result<void> RandK::compress(std::span<const float> input, const Layout& layout, Random& random,
                             Payload& payload) {
  if (auto done = keep(input, layout, random, kept_); !done) return done;
  const std::size_t count = kept_.values.size();
  payload.bytes.clear();
  payload.valueBits = 32 * static_cast<std::int64_t>(count);
  payload.indexBits = 0;
  if (count == 0) return {};
  payload.bytes.resize(sizeof(seed_) + count * sizeof(float));
  std::memcpy(payload.bytes.data(), &seed_, sizeof(seed_));
  std::memcpy(payload.bytes.data() + sizeof(seed_), kept_.values.data(), count * sizeof(float));
  return {};
}

void RandK::appendPositions(const Update::Entries& kept, std::size_t /*size*/,
                            Payload& payload) const {
  const std::size_t begin = payload.bytes.size();
  payload.bytes.resize(begin + sizeof(seed_));
  std::memcpy(payload.bytes.data() + begin, &seed_, sizeof(seed_));
  appendVarint(kept.indices.size(), payload.bytes);
}

Result<std::size_t> RandK::readPositions(std::span<const std::byte> bytes, std::size_t size,
                                         std::vector<std::uint32_t>& positions) const {
  BitReader from(bytes.subspan(std::min(bytes.size(), sizeof(seed_))));
  const std::uint64_t count = Varint::read(from);
  if (from.overran() || count > size || (count == 0 && size > 0))
    return Error{
        said("rand-k positions: read %1 bytes; allowed: a seed of 8 bytes and a count of up to %2",
             bytes.size(), size)};
  positions.clear();
  std::uint64_t seed = 0;
  std::memcpy(&seed, bytes.data(), sizeof(seed));
  if (count > 0) drawPositions(seed, count, size, positions);
  return sizeof(seed) + from.bytesRead();
}

Result<void> RandK::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  const std::size_t length = payload.bytes.size();
  auto entries = update.takeEntries();
  update.setSparse(size, {});
  if (size == 0 && length == 0) return {};
  std::uint64_t seed = 0;
  const std::size_t count = length < sizeof(seed) ? 0 : (length - sizeof(seed)) / sizeof(float);
  if (count < 1 || count > size || sizeof(seed) + count * sizeof(float) != length)
    return Error{
        said("rand-k payload: read %1 bytes; allowed: a seed of 8 bytes and 1 to %2 values of 4",
             length, size)};
  std::memcpy(&seed, payload.bytes.data(), sizeof(seed));
  drawPositions(seed, count, size, entries.indices);
  entries.values.resize(count);
  std::memcpy(entries.values.data(), payload.bytes.data() + sizeof(seed), count * sizeof(float));
  update.setSparse(size, std::move(entries));
  return {};
}

}  // namespace

CompressorEntry randK() {
  CompressorEntry entry;
  entry.key = "rand-k";
  entry.name = "Rand-k";
  entry.summary = "Keeps entries chosen at random, from a seed that both sides know.";
  entry.source =
      "Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed "
      "Learning, JMLR 2023";
  entry.parameters = {
      {.key = "amount",
       .label = "Amount given as",
       .unit = "",
       .help = "Whether a share of the entries is kept or a number of them.",
       .kind = Choice{"fraction", {"fraction", "count"}, {"kept fraction", "kept count"}}},
      {.key = "fraction",
       .label = "Kept fraction k",
       .unit = "",
       .help = "Share of the model's entries that is sent; at least one entry is.",
       .kind = Real{.initial = 0.01, .min = 1e-4, .max = 1.0, .scale = Scale::Log, .share = true},
       .change = Change::BetweenIterations,
       .onlyWith = Condition{"amount", "fraction"}},
      {.key = "count",
       .label = "Kept count k",
       .unit = "",
       .help = "Number of the model's entries that are sent; at most all.",
       .kind = Integer{1000, 1, 1'000'000'000, Scale::Log},
       .change = Change::BetweenIterations,
       .onlyWith = Condition{"amount", "count"}},
      {.key = "scaling",
       .label = "Kept entries",
       .unit = "",
       .help = "Sent as they are, as error feedback wants them, or multiplied by d/k, so that what "
               "is received is right in the mean.",
       .kind = Choice{"none", {"none", "unbiased"}, {"as they are", "times d/k"}}}};
  entry.classes = [](const Settings& settings, const Layout& layout) {
    const std::size_t d = elementCount(layout);
    const double q = static_cast<double>(KeptAmount(settings).of(d)) / static_cast<double>(d);
    return settings.choice("scaling") == "unbiased" ? classesOfUnbiased(1.0 / q)
                                                    : classesOfSparsifier(q);
  };
  entry.make = [](const Settings& settings) { return std::make_unique<RandK>(settings); };
  return entry;
}

}  // namespace telegrad
