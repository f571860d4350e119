// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>

#include "core/base/multiversion.h"
#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/codec/index_block.h"
#include "core/compress/bit_counts.h"
#include "core/compress/finite.h"
#include "core/compress/kept_count.h"
#include "core/compress/largest_magnitudes.h"
#include "core/compress/sparse_payload.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

/// What is sent of the entries of one sign.
struct Side {
  std::vector<std::uint32_t> kept;  // positions, ascending
  float mean = 0.0F;
};

/// The entries of one sign, which is 1 or -1, as positive numbers, and zeros for all others;
/// returns how many they are. What is no number is one of them, for its finder.
TELEGRAD_MULTIVERSION
std::size_t takeSide(const float* x, std::size_t count, float sign, float* to) {
  std::uint32_t taken = 0;  // 32 bits, as the lanes are; positions have no more
  for (std::size_t i = 0; i < count; ++i) {
    const float value = sign * x[i];
    to[i] = value < 0.0F ? 0.0F : value;
    taken += value <= 0.0F ? 0U : 1U;
  }
  return taken;
}

/// Of the positive entries the largest share r, of the negative ones too: in place of each the mean
/// of those kept of its sign. Of n+ positive entries, k+ = max(1, floor(r n+)); of equals the
/// first.
///
/// C(x) is x's projection onto two vectors, so <C(x), x> = ||C(x)||^2. Of one side, with s the sum
/// of its k largest of n: s is at least the greatest and at least k/n of the sum, hence
/// ||x||^2 <= s^2 n/k and s^2/k >= ||x||^2 / n: the operator is in B1(1/d, 1), as scaled sign is.
///
/// Shapes: payload two means as 32-bit floats, of the positive and of the negative entries (0 of
///   none), then a block of positions (core/codec/index_block.h) for each.
/// Errors: decode refuses positions that are in both blocks, bytes after them, and what the blocks
///   do; means that are not finite pass.
/// Source: Dryden, Moon, Jacobs and Van Essen, Communication Quantization for Data-Parallel
///   Training of Deep Neural Networks, MLHPC 2016.
class AdaptiveThreshold final : public Compressor {
 public:
  explicit AdaptiveThreshold(const Settings& settings)
      : form_("adaptive-threshold", settings.choice("index_coding"), 0) {
    configure(settings);
  }

  void configure(const Settings& settings) override { fraction_ = settings.real("fraction"); }
  void exchange(StateArchive& state) override { state(fraction_); }
  bool setKeptFraction(double fraction) override {
    fraction_ = fraction;
    return true;
  }

  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  bool choose(std::span<const float> input, float sign, Side& side);

  SparsePayload form_;
  double fraction_ = 0.0;
  std::array<Side, 2> sides_;  // positive, negative
  FloatVector oneSign_;
  LargestMagnitudes largest_;
};

constexpr std::array<float, 2> kSigns{1.0F, -1.0F};
constexpr std::size_t kMeanBytes = sizeof(float);

/// False if an entry of that sign is not finite.
bool AdaptiveThreshold::choose(std::span<const float> input, float sign, Side& side) {
  side.kept.clear();
  side.mean = 0.0F;
  oneSign_.resize(input.size());
  const std::size_t count = takeSide(input.data(), input.size(), sign, oneSign_.data());
  if (count == 0) return true;
  largest_.clear();
  largest_.collect(oneSign_, 0, keptCount(fraction_, count));  // no more than there are: no zeros
  if (!largest_.finite()) return false;
  double sum = 0.0;
  for (const auto bits : largest_.bits()) sum += static_cast<double>(std::bit_cast<float>(bits));
  const auto indices = largest_.indices();
  side.kept.assign(indices.begin(), indices.end());
  side.mean = sign * static_cast<float>(sum / static_cast<double>(indices.size()));
  return true;
}

