// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <string>

#include "core/base/said.h"
#include "core/compress/bucket_quantiser.h"
#include "core/compress/cocktail_settings.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/random_positions.h"
#include "core/compress/shared_mask.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

/// Three operators one after the other: a random share p of the entries that both sides know, of
/// those the largest, of these each in a few bits beside its bucket's scale.
///
///     x at M  ->  its k largest  ->  q bits each (BucketQuantiser)
///
/// about p (1 + (k/n) (q + 16/b)) bits an entry. M has as many entries as SharedMask says and
/// follows from a number that is drawn and sent: it is the rolled mask of that message, or any set
/// of entries with that seed, and every entry is as likely to be in it. No class holds for all
/// vectors: scales of 16 bits lose what is below 2^-25 and cut what is above 65,504.
///
/// Shapes: payload the number as a 64-bit word, then the bytes of BucketQuantiser for the entries
/// of
///   M in its order. Nothing for no entries.
/// Errors: decode refuses a number of 2^63 or more, and what BucketQuantiser refuses.
/// Source: Wang, Lu, Yuan, Chen, Liang, De Sa, Re and Zhang, CocktailSGD: Fine-tuning foundation
///   models over 500 Mbps networks, ICML 2023.
class Cocktail final : public Compressor {
 public:
  explicit Cocktail(const Settings& settings)
      : rule_(maskRule(settings)),
        quantiser_(quantiserShape(settings)) {}

  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  /// M of a vector of that size, by its number.
  void select(std::uint64_t number, std::size_t size, std::vector<std::uint32_t>& positions) const {
    SharedMask mask(rule_, size, 1);
    if (rule_.rolled)
      mask.select(static_cast<std::int64_t>(number), positions);
    else  // any set of as many entries, without an order of all of them
      drawPositions(number, mask.count(), size, positions);
  }

  SharedMask::Rule rule_;
  BucketQuantiser quantiser_;
  std::vector<std::uint32_t> positions_;  // scratch
  std::vector<float> values_;
};

Result<void> Cocktail::compress(std::span<const float> input, const Layout& layout, Random& random,
                                Payload& payload) {
  assert(input.size() == elementCount(layout));
  if (!std::isfinite(squaredNorm(input))) return notFinite(input, layout);
  payload.bytes.clear();
  payload.valueBits = payload.indexBits = 0;
  if (input.empty()) return {};
  const std::uint64_t number = random.next64() >> 1U;
  select(number, input.size(), positions_);
  values_.resize(positions_.size());
  for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = input[positions_[i]];
  payload.bytes.resize(sizeof(number));
  std::memcpy(payload.bytes.data(), &number, sizeof(number));
  return quantiser_.encode(values_, payload);
}

Result<void> Cocktail::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  auto entries = update.takeEntries();
  update.setSparse(size, {});
  const auto bytes = std::span(payload.bytes);
  std::uint64_t number = 0;
  if (size == 0 && bytes.empty()) return {};
  if (size == 0 || bytes.size() < sizeof(number))
    return Error{
        said("cocktail payload: read %1 bytes; allowed: none for no entries, else a number of 8 "
             "and what follows",
             bytes.size())};
  std::memcpy(&number, bytes.data(), sizeof(number));
  if (std::bit_width(number) == 64)
    return Error{said("cocktail payload: the mask's number is %1; allowed: below 2^63", number)};
  const auto coded = bytes.subspan(sizeof(number));
  thread_local std::vector<float> values;
  values.resize(SharedMask(rule_, size, 1).count());
  if (auto read = quantiser_.decode(coded, values); !read) return read;
  thread_local std::vector<std::uint32_t> positions;
  select(number, size, positions);

  // An entry is sent where it is marked, be it as a zero. Its place goes above its value, to sort.
  thread_local std::vector<std::uint64_t> sent;
  sent.clear();
  for (std::size_t i = 0; i < values.size(); ++i)
    if ((std::to_integer<unsigned>(coded[i / 8]) >> i % 8 & 1U) != 0)
      sent.push_back(std::uint64_t{positions[i]} << 32U | std::bit_cast<std::uint32_t>(values[i]));
  if (!std::ranges::is_sorted(sent)) std::ranges::sort(sent);
  entries.indices.resize(sent.size());
  entries.values.resize(sent.size());
  for (std::size_t i = 0; i < sent.size(); ++i) {
    entries.indices[i] = static_cast<std::uint32_t>(sent[i] >> 32U);
    entries.values[i] = std::bit_cast<float>(static_cast<std::uint32_t>(sent[i]));
  }
  update.setSparse(size, std::move(entries));
  return {};
}

/// Paper: one bit for each entry of M, q for each that is sent and 16 for each scale.
BitCounts Cocktail::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  const std::size_t masked = SharedMask(rule_, size, 1).count();
  if (size == 0 || payload.bytes.size() < sizeof(std::uint64_t)) return {};
  return {static_cast<double>(payload.valueBits + payload.indexBits),
          quantiser_.entropy(std::span(payload.bytes).subspan(sizeof(std::uint64_t)), masked)};
}

}  // namespace

CompressorEntry cocktail() {
  CompressorEntry entry;
  entry.key = "cocktail";
  entry.name = "Cocktail";
  entry.summary = "Sends the largest entries of a random part of the vector in a few bits each.";
  entry.source =
      "Wang, Lu, Yuan, Chen, Liang, De Sa, Re and Zhang, CocktailSGD: Fine-tuning foundation "
      "models over 500 Mbps networks, ICML 2023";
  entry.parameters = cocktailChain(
      {.share = "Share of the entries that one message is about, others every time.",
       .mask = "Every (1/p)-th entry from a random one on, or any set of as many entries.",
       .rolled = "every (1/p)-th"});
  entry.classes = [](const Settings& /*settings*/, const Layout& /*layout*/) {
    return ClassParameters{};
  };
  entry.make = [](const Settings& settings) { return std::make_unique<Cocktail>(settings); };
  return entry;
}

}  // namespace telegrad
