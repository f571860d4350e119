// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>
#include <utility>

#include "core/base/random_words.h"
#include "core/base/said.h"
#include "core/compress/bit_counts.h"
#include "core/compress/finite.h"
#include "core/compress/sparsifier.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

/// What both sides draw the positions from.
struct Draw {
  std::uint64_t seed = 0;
  double probability = 1.0;  // in (0, 1]
};
constexpr std::size_t kDrawBytes = 16;

/// Below it the gaps are drawn, as few are kept; above, a word for each entry.
constexpr double kFew = 1.0 / 16;

/// Each position of [0, size) with the probability, independently: the gaps between them are drawn,
/// as those are geometric. False, and no more of them, if there are more than `most`.
bool drawGaps(Draw draw, std::size_t size, std::size_t most,
              std::vector<std::uint32_t>& positions) {
  Random random(draw.seed, Purpose::Compression);
  const double perStep = std::log1p(-draw.probability);
  for (std::size_t next = 0;; ++next) {
    const double skipped = std::floor(std::log(1.0 - random.uniform()) / perStep);
    if (!(skipped < static_cast<double>(size - next))) return true;
    if (positions.size() == most) return false;
    next += static_cast<std::size_t>(skipped);
    positions.push_back(static_cast<std::uint32_t>(next));
  }
}

/// The same from a word of 32 bits for each position, so that p is right to 2^-33.
bool drawEach(Draw draw, std::size_t size, std::size_t most,
              std::vector<std::uint32_t>& positions) {
  constexpr std::size_t kStretch = 64 * RandomWords::kGroup;
  const RandomWords stream(draw.seed);
  const auto below = static_cast<std::uint64_t>(std::llround(draw.probability * 0x1p32));
  std::array<std::uint32_t, kStretch> words;  // NOLINT: filled before it is read
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < size && kept <= most; begin += kStretch) {
    stream.fill(begin, words);
    const std::size_t count = std::min(kStretch, size - begin);
    positions.resize(kept + count);
    for (std::size_t i = 0; i < count; ++i) {  // kept by the count: no branch to guess
      positions[kept] = static_cast<std::uint32_t>(begin + i);
      kept += words[i] < below ? 1 : 0;
    }
  }
  positions.resize(kept);
  return kept <= most;
}

bool drawKept(Draw draw, std::size_t size, std::size_t most,
              std::vector<std::uint32_t>& positions) {
  positions.clear();
  return draw.probability < kFew ? drawGaps(draw, size, most, positions)
                                 : drawEach(draw, size, most, positions);
}

/// Keeps each entry as it is with probability p, independently of the others; it may be none.
///
///     E ||C(x) - x||^2 = (1 - p) ||x||^2
///
/// Shapes: payload a 64-bit seed and p as a 64-bit float, from which both sides draw the positions,
///   then the kept values as float32; or the entries as SparsePayload writes them.
/// Errors: decode refuses a probability outside (0, 1] and another number of values than the seed
///   draws; values that are not finite pass. Otherwise as SparsePayload.
/// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
///   Learning, JMLR 2023.
class RandomSparsification final : public PositionSender {
 public:
  explicit RandomSparsification(const Settings& settings)
      : PositionSender({"random-sparsification", settings.choice("index_coding"), 0}),
        sendsPositions_(settings.choice("positions") == "sent") {
    configure(settings);
  }

  void configure(const Settings& settings) override { probability_ = settings.real("fraction"); }
  void exchange(StateArchive& state) override { state(probability_); }
  bool setKeptFraction(double fraction) override {
    probability_ = fraction;
    return true;
  }

  Result<void> keep(std::span<const float> input, const Layout& layout, Random& random,
                    Update::Entries& kept) override;
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  void appendPositions(const Update::Entries& kept, std::size_t size,
                       Payload& payload) const override;
  Result<std::size_t> readPositions(std::span<const std::byte> bytes, std::size_t size,
                                    std::vector<std::uint32_t>& positions) const override;
  /// Nothing for a seed. Where positions are sent, 1 + log2 d bits each, as the paper on natural
  /// compression counts, and log2 C(d, k).
  BitCounts positionCounts(std::span<const std::uint32_t> positions,
                           const Layout& layout) const override {
    if (!sendsPositions_ || positions.empty()) return {};
    const std::size_t size = elementCount(layout);
    const double each = 1.0 + std::log2(static_cast<double>(size));
    return {each * static_cast<double>(positions.size()), log2Choose(size, positions.size())};
  }

 private:
  bool sendsPositions_;
  double probability_ = 1.0;
  Draw draw_;             // of what was kept last
  Update::Entries kept_;  // scratch
};

Result<void> RandomSparsification::keep(std::span<const float> input, const Layout& layout,
                                        Random& random, Update::Entries& kept) {
  assert(input.size() == elementCount(layout));
  if (!std::isfinite(squaredNorm(input))) return notFinite(input, layout);
  draw_ = {random.next64(), probability_};
  drawKept(draw_, input.size(), input.size(), kept.indices);
  kept.values.resize(kept.indices.size());
  std::ranges::transform(kept.indices, kept.values.begin(), [&](auto i) { return input[i]; });
  return {};
}