Result<void> AdaptiveThreshold::compress(std::span<const float> input, const Layout& layout,
                                         Random& /*random*/, Payload& payload) {
  assert(input.size() == elementCount(layout));
  payload.bytes.resize(kMeanBytes * sides_.size());
  payload.valueBits = 8 * static_cast<std::int64_t>(payload.bytes.size());
  payload.indexBits = 0;
  for (std::size_t s = 0; s < sides_.size(); ++s) {
    if (!choose(input, kSigns[s], sides_[s])) return notFinite(input, layout);
    std::memcpy(payload.bytes.data() + kMeanBytes * s, &sides_[s].mean, kMeanBytes);
    form_.appendBlock(sides_[s].kept, input.size(), payload);
  }
  return {};
}

Error misreadThreshold(const std::string& what) {
  return Error{said("%1 payload: %2", "adaptive-threshold", what)};
}

Result<void> AdaptiveThreshold::decode(const Payload& payload, const Layout& layout,
                                       Update& update) const {
  const std::size_t size = elementCount(layout);
  auto entries = update.takeEntries();
  update.setSparse(size, {});
  std::array<float, 2> means{};
  std::array<std::vector<std::uint32_t>, 2> kept;
  std::span<const std::byte> rest(payload.bytes);
  if (rest.size() < sizeof(means))
    return misreadThreshold(
        said("read %1 bytes; allowed: two means of 4 bytes and their positions", rest.size()));
  std::memcpy(means.data(), rest.data(), sizeof(means));
  rest = rest.subspan(sizeof(means));
  for (auto& positions : kept) {
    const auto read = readIndexBlock(rest, size, positions);
    if (!read) return misreadThreshold(read.error().message);
    rest = rest.subspan(*read);
  }
  if (!rest.empty())
    return misreadThreshold(said("read %1 bytes after the positions; allowed: none", rest.size()));
  entries.indices.clear();
  entries.values.clear();
  std::array<std::size_t, 2> at{};
  while (at[0] < kept[0].size() || at[1] < kept[1].size()) {
    const bool second =
        at[0] == kept[0].size() || (at[1] < kept[1].size() && kept[1][at[1]] < kept[0][at[0]]);
    const std::size_t s = second ? 1 : 0;
    const auto position = kept[s][at[s]++];
    if (!entries.indices.empty() && entries.indices.back() == position)
      return misreadThreshold(said("read position %1 for both signs; allowed: for one", position));
    entries.indices.push_back(position);
    entries.values.push_back(means[s]);
  }
  update.setSparse(size, std::move(entries));
  return {};
}

/// 64 + k ceil(log2 d); log2 of the ways to choose the two sets instead of fixed widths.
BitCounts AdaptiveThreshold::count(const Payload& payload, const Layout& layout) const {
  constexpr double kMeans = 64.0;
  Update update;
  if (!decode(payload, layout, update)) return {};
  const std::size_t size = elementCount(layout);
  const auto& values = update.entries()->values;
  std::array<std::uint64_t, 2> signs{};
  for (const auto value : values) ++signs[std::signbit(value) ? 1 : 0];
  const std::size_t all = values.size();
  return {kMeans + static_cast<double>(all) * indexWidth(size),
          kMeans + log2Choose(size, all) + log2Choose(all, signs[0])};
}

}  // namespace

CompressorEntry adaptiveThreshold() {
  CompressorEntry entry;
  entry.key = "adaptive-threshold";
  entry.name = "Adaptive threshold";
  entry.summary = "Sends where the largest entries of each sign are, and one mean for each sign.";
  entry.source =
      "Dryden, Moon, Jacobs and Van Essen, Communication Quantization for Data-Parallel Training "
      "of Deep Neural Networks, MLHPC 2016";
  entry.parameters = {
      {.key = "fraction",
       .label = "Kept fraction r",
       .unit = "",
       .help = "Share of the positive entries that is sent, and of the negative ones; at least one "
               "of each is.",
       .kind = Real{.initial = 0.01, .min = 1e-4, .max = 1.0, .scale = Scale::Log, .share = true},
       .change = Change::BetweenIterations},
      SparsePayload::parameter()};
  entry.classes = [](const Settings& /*settings*/, const Layout& layout) {
    return classesOfSparsifier(1.0 / static_cast<double>(elementCount(layout)));
  };
  entry.make = [](const Settings& settings) {
    return std::make_unique<AdaptiveThreshold>(settings);
  };
  return entry;
}

}  // namespace telegrad
