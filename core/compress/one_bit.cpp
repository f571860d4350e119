// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>

#include "core/base/multiversion.h"
#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/compress/norms.h"
#include "core/compress/sign_bits.h"

namespace telegrad {
namespace {

/// Of the groups of some columns: the sums of the entries on either side of 0, and how many there
/// are below it.
struct Sides {
  std::vector<double> above;
  std::vector<double> below;
  std::vector<std::uint64_t> belowCount;

  void clear(std::size_t groups) {
    above.assign(groups, 0.0);
    below.assign(groups, 0.0);
    belowCount.assign(groups, 0);
  }
};

TELEGRAD_MULTIVERSION
void addRow(const float* x, std::size_t columns, double* above, double* below,
            std::uint64_t* belowCount) {
  for (std::size_t j = 0; j < columns; ++j) {
    const bool negative = x[j] < 0.0F;
    above[j] += negative ? 0.0 : static_cast<double>(x[j]);
    below[j] += negative ? static_cast<double>(x[j]) : 0.0;
    belowCount[j] += negative ? 1 : 0;
  }
}

/// The same of a single column: entry i goes to lane i mod kLanes, and the lanes are added in their
/// order.
void addColumn(std::span<const float> x, double& above, double& below, std::uint64_t& belowCount) {
  constexpr std::size_t kLanes = 512;
  std::array<double, kLanes> aboves{};
  std::array<double, kLanes> belows{};
  std::array<std::uint64_t, kLanes> counts{};
  for (std::size_t i = 0; i < x.size(); i += kLanes)
    addRow(x.data() + i, std::min(kLanes, x.size() - i), aboves.data(), belows.data(),
           counts.data());
  for (std::size_t j = 0; j < kLanes; ++j) {
    above += aboves[j];
    below += belows[j];
    belowCount += counts[j];
  }
}

/// Eight entries a byte: `below` where the bit is set.
TELEGRAD_MULTIVERSION
void spread(const std::byte* signs, std::size_t bytes, float above, float below, float* to) {
  constexpr unsigned kByte = 8;
  for (std::size_t i = 0; i < bytes; ++i) {
    const auto set = std::to_integer<std::uint32_t>(signs[i]);
    for (unsigned bit = 0; bit < kByte; ++bit)
      to[kByte * i + bit] = (set >> bit & 1U) != 0 ? below : above;
  }
}

/// The two numbers that a group's entries become: the mean of those >= 0, of those < 0. Of none, 0.
struct Means {
  std::array<float, 2> of{};
};

/// How many pairs of means a tensor has: one, or one for each column of the matrix that it is.
std::size_t meansOf(const NamedTensor& tensor, bool perColumn) {
  if (tensor.size() == 0) return 0;
  if (!perColumn || tensor.shape.size() < 2) return 1;
  return tensor.size() / static_cast<std::size_t>(tensor.shape.front());
}

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
/// and by Cauchy and Schwarz ||C(x)||^2 >= ||x||^2 / d,
/// d the entries of the largest group.
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
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  std::size_t columnsOf(const NamedTensor& tensor) const { return meansOf(tensor, perColumn_); }
  std::size_t groupsOf(const Layout& layout) const {
    std::size_t groups = 0;
    for (const auto& tensor : layout) groups += columnsOf(tensor);
    return groups;
  }

  void add(std::span<const float> x, std::size_t group, std::size_t columns);

