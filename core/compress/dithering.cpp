// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/dithering.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/multiversion.h"
#include "core/base/random_words.h"
#include "core/compress/bit_counts.h"
#include "core/compress/bit_packing.h"
#include "core/compress/finite.h"
#include "core/compress/lane_packing.h"

namespace telegrad {
namespace {

constexpr std::size_t kNormBytes = sizeof(float);
/// Entries that stay in the nearest cache with their words and codes.
constexpr std::size_t kStretch = 4 * kLaneBlock;
using Stretch = std::array<std::uint32_t, kStretch>;

/// Writes codes, of which all but the last call's are whole blocks.
std::byte* putCodes(std::span<const std::uint32_t> codes, unsigned width, std::byte* to) {
  while (codes.size() >= kLaneBlock) {
    packLanes(codes.data(), width, to);
    to += packedBytes(kLaneBlock, width);
    codes = codes.subspan(kLaneBlock);
  }
  std::vector<std::byte> rest;
  appendPacked(codes, width, rest);
  return std::ranges::copy(rest, to).out;
}

/// Reads up to a stretch of codes. False if a bit after the last one is set.
bool takeCodes(std::span<const std::byte> from, unsigned width, std::span<std::uint32_t> codes) {
  while (codes.size() >= kLaneBlock) {
    unpackLanes(from.data(), width, codes.data());
    from = from.subspan(packedBytes(kLaneBlock, width));
    codes = codes.subspan(kLaneBlock);
  }
  return codes.empty() || readPacked(from.first(packedBytes(codes.size(), width)), width, codes);
}

TELEGRAD_MULTIVERSION
std::uint32_t lookUp(const std::uint32_t* codes, std::size_t count, const float* table, float norm,
                     float* to) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    greatest = std::max(greatest, codes[i]);
    to[i] = norm * table[codes[i]];
  }
  return greatest;
}

float normToSend(double norm) {
  return static_cast<float>(std::min(norm, double{std::numeric_limits<float>::max()}));
}

/// The ends of the runs of entries that share a norm, one after the other; empty tensors have none.
class Groups {
 public:
  Groups(const DitheringShape& shape, const Layout& layout)
      : scope_(shape.scope),
        bucket_(shape.bucket),
        layout_(&layout),
        size_(elementCount(layout)) {}

  std::size_t nextEnd() {
    if (scope_ == NormScope::Model) {
      end_ = size_;
    } else if (scope_ == NormScope::Bucket) {
      end_ = std::min(end_ + bucket_, size_);
    } else {
      while ((*layout_)[tensor_].size() == 0) ++tensor_;
      end_ += (*layout_)[tensor_++].size();
    }
    return end_;
  }

 private:
  NormScope scope_;
  std::size_t bucket_;
  const Layout* layout_;
  std::size_t size_;
  std::size_t tensor_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

Dithering::Dithering(DitheringShape shape)
    : shape_(std::move(shape)),
      width_(1U + static_cast<unsigned>(std::bit_width(shape_.levels.values.size() - 1))) {
  table_.assign(std::size_t{1} << width_, 0.0F);
  for (std::size_t l = 0; l < shape_.levels.values.size(); ++l) {
    table_[2 * l] = shape_.levels.values[l];
    table_[2 * l + 1] = -shape_.levels.values[l];
  }
}

std::size_t Dithering::groups(const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  if (shape_.scope == NormScope::Bucket) return (size + shape_.bucket - 1) / shape_.bucket;
  if (shape_.scope == NormScope::Model) return size > 0 ? 1 : 0;
  return static_cast<std::size_t>(
      std::ranges::count_if(layout, [](const NamedTensor& tensor) { return tensor.size() > 0; }));
}

std::size_t Dithering::bytesOf(const Layout& layout) const {
  return kNormBytes * groups(layout) + packedBytes(elementCount(layout), width_);
}

Result<void> Dithering::compress(std::span<const float> input, const Layout& layout, Random& random,
                                 Payload& payload) {
  const std::size_t size = input.size();
  assert(size == elementCount(layout));
  payload.bytes.resize(bytesOf(layout));
  payload.valueBits = static_cast<std::int64_t>(8 * kNormBytes * groups(layout) + width_ * size);
  payload.indexBits = 0;
  if (size == 0) return {};
  const RandomWords stream(random);
  Stretch words;  // NOLINT: filled before it is read
  Stretch codes;  // NOLINT
  auto* norms = payload.bytes.data();
  auto* packed = norms + kNormBytes * groups(layout);
  Groups group(shape_, layout);
  std::size_t done = 0;
  while (done < size) {
    const std::size_t end = group.nextEnd();
    const double exact = normOf(shape_.norm, input.subspan(done, end - done));
    if (!std::isfinite(exact)) return notFinite(input, layout);
    const float norm = normToSend(exact);
    std::memcpy(norms, &norm, kNormBytes);
    norms += kNormBytes;
    while (done < end) {
      const std::size_t at = done % kStretch;
      if (at == 0) stream.fill(done, words);
      const std::size_t count = std::min(end - done, kStretch - at);
      roundToLevels(input.subspan(done, count), norm, shape_.levels, words.data() + at,
                    codes.data() + at);
      done += count;
      if (at + count == kStretch) packed = putCodes(codes, width_, packed);
    }
  }
  putCodes(std::span(codes).first(size % kStretch), width_, packed);
  return {};
}

Error Dithering::misread(const std::string& what) const {
  return Error{"dithering payload of " + std::to_string(shape_.levels.values.size() - 1) +
               " levels: " + what};
}

Result<void> Dithering::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  if (payload.bytes.size() != bytesOf(layout))
    return misread("read " + std::to_string(payload.bytes.size()) + " bytes; allowed: the " +
                   std::to_string(bytesOf(layout)) + " of " + std::to_string(size) + " entries");
  values.resize(size);
  Stretch codes;  // NOLINT: filled before it is read
  const auto* norms = payload.bytes.data();
  const auto packed = std::span(payload.bytes).subspan(kNormBytes * groups(layout));
  Groups group(shape_, layout);
  std::uint32_t greatest = 0;
  bool zerosFollow = true;
  std::size_t done = 0;
  while (done < size) {
    const std::size_t end = group.nextEnd();
    float norm = 0.0F;
    std::memcpy(&norm, norms, kNormBytes);
    norms += kNormBytes;
    if (!std::isfinite(norm) || std::signbit(norm))
      return misread("read a norm of " + std::to_string(norm) +
                     "; allowed: finite numbers that are not negative");
    while (done < end) {
      const std::size_t at = done % kStretch;
      if (at == 0)
        zerosFollow &= takeCodes(packed.subspan(done / 8 * width_), width_,
                                 std::span(codes).first(std::min(kStretch, size - done)));
      const std::size_t count = std::min(end - done, kStretch - at);
      greatest = std::max(
          greatest, lookUp(codes.data() + at, count, table_.data(), norm, values.data() + done));
      done += count;
    }
  }
  if (greatest / 2 >= shape_.levels.values.size())
    return misread("read level " + std::to_string(greatest / 2) + "; allowed: 0 to " +
                   std::to_string(shape_.levels.values.size() - 1));
  if (!zerosFollow) return misread("bits are set after the last code; allowed: zeros");
  update.setDense(std::move(values));
  return {};
}

