// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/sparse_payload.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/codec/index_block.h"

namespace telegrad {
namespace {

constexpr unsigned kWordBits = 32;

std::optional<IndexCode> codeOf(const std::string& coding) {
  if (coding == "packed" || coding == "fixed-32") return IndexCode::FixedWidth;
  for (std::size_t i = 0; i < kIndexCodes; ++i)
    if (const auto code = static_cast<IndexCode>(i); nameOf(code) == coding) return code;
  assert(coding == "automatic");
  return std::nullopt;
}

/// Where the positions first fail to ascend or leave [0, size); their number, if nowhere.
std::size_t firstMisplaced(std::span<const std::uint32_t> positions, std::size_t size) {
  if (positions.empty()) return 0;
  bool ascend = positions.back() < size;
  for (std::size_t i = 1; i < positions.size(); ++i) ascend &= positions[i - 1] < positions[i];
  if (ascend) return positions.size();
  std::size_t i = 0;
  while (positions[i] < size && (i == 0 || positions[i - 1] < positions[i])) ++i;
  return i;
}

}  // namespace

Parameter SparsePayload::parameter() {
  return {.key = "index_coding",
          .label = "Index coding",
          .unit = "",
          .help =
              "How positions are written: in as many bits as the model's length needs, in 32, or "
              "in a code that is short where they lie close together; automatic takes the "
              "shortest of bitmap, Rice and Golomb for each message.",
          .kind = Choice{"packed",
                         {"packed", "fixed-32", "automatic", "bitmap", "elias-gamma", "elias-delta",
                          "elias-omega", "rice", "golomb", "varint"},
                         {"packed", "32 bits", "automatic", "bitmap", "Elias gamma", "Elias delta",
                          "Elias omega", "Rice", "Golomb", "bytes (LEB128)"}}};
}

SparsePayload::SparsePayload(std::string name, const std::string& coding, std::size_t least)
    : name_(std::move(name)),
      least_(least),
      withoutHeader_(coding == "packed" || coding == "fixed-32"),
      words_(coding == "fixed-32"),
      code_(codeOf(coding)) {}

unsigned SparsePayload::width(std::size_t size) const {
  return words_ ? kWordBits : indexWidth(size);
}

IndexCoding SparsePayload::coding(std::span<const std::uint32_t> positions,
                                  std::size_t size) const {
  if (!code_) return shortestCoding(positions, size);
  if (*code_ == IndexCode::FixedWidth) return {*code_, width(size)};
  return codingFor(*code_, positions.size(), size);
}

void SparsePayload::appendBlock(std::span<const std::uint32_t> positions, std::size_t size,
                                Payload& payload) const {
  payload.indexBits += static_cast<std::int64_t>(
      appendIndexBlock(coding(positions, size), positions, size, payload.bytes));
}

void SparsePayload::write(std::span<const std::uint32_t> positions,
                          std::span<const std::byte> floats, std::size_t size,
                          Payload& payload) const {
  assert(floats.size() == positions.size() * sizeof(float));
  auto& bytes = payload.bytes;
  bytes.clear();
  payload.indexBits = 0;
  if (!withoutHeader_) appendBlock(positions, size, payload);
  const std::size_t values = bytes.size();
  bytes.resize(values + floats.size());
  std::ranges::copy(floats, bytes.data() + values);
  payload.valueBits = 8 * static_cast<std::int64_t>(floats.size());
  if (!withoutHeader_) return;
  appendPacked(positions, width(size), bytes);
  payload.indexBits = static_cast<std::int64_t>(width(size) * positions.size());
}

std::optional<std::size_t> SparsePayload::bytesFor(std::size_t count, std::size_t size) const {
  const std::size_t values = sizeof(float) * count;
  if (withoutHeader_) return values + packedBytes(count, width(size));
  if (code_ != IndexCode::Bitmap) return std::nullopt;
  return values + indexHeaderBytes({IndexCode::Bitmap, 0}, count) + packedBytes(size, 1);
}

Result<void> SparsePayload::readPacked(std::span<const std::byte> bytes, std::size_t size,
                                       Update::Entries& entries) const {
  const unsigned bits = width(size);
  // The padding has fewer bits than an entry, so at most one k has this length.
  const std::size_t count = 8 * bytes.size() / (32 + bits);
  const std::size_t valueBytes = count * sizeof(float);
  const std::size_t least = std::min(least_, size);
  if (count < least || count > size || valueBytes + packedBytes(count, bits) != bytes.size())
    return Error{
        said("%1 payload: read %2 bytes; allowed: the length of %3 to %4 entries of 32 + %5 bits",
             name_, bytes.size(), least, size, bits)};
  entries.values.resize(count);
  entries.indices.resize(count);
  if (count == 0) return {};
  std::memcpy(entries.values.data(), bytes.data(), valueBytes);
  if (!telegrad::readPacked(bytes.subspan(valueBytes), bits, entries.indices))
    return Error{said("%1 payload: bits are set after the last index; allowed: zeros", name_)};
  const std::size_t misplaced = firstMisplaced(entries.indices, size);
  if (misplaced < count)
    return Error{said("%1 payload: index %2 is %3; allowed: strictly ascending and below %4", name_,
                      misplaced, entries.indices[misplaced], size)};
  return {};
}

Result<void> SparsePayload::readBlock(std::span<const std::byte> bytes, std::size_t size,
                                      Update::Entries& entries) const {
  const auto read = readIndexBlock(bytes, size, entries.indices);
  if (!read) return Error{said("%1 payload: %2", name_, read.error())};
  const auto floats = bytes.subspan(*read);
  const std::size_t count = entries.indices.size();
  if (count < std::min(least_, size) || floats.size() != count * sizeof(float))
    return Error{
        said("%1 payload: read %2 positions and %3 bytes of values; allowed: %4 positions or more, "
             "4 bytes for each",
             name_, count, floats.size(), std::min(least_, size))};
  entries.values.resize(count);
  if (count > 0) std::memcpy(entries.values.data(), floats.data(), floats.size());
  return {};
}

Result<void> SparsePayload::read(std::span<const std::byte> bytes, std::size_t size,
                                 Update& update) const {
  auto entries = update.takeEntries();
  update.setSparse(size, {});
  auto done = withoutHeader_ ? readPacked(bytes, size, entries) : readBlock(bytes, size, entries);
  if (done) update.setSparse(size, std::move(entries));
  return done;
}

}  // namespace telegrad