  bool perColumn_;
  Sides sides_;  // scratch
};

void OneBit::add(std::span<const float> x, std::size_t group, std::size_t columns) {
  auto* above = sides_.above.data() + group;
  auto* below = sides_.below.data() + group;
  auto* belowCount = sides_.belowCount.data() + group;
  if (columns == 1) {
    addColumn(x, *above, *below, *belowCount);
    return;
  }
  for (std::size_t i = 0; i < x.size(); i += columns)
    addRow(x.data() + i, columns, above, below, belowCount);
}

Result<void> OneBit::compress(std::span<const float> input, const Layout& layout,
                              Random& /*random*/, Payload& payload) {
  assert(input.size() == elementCount(layout));
  if (!std::isfinite(greatestMagnitude(input))) return notFinite(input, layout);
  const std::size_t groups = groupsOf(layout);
  const std::size_t meanBytes = groups * sizeof(Means);
  payload.bytes.resize(meanBytes + packedBytes(input.size(), 1));
  sides_.clear(groups);
  std::size_t group = 0;
  for (const auto& tensor : layout) {
    const std::size_t columns = columnsOf(tensor);
    if (columns == 0) continue;
    add(input.subspan(tensor.offset, tensor.size()), group, columns);
    const std::size_t rows = tensor.size() / columns;
    for (std::size_t g = group; g < group + columns; ++g) {
      const std::size_t below = sides_.belowCount[g];
      const auto mean = [](double sum, std::size_t count) {
        return count == 0 ? 0.0F : static_cast<float>(sum / static_cast<double>(count));
      };
      const Means means{{mean(sides_.above[g], rows - below), mean(sides_.below[g], below)}};
      std::memcpy(payload.bytes.data() + g * sizeof(Means), &means, sizeof(means));
    }
    group += columns;
  }
  packSigns(input.data(), input.size(), payload.bytes.data() + meanBytes);
  payload.valueBits = static_cast<std::int64_t>(8 * meanBytes + input.size());
  payload.indexBits = 0;
  return {};
}

/// values_i of a run that begins anywhere among the signs.
void spreadMeans(const std::byte* signs, std::size_t begin, std::size_t count, const Means& means,
                 float* values) {
  const std::size_t end = begin + count;
  std::size_t i = begin;
  const auto one = [&] {
    values[i] = means.of[std::to_integer<unsigned>(signs[i / 8]) >> i % 8 & 1U];
    ++i;
  };
  while (i < end && i % 8 != 0) one();
  const std::size_t bytes = (end - i) / 8;
  spread(signs + i / 8, bytes, means.of[0], means.of[1], values + i);
  i += 8 * bytes;
  while (i < end) one();
}

Result<void> OneBit::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  const std::size_t groups = groupsOf(layout);
  const std::size_t length = groups * sizeof(Means) + packedBytes(size, 1);
  if (payload.bytes.size() != length)
    return Error{
        said("one-bit payload: read %1 bytes; allowed: the %2 of %3 pairs of means and %4 bits",
             payload.bytes.size(), length, groups, size)};
  std::vector<Means> means(groups);
  if (groups > 0) std::memcpy(means.data(), payload.bytes.data(), groups * sizeof(Means));
  for (std::size_t g = 0; g < groups; ++g) {
    const auto [above, below] = means[g].of;
    if (!std::isfinite(above) || !std::isfinite(below) || above < 0.0F || below > 0.0F)
      return Error{
          said("one-bit payload: the means of group %1 are %2 and %3; allowed: a finite number of "
               "at least 0 and one of at most 0",
               g, std::to_string(above), std::to_string(below))};
  }
  const auto* const signs = payload.bytes.data() + groups * sizeof(Means);
  if (!endsInZeros(signs, size))
    return Error{said("one-bit payload: bits are set after the last entry; allowed: zeros")};
  values.resize(size);
  std::size_t group = 0;
  for (const auto& tensor : layout) {
    const std::size_t columns = columnsOf(tensor);
    if (columns == 0) continue;
    if (columns == 1)
      spreadMeans(signs, tensor.offset, tensor.size(), means[group], values.data());
    else
      for (std::size_t i = tensor.offset; i < tensor.offset + tensor.size(); ++i)
        values[i] = means[group + (i - tensor.offset) % columns]
                        .of[std::to_integer<unsigned>(signs[i / 8]) >> i % 8 & 1U];
    group += columns;
  }
  update.setDense(std::move(values));
  return {};
}

/// Paper: 64 bits a group and 1 an entry.
BitCounts OneBit::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  const std::size_t means = groupsOf(layout) * sizeof(Means);
  if (payload.bytes.size() != means + packedBytes(size, 1)) return {};
  const auto scales = 8.0 * static_cast<double>(means);
  return {scales + static_cast<double>(size),
          scales + signEntropy(payload.bytes.data() + means, size)};
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
  entry.classes = [](const Settings& settings, const Layout& layout) {
    std::size_t most = 1;
    for (const auto& tensor : layout)
      if (const auto means = meansOf(tensor, settings.choice("group") == "column"); means > 0)
        most = std::max(most, tensor.size() / means);
    return classesOfSparsifier(1.0 / static_cast<double>(most));
  };
  entry.make = [](const Settings& settings) { return std::make_unique<OneBit>(settings); };
  return entry;
}

}  // namespace telegrad
