// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/index_block.h"

#include <limits>
#include <string>

#include "core/base/said.h"
#include "core/codec/bit_reader.h"
#include "core/codec/varint.h"

namespace telegrad {
namespace {

bool writesParameter(IndexCode code) {
  return code == IndexCode::FixedWidth || code == IndexCode::Rice || code == IndexCode::Golomb;
}

}  // namespace

std::uint64_t appendIndexBlock(IndexCoding coding, std::span<const std::uint32_t> positions,
                               std::size_t size, std::vector<std::byte>& bytes) {
  bytes.push_back(static_cast<std::byte>(coding.code));
  if (writesParameter(coding.code)) appendVarint(coding.parameter, bytes);
  appendVarint(positions.size(), bytes);
  return appendPositions(coding, positions, size, bytes);
}

std::size_t indexHeaderBytes(IndexCoding coding, std::size_t count) {
  const unsigned parameter = writesParameter(coding.code) ? Varint::bits(coding.parameter) : 0;
  return 1 + (parameter + Varint::bits(count)) / 8;
}

Result<std::size_t> readIndexBlock(std::span<const std::byte> bytes, std::size_t size,
                                   std::vector<std::uint32_t>& positions) {
  BitReader header(bytes);
  const auto number = header.read(8);
  if (number >= kIndexCodes)
    return Error{said("positions: read the code %1; allowed: those below %2", number, kIndexCodes)};
  const auto code = static_cast<IndexCode>(number);
  const std::uint64_t parameter = writesParameter(code) ? Varint::read(header) : 0;
  const std::uint64_t count = Varint::read(header);
  if (header.overran() || count > size || parameter > std::numeric_limits<std::uint32_t>::max())
    return Error{said(
        "positions: the header has no parameter, or no count; allowed: up to %1 positions", size)};
  const std::size_t headerBytes = header.bytesRead();
  positions.resize(count);
  const auto read = readPositions({code, static_cast<std::uint32_t>(parameter)},
                                  bytes.subspan(headerBytes), size, positions);
  if (!read) return read.error();
  return headerBytes + *read;
}

}  // namespace telegrad