Result<void> RandomSparsification::compress(std::span<const float> input, const Layout& layout,
                                            Random& random, Payload& payload) {
  if (sendsPositions_) return PositionSender::compress(input, layout, random, payload);
  payload.bytes.clear();
  payload.valueBits = payload.indexBits = 0;
  if (auto done = keep(input, layout, random, kept_); !done) return done;
  appendPositions(kept_, input.size(), payload);
  const auto floats = std::as_bytes(std::span(kept_.values));
  const std::size_t begin = payload.bytes.size();
  payload.bytes.resize(begin + floats.size());
  std::ranges::copy(floats, payload.bytes.data() + begin);
  payload.valueBits = 8 * static_cast<std::int64_t>(floats.size());
  return {};
}

Result<void> RandomSparsification::decode(const Payload& payload, const Layout& layout,
                                          Update& update) const {
  if (sendsPositions_) return PositionSender::decode(payload, layout, update);
  const std::size_t size = elementCount(layout);
  auto entries = update.takeEntries();
  update.setSparse(size, {});
  const auto read = readPositions(payload.bytes, size, entries.indices);
  if (!read) return read.error();
  const auto floats = std::span(payload.bytes).subspan(*read);
  if (floats.size() != entries.indices.size() * sizeof(float))
    return Error{
        said("random-sparsification payload: read %1 bytes of values; allowed: 4 for each of the "
             "%2 positions that its seed draws",
             floats.size(), entries.indices.size())};
  entries.values.resize(entries.indices.size());
  if (!floats.empty()) std::memcpy(entries.values.data(), floats.data(), floats.size());
  update.setSparse(size, std::move(entries));
  return {};
}

void RandomSparsification::appendPositions(const Update::Entries& kept, std::size_t size,
                                           Payload& payload) const {
  if (sendsPositions_) return PositionSender::appendPositions(kept, size, payload);
  const std::size_t begin = payload.bytes.size();
  payload.bytes.resize(begin + kDrawBytes);
  std::memcpy(payload.bytes.data() + begin, &draw_.seed, sizeof(draw_.seed));
  std::memcpy(payload.bytes.data() + begin + sizeof(draw_.seed), &draw_.probability,
              sizeof(draw_.probability));
}

Result<std::size_t> RandomSparsification::readPositions(
    std::span<const std::byte> bytes, std::size_t size,
    std::vector<std::uint32_t>& positions) const {
  if (sendsPositions_) return PositionSender::readPositions(bytes, size, positions);
  Draw draw;
  draw.probability = 0.0;
  if (bytes.size() >= kDrawBytes) {
    std::memcpy(&draw.seed, bytes.data(), sizeof(draw.seed));
    std::memcpy(&draw.probability, bytes.data() + sizeof(draw.seed), sizeof(draw.probability));
  }
  if (!(draw.probability > 0.0 && draw.probability <= 1.0))
    return Error{
        said("random-sparsification positions: read %1 bytes and the probability %2; allowed: a "
             "seed of 8 bytes and a probability in (0, 1]",
             bytes.size(), std::to_string(draw.probability))};
  // A value has a bit at least, whatever writes it.
  if (!drawKept(draw, size, 8 * (bytes.size() - kDrawBytes), positions))
    return Error{
        said("random-sparsification payload: read %1 bytes, which end too early; allowed: values "
             "for all positions that the seed draws",
             bytes.size())};
  return kDrawBytes;
}

std::vector<Parameter> randomSparsificationParameters() {
  auto coding = SparsePayload::parameter();
  coding.onlyWith = Condition{"positions", "sent"};
  return {
      {.key = "fraction",
       .label = "Kept fraction p",
       .unit = "",
       .help = "Probability of each entry to be sent, independently of all others.",
       .kind = Real{.initial = 0.01, .min = 1e-4, .max = 1.0, .scale = Scale::Log, .share = true},
       .change = Change::BetweenIterations},
      {.key = "positions",
       .label = "Positions",
       .unit = "",
       .help = "Whether both sides draw the positions from one seed, so that none travel, or each "
               "kept entry is sent with its position.",
       .kind = Choice{"seed", {"seed", "sent"}, {"from a seed", "sent"}}},
      std::move(coding),
  };
}

}  // namespace

CompressorEntry randomSparsification() {
  CompressorEntry entry;
  entry.key = "random-sparsification";
  entry.name = "Random sparsification";
  entry.summary = "Keeps each entry as it is by the toss of a coin.";
  entry.source =
      "Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed "
      "Learning, JMLR 2023";
  entry.parameters = randomSparsificationParameters();
  entry.classes = [](const Settings& settings, const Layout& /*layout*/) {
    return classesOfSparsifier(settings.real("fraction"));
  };
  entry.make = [](const Settings& settings) {
    return std::make_unique<RandomSparsification>(settings);
  };
  return entry;
}

}  // namespace telegrad