BitCounts Dithering::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  const std::size_t normBytes = kNormBytes * groups(layout);
  const auto packed = std::span(payload.bytes).subspan(normBytes);
  std::vector<std::uint64_t> occurrences(table_.size(), 0);
  Stretch codes;  // NOLINT: filled before it is read
  for (std::size_t begin = 0; begin < size; begin += kStretch) {
    const auto some = std::span(codes).first(std::min(kStretch, size - begin));
    takeCodes(packed.subspan(begin / 8 * width_), width_, some);
    for (const auto code : some) ++occurrences[code];
  }
  const auto normBits = 8.0 * static_cast<double>(normBytes);
  const auto symbols = 2.0 * static_cast<double>(shape_.levels.values.size()) - 1.0;
  return {normBits + static_cast<double>(size) * std::log2(symbols),
          normBits + entropyBits(occurrences)};
}

double exponentialDitheringZeta(double base, std::size_t levels, Norm norm, std::size_t d) {
  const double root = norm == Norm::One ? 1.0 : 0.5;
  const double z =
      std::pow(static_cast<double>(d), root) * std::pow(base, 1.0 - static_cast<double>(levels));
  return (base + 1.0 / base + 2.0) / 4.0 + z * std::min(1.0, z);
}

std::vector<Parameter> ditheringParameters(const std::string& norm, const std::string& scope) {
  return {
      {.key = "norm",
       .label = "Norm p",
       .unit = "",
       .help = "The length that the levels are shares of: the sum of magnitudes, the Euclidean "
               "length or the largest magnitude.",
       .kind = Choice{norm,
                      {"1", "2", "infinity"},
                      {"sum (p = 1)", "Euclidean (p = 2)", "largest (p = ∞)"}}},
      {.key = "scope",
       .label = "Norm of",
       .unit = "",
       .help = "Which entries share a norm: small buckets that follow one another, each tensor or "
               "the whole model. Fewer entries a norm mean less error and more norms to send.",
       .kind =
           Choice{scope, {"bucket", "tensor", "model"}, {"buckets", "each tensor", "whole model"}}},
      {.key = "bucket",
       .label = "Bucket size",
       .unit = "",
       .help = "Number of entries that share a norm.",
       .kind = Integer{128, 1, 1'000'000, Scale::Log},
       .onlyWith = Condition{"scope", "bucket"}},
  };
}

DitheringShape ditheringShape(const Settings& settings, DitheringLevels levels) {
  const auto& norm = settings.choice("norm");
  const auto& scope = settings.choice("scope");
  DitheringShape shape;
  shape.levels = std::move(levels);
  shape.norm = norm == "1" ? Norm::One : norm == "2" ? Norm::Two : Norm::Infinity;
  shape.scope = scope == "bucket"   ? NormScope::Bucket
                : scope == "tensor" ? NormScope::Tensor
                                    : NormScope::Model;
  shape.bucket = static_cast<std::size_t>(settings.integer("bucket"));
  return shape;
}

}  // namespace telegrad
