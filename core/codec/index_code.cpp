// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/index_code.h"

#include <array>
#include <cassert>
#include <string>

#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/codec/bit_reader.h"
#include "core/codec/bit_writer.h"
#include "core/codec/bitmap.h"
#include "core/codec/elias.h"
#include "core/codec/golomb.h"
#include "core/codec/rice.h"
#include "core/codec/varint.h"

namespace telegrad {
namespace {

constexpr unsigned kWidestPosition = 32;

/// use(the code of the gaps), of a code that writes gaps.
template <typename Use>
auto withCode(IndexCoding coding, const Use& use) {
  switch (coding.code) {
    case IndexCode::EliasGamma:
      return use(EliasGamma{});
    case IndexCode::EliasDelta:
      return use(EliasDelta{});
    case IndexCode::EliasOmega:
      return use(EliasOmega{});
    case IndexCode::Rice:
      return use(Rice{coding.parameter});
    case IndexCode::Golomb:
      return use(Golomb{coding.parameter});
    default:
      assert(coding.code == IndexCode::Varint);
      return use(Varint{});
  }
}

Error misread(IndexCoding coding, const std::string& what) {
  return Error{said("positions in %1 code: %2", nameOf(coding.code), what)};
}

Error endsEarly(IndexCoding coding, std::size_t bytes, std::size_t count) {
  return misread(
      coding,
      said("read %1 bytes, which end too early; allowed: the code of %2 positions", bytes, count));
}

Error misplaced(IndexCoding coding, std::size_t place, std::size_t size) {
  return misread(coding, said("position %1 is no number of the code or not in its place; allowed: "
                              "strictly ascending and below %2",
                              place, size));
}

Error bitsAfterTheEnd(IndexCoding coding) {
  return misread(coding, said("bits are set after the last position; allowed: zeros"));
}

Result<std::size_t> readFixedWidth(IndexCoding coding, std::span<const std::byte> bytes,
                                   std::size_t size, std::span<std::uint32_t> positions) {
  const std::size_t length = packedBytes(positions.size(), coding.parameter);
  if (length > bytes.size()) return endsEarly(coding, bytes.size(), positions.size());
  if (!readPacked(bytes.first(length), coding.parameter, positions)) return bitsAfterTheEnd(coding);
  for (std::size_t i = 0; i < positions.size(); ++i)
    if (positions[i] >= size || (i > 0 && positions[i] <= positions[i - 1]))
      return misplaced(coding, i, size);
  return length;
}

Result<std::size_t> readBitmap(IndexCoding coding, std::span<const std::byte> bytes,
                               std::size_t size, std::span<std::uint32_t> positions) {
  const std::size_t length = bitmapBytes(size);
  if (length > bytes.size()) return endsEarly(coding, bytes.size(), positions.size());
  if (size % 8 != 0 && std::to_integer<unsigned>(bytes[length - 1]) >> size % 8 != 0)
    return bitsAfterTheEnd(coding);
  const std::size_t marked = markedPositions(bytes.first(length), positions);
  if (marked != positions.size())
    return misread(coding, said("read %1 marks; allowed: %2", marked, positions.size()));
  return length;
}

template <typename Code>
Result<std::size_t> readGaps(const Code& code, IndexCoding coding, std::span<const std::byte> bytes,
                             std::size_t size, std::span<std::uint32_t> positions) {
  BitReader from(bytes);
  std::uint64_t next = 0;  // the least position there may be
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const std::uint64_t number = code.read(from);
    const std::uint64_t position = next + number - Code::kFirst;
    if (number == kNoNumber || position >= size) return misplaced(coding, i, size);
    positions[i] = static_cast<std::uint32_t>(position);
    next = position + 1;
  }
  if (from.overran()) return endsEarly(coding, bytes.size(), positions.size());
  if (!from.endsInZeros()) return bitsAfterTheEnd(coding);
  return from.bytesRead();
}

bool hasParameter(IndexCoding coding) {
  switch (coding.code) {
    case IndexCode::FixedWidth:
      return coding.parameter <= kWidestPosition;
    case IndexCode::Rice:
      return coding.parameter <= Rice::kMost;
    case IndexCode::Golomb:
      return coding.parameter >= 1;
    default:
      return coding.parameter == 0;
  }
}

}  // namespace

