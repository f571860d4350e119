// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>

#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/codec/index_block.h"
#include "core/compress/bit_counts.h"
#include "core/compress/finite.h"
#include "core/compress/reached_magnitudes.h"
#include "core/compress/sparse_payload.h"

namespace telegrad {
namespace {

constexpr std::size_t kThresholdBytes = sizeof(float);

/// sign(x_i) v where |x_i| >= v, v as a float, and nothing elsewhere: one bit and a position an
/// entry. Meant for error feedback, which keeps x - C(x). Vectors below v are lost whole and large
/// entries cut down, so that the operator is in none of the classes.
///
/// Shapes: payload v as a 32-bit float, so that it may change while payloads are under way, a block
///   of positions (core/codec/index_block.h), and a bit a position, set where the entry is
///   negative. v counts as framing.
/// Errors: decode refuses a v that is not positive and finite, another length, and what the block
///   does.
/// Source: Strom, Scalable Distributed DNN Training Using Commodity GPU Cloud Computing,
///   Interspeech 2015.
class Strom final : public Compressor {
 public:
  explicit Strom(const Settings& settings) : form_("strom", settings.choice("index_coding"), 0) {
    configure(settings);
  }

  void configure(const Settings& settings) override {
    threshold_ = static_cast<float>(settings.real("threshold"));
  }
  void exchange(StateArchive& /*state*/) override {}

  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  SparsePayload form_;
  float threshold_ = 1.0F;
  ReachedMagnitudes reached_;
  std::vector<std::uint32_t> signs_;  // scratch
};

Result<void> Strom::compress(std::span<const float> input, const Layout& layout, Random& /*random*/,
                             Payload& payload) {
  assert(input.size() == elementCount(layout));
  if (!reached_.collect(input, threshold_)) return notFinite(input, layout);
  payload.bytes.resize(kThresholdBytes);
  std::memcpy(payload.bytes.data(), &threshold_, kThresholdBytes);
  payload.indexBits = 0;
  form_.appendBlock(reached_.indices(), input.size(), payload);
  signs_.clear();
  for (const auto bits : reached_.bits()) signs_.push_back(bits >> 31U);
  appendPacked(signs_, 1, payload.bytes);
  payload.valueBits = static_cast<std::int64_t>(signs_.size());
  return {};
}

Result<void> Strom::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  auto entries = update.takeEntries();
  update.setSparse(size, {});
  const std::span bytes(payload.bytes);
  float threshold = 0.0F;
  if (bytes.size() >= kThresholdBytes) std::memcpy(&threshold, bytes.data(), kThresholdBytes);
  if (!(threshold > 0.0F && std::isfinite(threshold)))
    return Error{
        said("strom payload: read %1 bytes and the threshold %2; allowed: 4 bytes of a positive "
             "one, then the entries",
             bytes.size(), std::to_string(threshold))};
  const auto read = readIndexBlock(bytes.subspan(kThresholdBytes), size, entries.indices);
  if (!read) return Error{said("%1 payload: %2", "strom", read.error())};
  const std::size_t count = entries.indices.size();
  const auto packed = bytes.subspan(kThresholdBytes + *read);
  std::vector<std::uint32_t> signs(count);
  if (packed.size() != packedBytes(count, 1) || !readPacked(packed, 1, signs))
    return Error{
        said("strom payload: read %1 bytes of signs; allowed: a bit for each of %2 positions, then "
             "zeros",
             packed.size(), count)};
  const std::array<float, 2> signedThreshold{threshold, -threshold};
  entries.values.resize(count);
  for (std::size_t i = 0; i < count; ++i) entries.values[i] = signedThreshold.at(signs[i]);
  update.setSparse(size, std::move(entries));
  return {};
}

/// ceil(log2 d) + 1 bits an entry; log2 C(d, k) and the entropy of the signs.
BitCounts Strom::count(const Payload& payload, const Layout& layout) const {
  Update update;
  if (!decode(payload, layout, update)) return {};
  const std::size_t size = elementCount(layout);
  const auto& values = update.entries()->values;
  std::array<std::uint64_t, 2> signs{};
  for (const auto value : values) ++signs.at(value < 0.0F ? 1 : 0);
  return {static_cast<double>(values.size()) * (indexWidth(size) + 1.0),
          log2Choose(size, values.size()) + entropyBits(signs)};
}

}  // namespace

CompressorEntry strom() {
  CompressorEntry entry;
  entry.key = "strom";
  entry.name = "Strom's threshold";
  entry.summary = "Sends a fixed step up or down for every entry that is at least as large.";
  entry.source =
      "Strom, Scalable Distributed DNN Training Using Commodity GPU Cloud Computing, Interspeech "
      "2015";
  entry.parameters = {
      {.key = "threshold",
       .label = "Threshold v",
       .unit = "",
       .help = "Entries of at least this magnitude are sent, and received as exactly this much.",
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
  entry.make = [](const Settings& settings) { return std::make_unique<Strom>(settings); };
  return entry;
}

}  // namespace telegrad
