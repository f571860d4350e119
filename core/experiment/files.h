// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace telegrad {

/// A file's bytes. Errors: it cannot be read; the message names it and says why.
Result<std::string> readFile(const std::filesystem::path& file);

/// The same of a file from elsewhere, which may be anything: what is no regular file (a pipe that
/// never ends, a device) or has more than `most` bytes is an error as well. Links are followed.
Result<std::string> readRegularFile(const std::filesystem::path& file,
                                    std::uint64_t most = std::uint64_t{1} << 32U);

/// Puts `text` in the place of the file's former contents, at once or not at all.
/// Errors: no space, not writable; the message names the file, and the former contents stay.
Result<void> replaceFile(const std::filesystem::path& file, std::string_view text);
/// The same with a text that lies in pieces.
Result<void> replaceFile(const std::filesystem::path& file,
                         std::span<const std::string_view> pieces);

/// A file that grows by whole lines. Lines are kept back until there is a block of them, or until
/// flush(). When the system takes no more, the file is cut back to its last whole line, and every
/// later call repeats the error.
///
/// Threads: one.
class LineFile {
 public:
  /// A new, empty file. Errors: it cannot be made; the message names it.
  static Result<LineFile> create(const std::filesystem::path& file);
  /// One that goes on after its first `size` bytes, which end a line; what follows them is cut off.
  /// Errors: it is shorter, or not writable; the message names it.
  static Result<LineFile> continueAt(const std::filesystem::path& file, std::uint64_t size);

  LineFile(LineFile&& other) noexcept;
  LineFile& operator=(LineFile&& other) noexcept;
  LineFile(const LineFile&) = delete;
  LineFile& operator=(const LineFile&) = delete;
  ~LineFile();  // writes what is kept back; an error is lost, so flush() first

  /// One line or several, each with its end.
  Result<void> append(std::string_view lines);
  Result<void> flush();
  /// Bytes of all lines, also of those that are kept back.
  std::uint64_t size() const { return written_ + kept_.size(); }

 private:
  LineFile(std::filesystem::path file, int descriptor);
  Result<void> fail(int code);

  std::filesystem::path file_;
  int descriptor_ = -1;
  std::string kept_;              // whole lines that were not written yet
  std::uint64_t written_ = 0;     // bytes of whole lines in the file
  std::optional<Error> failure_;  // the first
};

}  // namespace telegrad
