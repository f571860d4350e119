// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>

#include "core/base/result.h"

namespace telegrad {

/// A file that is being written and may yet be abandoned, kept or continued. Unbuffered, so that a
/// full disk shows at the write that met it.
class PartFile {
 public:
  enum class Open { Anew, Continue };

  /// Errors: not writable; the message names the file and the system's reason.
  static Result<PartFile> open(const std::filesystem::path& path, Open how);

  /// Errors: no space, or what else the system says.
  Result<void> write(std::span<const char> bytes);
  /// Drops what is there and starts at the first byte again.
  Result<void> restart();
  /// Waits until the disk has it, so that a rename after it never names half a file.
  Result<void> finish();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }  // NOLINT: finish() has checked
  };
  PartFile(std::filesystem::path path, std::FILE* file);
  Error failed() const;

  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Close> file_;
};

/// Makes a folder and those above it, unless they are there. Errors: the message names it.
Result<void> makeFolder(const std::filesystem::path& folder);

/// How many bytes of a file are there; 0 if it is not.
std::int64_t bytesThere(const std::filesystem::path& path);

}  // namespace telegrad
