// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
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
/// The same with a text that `write` hands over piece by piece. Once the system takes no more, what
/// follows is passed over.
using TextSink = std::function<void(std::string_view)>;
Result<void> replaceFile(const std::filesystem::path& file,
                         const std::function<void(const TextSink&)>& write);

/// A file that grows by whole lines. Lines are kept back until there is a block of them, or until
/// flush(). When the system takes no more, the file is cut back to its last whole line; what it did
/// not take stays kept back, and the next call tries again.
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

  /// One line or several, each with its end. Errors: as flush(); the lines are taken none the less.
  Result<void> append(std::string_view lines);
  /// Errors: no space, not writable any more; the message names the file.
  Result<void> flush();
  /// Bytes of all lines, also of those that are kept back.
  std::uint64_t size() const { return written_ + kept_.size(); }

 private:
  LineFile(std::filesystem::path file, int descriptor);
  Error fail(int code, std::size_t done);

  std::filesystem::path file_;
  int descriptor_ = -1;
  std::string kept_;           // whole lines that were not written yet
  std::uint64_t written_ = 0;  // bytes of whole lines in the file
};

/// Says to other processes, and to other holders in this one, that a file is in use; the system
/// takes it back when its holder ends, however that is. On file systems that know no such thing it
/// says nothing.
class FileLock {
 public:
  /// Nothing where somebody else holds it. A file that is not there is held by nobody.
  static std::optional<FileLock> take(const std::filesystem::path& file);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace telegrad
