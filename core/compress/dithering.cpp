// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/dithering.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

#include "core/base/multiversion.h"
#include "core/base/random_words.h"
#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/codec/elias.h"
#include "core/compress/bit_counts.h"
#include "core/compress/elias_levels.h"
#include "core/compress/finite.h"
#include "core/compress/lane_packing.h"
#include "core/compress/norm_groups.h"

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

template <typename Emit>
Result<void> Dithering::round(std::span<const float> input, const Layout& layout, Random& random,
                              std::byte* norms, const Emit& emit) const {
  const RandomWords stream(random);
  Stretch words;  // NOLINT: filled before it is read
  Stretch codes;  // NOLINT
  NormGroups group(shape_, layout);
  std::size_t done = 0;
  while (done < input.size()) {
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
      if (at + count == kStretch) emit(std::span<const std::uint32_t>(codes));
    }
  }
  emit(std::span<const std::uint32_t>(codes).first(input.size() % kStretch));
  return {};
}

Result<void> Dithering::compress(std::span<const float> input, const Layout& layout, Random& random,
                                 Payload& payload) {
  const std::size_t size = input.size();
  assert(size == elementCount(layout));
  const std::size_t normBytes = kNormBytes * groups(layout);
  payload.bytes.clear();
  payload.valueBits = static_cast<std::int64_t>(8 * normBytes);
  payload.indexBits = 0;
  if (size == 0) return {};
  if (shape_.coding == LevelCoding::Packed) {
    payload.valueBits += static_cast<std::int64_t>(width_ * size);
    payload.bytes.resize(normBytes + packedBytes(size, width_));
    auto* to = payload.bytes.data() + normBytes;
    return round(input, layout, random, payload.bytes.data(),
                 [&](auto codes) { to = putCodes(codes, width_, to); });
  }
  payload.bytes.resize(normBytes);
  coded_.resize(EliasLevelWriter::bound(size, levels()));
  EliasLevelWriter to(coded_.data());
  if (auto done =
          round(input, layout, random, payload.bytes.data(), [&](auto codes) { to.write(codes); });
      !done)
    return done;
  to.finish();
  const auto bytes = std::span(coded_).first((to.levelBits() + to.distanceBits() + 7) / 8);
  payload.bytes.insert(payload.bytes.end(), bytes.begin(), bytes.end());
  payload.valueBits += static_cast<std::int64_t>(to.levelBits());
  payload.indexBits = static_cast<std::int64_t>(to.distanceBits());
  return {};
}

Error Dithering::misread(const std::string& what) const {
  return Error{said("dithering payload of %1 levels: %2", levels(), what)};
}

namespace {

float normAt(std::span<const std::byte> norms, std::size_t group) {
  float norm = 0.0F;
  std::memcpy(&norm, norms.data() + kNormBytes * group, kNormBytes);
  return norm;
}

}  // namespace

Result<void> Dithering::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  const std::size_t count = groups(layout);
  const bool packed = shape_.coding == LevelCoding::Packed;
  const std::size_t least = kNormBytes * count + (packed ? packedBytes(size, width_) : 0);
  auto values = update.takeDense();
  update.setSparse(size, {});
  const bool exact = packed || size == 0;
  if (exact ? payload.bytes.size() != least : payload.bytes.size() < least)
    return misread(exact ? said("read %1 bytes; allowed: the %2 of %3 entries",
                                payload.bytes.size(), least, size)
                         : said("read %1 bytes; allowed: the %2 or more of %3 entries",
                                payload.bytes.size(), least, size));
  const auto norms = std::span(payload.bytes).first(kNormBytes * count);
  for (std::size_t group = 0; group < count; ++group)
    if (const float norm = normAt(norms, group); !std::isfinite(norm) || std::signbit(norm))
      return misread(said("read a norm of %1; allowed: finite numbers that are not negative",
                          std::to_string(norm)));
  const auto codes = std::span(payload.bytes).subspan(norms.size());
  auto wrong = size == 0 ? std::nullopt
               : packed  ? readPackedCodes(norms, codes, layout, values)
                         : readEliasCodes(norms, codes, layout, values);
  if (wrong) return misread(*wrong);
  update.setDense(std::move(values));
  return {};
}

std::optional<std::string> Dithering::readPackedCodes(std::span<const std::byte> norms,
                                                      std::span<const std::byte> packed,
                                                      const Layout& layout,
                                                      std::vector<float>& values) const {
  const std::size_t size = elementCount(layout);
  values.resize(size);
  Stretch codes;  // NOLINT: filled before it is read
  NormGroups group(shape_, layout);
  std::uint32_t greatest = 0;
  bool zerosFollow = true;
  std::size_t done = 0;
  for (std::size_t index = 0; done < size; ++index) {
    const std::size_t end = group.nextEnd();
    const float norm = normAt(norms, index);
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
  if (greatest / 2 > levels())
    return said("read level %1; allowed: 0 to %2", greatest / 2, levels());
  if (!zerosFollow) return said("bits are set after the last code; allowed: zeros");
  return std::nullopt;
}

std::optional<std::string> Dithering::readEliasCodes(std::span<const std::byte> norms,
                                                     std::span<const std::byte> coded,
                                                     const Layout& layout,
                                                     std::vector<float>& values) const {
  const std::size_t size = elementCount(layout);
  values.assign(size, 0.0F);
  NormGroups group(shape_, layout);
  std::size_t index = 0;
  std::size_t end = group.nextEnd();
  return readEliasLevels(coded, size, levels(), [&](std::size_t place, std::uint32_t code) {
    for (; place >= end; end = group.nextEnd()) ++index;
    values[place] = normAt(norms, index) * table_[code];
  });
}

BitCounts Dithering::count(const Payload& payload, const Layout& layout) const {
  const std::size_t size = elementCount(layout);
  if (size == 0) return {};
  const std::size_t normBytes = kNormBytes * groups(layout);
  const auto bytes = std::span(payload.bytes).subspan(normBytes);
  const auto normBits = 8.0 * static_cast<double>(normBytes);
  std::vector<std::uint64_t> occurrences(table_.size(), 0);
  if (shape_.coding == LevelCoding::Elias) {
    occurrences[0] = size;
    std::size_t next = 0;  // the place after the last entry
    std::uint64_t bits = 0;
    readEliasLevels(bytes, size, levels(), [&](std::size_t place, std::uint32_t code) {
      ++occurrences[code];
      --occurrences[0];
      bits += EliasOmega::bits(place + 1 - next) + 1 + EliasOmega::bits(code / 2);
      next = place + 1;
    });
    return {normBits + static_cast<double>(bits), normBits + entropyBits(occurrences)};
  }
  Stretch codes;  // NOLINT: filled before it is read
  for (std::size_t begin = 0; begin < size; begin += kStretch) {
    const auto some = std::span(codes).first(std::min(kStretch, size - begin));
    takeCodes(bytes.subspan(begin / 8 * width_), width_, some);
    for (const auto code : some) ++occurrences[code];
  }
  const double symbols = 2.0 * static_cast<double>(levels()) + 1.0;
  return {normBits + static_cast<double>(size) * std::log2(symbols),
          normBits + entropyBits(occurrences)};
}

}  // namespace telegrad
