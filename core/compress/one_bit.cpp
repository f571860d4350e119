// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>
#include <string>

#include "core/codec/bit_packing.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/packed_symbols.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

constexpr const char* kName = "one-bit";

/// The two numbers that a group's entries become: the mean of those >= 0, of those < 0. Of none, 0.
struct Means {
  std::array<float, 2> of{};
};

/// One bit an entry: which side of 0 it is on. It comes back as the mean of its side's entries, of
/// its tensor or of its column,
///
///     C(x)_i = mean of { x_j : x_j >= 0 },  if x_i >= 0,      j of i's group
///              mean of { x_j : x_j <  0 },  otherwise.
///
/// A tensor's first extent counts the rows of its matrix, the others together its columns; one of
/// fewer than two extents is a single column.
///
/// C(x) is x projected onto what is constant on each side of each group: ||C(x)||^2 = <C(x), x>,
/// and by Cauchy and Schwarz ||C(x)||^2 >= ||x||^2 / d.
///
/// Shapes: payload two float32 for each group, in the order of the groups' first entries, then d
///   bits, 1 where x_i < 0, lowest first, filled up with zeros.
/// Errors: decode refuses another length, means that are not finite or on the wrong side of 0, and
///   bits set after the last entry.
/// Source: Seide, Fu, Droppo, Li and Yu, 1-Bit Stochastic Gradient Descent and its Application to
///   Data-Parallel Distributed Training of Speech DNNs, Interspeech 2014.
class OneBit final : public Compressor {
 public:
  explicit OneBit(const Settings& settings) : perColumn_(settings.choice("group") == "column") {}

  void configure(const Settings& /*settings*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  std::size_t columnsOf(const NamedTensor& tensor) const {
    if (tensor.size() == 0) return 0;
    if (!perColumn_ || tensor.shape.size() < 2) return 1;
    return tensor.size() / static_cast<std::size_t>(tensor.shape.front());
  }
  std::size_t groupsOf(const Layout& layout) const {
    std::size_t groups = 0;
    for (const auto& tensor : layout) groups += columnsOf(tensor);
    return groups;
  }

  struct Sums {
    std::array<double, 2> total{};
    std::array<std::size_t, 2> entries{};
  };

  bool perColumn_;
  std::vector<Sums> sums_;               // scratch, one a group
  std::vector<std::uint32_t> negative_;  // scratch, one an entry
};

Result<void> OneBit::compress(std::span<const float> input, const Layout& layout,
                              Random& /*random*/, Payload& payload) {
  assert(input.size() == elementCount(layout));
  if (!std::isfinite(squaredNorm(input))) return notFinite(input, layout);
  sums_.assign(groupsOf(layout), {});
  negative_.resize(input.size());
  std::size_t group = 0;
  for (const auto& tensor : layout) {
    const std::size_t columns = columnsOf(tensor);
    for (std::size_t i = 0, column = 0; i < tensor.size(); ++i) {
      const float x = input[tensor.offset + i];
      const std::uint32_t side = x < 0.0F ? 1 : 0;
      negative_[tensor.offset + i] = side;
      sums_[group + column].total[side] += x;
      ++sums_[group + column].entries[side];
      if (++column == columns) column = 0;
    }
    group += columns;
  }
  payload.bytes.resize(sums_.size() * sizeof(Means));
  for (std::size_t g = 0; g < sums_.size(); ++g) {
    Means means;
    for (const std::size_t side : {0, 1})
      if (sums_[g].entries[side] > 0)
        means.of[side] =
            static_cast<float>(sums_[g].total[side] / static_cast<double>(sums_[g].entries[side]));
    std::memcpy(payload.bytes.data() + g * sizeof(Means), &means, sizeof(means));
  }
  appendPacked(negative_, 1, payload.bytes);
  payload.valueBits = static_cast<std::int64_t>(8 * sizeof(Means) * sums_.size() + input.size());
  payload.indexBits = 0;
  return {};
}

Result<void> OneBit::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  const std::size_t groups = groupsOf(layout);
  const std::size_t length = groups * sizeof(Means) + packedBytes(size, 1);
  if (payload.bytes.size() != length)
    return Error{"one-bit payload: read " + std::to_string(payload.bytes.size()) +
                 " bytes; allowed: the " + std::to_string(length) + " of " +
                 std::to_string(groups) + " pairs of means and " + std::to_string(size) + " bits"};
  std::vector<Means> means(groups);
  if (groups > 0) std::memcpy(means.data(), payload.bytes.data(), groups * sizeof(Means));
  for (std::size_t g = 0; g < groups; ++g) {
    const auto [above, below] = means[g].of;
    if (!std::isfinite(above) || !std::isfinite(below) || above < 0.0F || below > 0.0F)
      return Error{"one-bit payload: the means of group " + std::to_string(g) + " are " +
                   std::to_string(above) + " and " + std::to_string(below) +
                   "; allowed: a finite number of at least 0 and one of at most 0"};
  }
  const auto bits =
      readSymbols(std::span(payload.bytes).subspan(groups * sizeof(Means)), 1, size, kName);
  if (!bits) return bits.error();
  values.resize(size);
  std::size_t group = 0;
  for (const auto& tensor : layout) {
    const std::size_t columns = columnsOf(tensor);
    for (std::size_t i = 0, column = 0; i < tensor.size(); ++i) {
      values[tensor.offset + i] = means[group + column].of[(*bits)[tensor.offset + i]];
      if (++column == columns) column = 0;
    }
    group += columns;
  }
  update.setDense(std::move(values));
  return {};
}

/// Paper: 64 bits a group and 1 an entry.
BitCounts OneBit::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  const std::size_t means = groupsOf(layout) * sizeof(Means);
  if (payload.bytes.size() < means) return {};
  const auto bits = readSymbols(std::span(payload.bytes).subspan(means), 1, size, kName);
  if (!bits) return {};
  const auto scales = 8.0 * static_cast<double>(means);
  return {scales + static_cast<double>(size), scales + symbolEntropy(*bits)};
}

}  // namespace

CompressorEntry oneBit() {
  CompressorEntry entry;
  entry.key = "one-bit";
  entry.name = "1-bit";
  entry.summary = "Sends one bit an entry and the means of the entries above and below 0.";
  entry.source =
      "Seide, Fu, Droppo, Li and Yu, 1-Bit Stochastic Gradient Descent and its Application to "
      "Data-Parallel Distributed Training of Speech DNNs, Interspeech 2014";
  entry.parameters = {
      {.key = "group",
       .label = "Means of",
       .unit = "",
       .help = "Which entries share their two means: those of a tensor, or of each column of a "
               "weight matrix, which is closer and sends more numbers.",
       .kind = Choice{"tensor", {"tensor", "column"}, {"each tensor", "each column"}}}};
  entry.classes = [](const Settings& /*settings*/, std::size_t d) {
    return classesOfSparsifier(1.0 / static_cast<double>(d));
  };
  entry.make = [](const Settings& settings) { return std::make_unique<OneBit>(settings); };
  return entry;
}

}  // namespace telegrad
