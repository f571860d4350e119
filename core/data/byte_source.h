// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"

struct z_stream_s;

namespace telegrad {

/// The bytes of a file, inflated if it is gzip. Which of the two it is, is read from its first two
/// bytes and not from its name. Several gzip members in a row count as one stream (RFC 1952, 2.2).
class ByteSource {
 public:
  /// Errors: no such file, no regular file, unreadable, empty, over 1 GiB.
  static Result<ByteSource> open(const std::filesystem::path& path);

  bool isPacked() const { return stream_ != nullptr; }

  /// Fills `out`, or as much of it as is left; fewer bytes than asked for mean the end.
  /// Errors: a gzip stream that is truncated or damaged, or that has garbage after it.
  Result<std::size_t> read(std::span<std::uint8_t> out);

 private:
  struct EndInflate {
    void operator()(z_stream_s* stream) const;
  };

  ByteSource(std::string name, std::vector<std::uint8_t> file);
  Result<void> startInflating();
  std::size_t readPlain(std::span<std::uint8_t> out);
  Result<std::size_t> readInflated(std::span<std::uint8_t> out);
  Result<void> endMember();

  std::string name_;
  std::vector<std::uint8_t> file_;                  // as stored; inflating points into it
  std::size_t position_ = 0;                        // of a plain file
  bool ended_ = false;                              // the last gzip member was whole
  std::unique_ptr<z_stream_s, EndInflate> stream_;  // on the heap: zlib keeps its address
};

}  // namespace telegrad