std::string_view nameOf(IndexCode code) {
  static constexpr std::array<std::string_view, kIndexCodes> kNames{
      "fixed-width", "bitmap", "elias-gamma", "elias-delta",
      "elias-omega", "rice",   "golomb",      "varint"};
  return kNames.at(static_cast<std::size_t>(code));
}

IndexCoding codingFor(IndexCode code, std::size_t count, std::size_t size) {
  assert(count <= size);
  const double share = static_cast<double>(count) / static_cast<double>(size == 0 ? 1 : size);
  switch (code) {
    case IndexCode::FixedWidth:
      return {code, indexWidth(size)};
    case IndexCode::Rice:
      return {code, riceParameter(share)};
    case IndexCode::Golomb:
      return {code, golombParameter(share)};
    default:
      return {code, 0};
  }
}

IndexCoding shortestCoding(std::span<const std::uint32_t> positions, std::size_t size) {
  IndexCoding shortest{IndexCode::Bitmap, 0};
  std::uint64_t least = size;
  for (const auto code : {IndexCode::Rice, IndexCode::Golomb}) {
    const auto coding = codingFor(code, positions.size(), size);
    const std::uint64_t bits = positionBits(coding, positions, size);
    if (bits >= least) continue;
    least = bits;
    shortest = coding;
  }
  return shortest;
}

std::uint64_t positionBits(IndexCoding coding, std::span<const std::uint32_t> positions,
                           std::size_t size) {
  if (coding.code == IndexCode::FixedWidth) return positions.size() * coding.parameter;
  if (coding.code == IndexCode::Bitmap) return size;
  return withCode(coding, [&](const auto& code) {
    std::uint64_t bits = 0;
    std::uint64_t next = 0;
    for (const std::uint64_t position : positions) {
      bits += code.bits(position - next + code.kFirst);
      next = position + 1;
    }
    return bits;
  });
}

std::uint64_t appendPositions(IndexCoding coding, std::span<const std::uint32_t> positions,
                              std::size_t size, std::vector<std::byte>& bytes) {
  assert(hasParameter(coding) && (positions.empty() || positions.back() < size));
  const std::uint64_t bits = positionBits(coding, positions, size);
  const std::size_t begin = bytes.size();
  const std::size_t end = begin + (bits + 7) / 8;
  if (coding.code == IndexCode::FixedWidth) {
    appendPacked(positions, coding.parameter, bytes);
  } else if (coding.code == IndexCode::Bitmap) {
    bytes.resize(end);
    markPositions(positions, std::span(bytes).subspan(begin));
  } else {
    bytes.resize(end + BitWriter::kSlack);
    withCode(coding, [&](const auto& code) {
      BitWriter to(bytes.data() + begin);
      std::uint64_t next = 0;
      for (const std::uint64_t position : positions) {
        code.write(to, position - next + code.kFirst);
        next = position + 1;
      }
    });
    bytes.resize(end);
  }
  return bits;
}

Result<std::size_t> readPositions(IndexCoding coding, std::span<const std::byte> bytes,
                                  std::size_t size, std::span<std::uint32_t> positions) {
  assert(positions.size() <= size);
  if (!hasParameter(coding))
    return misread(coding, said("read the parameter %1; allowed: a width of at most 32, an m of at "
                                "most 31, an M of at least 1, or 0",
                                coding.parameter));
  if (coding.code == IndexCode::FixedWidth) return readFixedWidth(coding, bytes, size, positions);
  if (coding.code == IndexCode::Bitmap) return readBitmap(coding, bytes, size, positions);
  return withCode(coding,
                  [&](const auto& code) { return readGaps(code, coding, bytes, size, positions); });
}

}  // namespace telegrad
