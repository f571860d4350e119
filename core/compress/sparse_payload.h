// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/base/parameter.h"
#include "core/codec/index_code.h"
#include "core/compress/compressor.h"

namespace telegrad {

/// The entries of a sparse vector as bytes: what they hold, and where they are in the code that was
/// chosen.
///
/// Shapes: "packed" and "fixed-32": k values as little-endian float32, then their k positions,
///   ascending, in ceil(log2 d) or in 32 bits each; the length tells k. All others: a block of
///   positions (core/codec/index_block.h), then k values; the block's header counts as framing.
/// Errors: read() refuses a length that no k in [least, d] has, and positions that do not ascend or
///   lie outside; values that are not finite pass.
/// Threads: all of it is const.
class SparsePayload {
 public:
  /// The choice of the code, for every operator whose positions travel.
  static Parameter parameter();

  /// `name` is what messages call the payload; `coding`, an option of parameter().
  SparsePayload(std::string name, const std::string& coding, std::size_t least);

  /// Writes the whole payload. The positions are strictly ascending and below `size`; `floats` are
  /// the bytes of as many values.
  void write(std::span<const std::uint32_t> positions, std::span<const std::byte> floats,
             std::size_t size, Payload& payload) const;

  /// The entries of such a payload, or none and an error.
  Result<void> read(std::span<const std::byte> bytes, std::size_t size, Update& update) const;

  /// The bytes of such a payload; nothing where they depend on the positions.
  std::optional<std::size_t> bytesFor(std::size_t count, std::size_t size) const;

  /// Appends a block of positions alone, and counts its bits.
  void appendBlock(std::span<const std::uint32_t> positions, std::size_t size,
                   Payload& payload) const;

 private:
  IndexCoding coding(std::span<const std::uint32_t> positions, std::size_t size) const;
  Result<void> readPacked(std::span<const std::byte> bytes, std::size_t size,
                          Update::Entries& entries) const;
  Result<void> readBlock(std::span<const std::byte> bytes, std::size_t size,
                         Update::Entries& entries) const;
  unsigned width(std::size_t size) const;

  std::string name_;
  std::size_t least_;
  bool withoutHeader_;
  bool words_;                     // 32 bits a position
  std::optional<IndexCode> code_;  // the shortest, if there is none
};

}  // namespace telegrad
