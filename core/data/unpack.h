// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

#include "core/base/result.h"
#include "core/data/download.h"

namespace telegrad {

struct UnpackOrder {
  std::filesystem::path archive;  ///< a gzipped tar
  ArchiveContents contents;
  std::filesystem::path folder;  ///< there, and empty
  /// Bytes written so far, all files together; may be empty.
  std::function<void(const std::string& file, std::int64_t done)> progress;
};

/// Takes the dataset's files, and nothing else, out of an archive that may be anybody's. What is
/// written bears names of `contents`, never the archive's.
///
/// Errors, each naming the archive and, where it is one entry's fault, that entry: not gzip, not
/// tar, damaged or truncated; an entry with an absolute path or one with "..", a link, a device,
/// or anything else that is neither of the files nor the folder they are in; a file that is larger
/// than published, or there twice; one that is not there; no space; cancelled through `stop`. What
/// was written until then is the caller's to remove. Threads: any; blocks.
Result<void> unpack(const UnpackOrder& order, const std::stop_token& stop);

}  // namespace telegrad
