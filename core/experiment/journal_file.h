// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/experiment/files.h"
#include "core/experiment/journal.h"

namespace telegrad {

/// The journal of a run that goes on, line by line, each handed to the system at once.
///
/// A run that repeats changes (it goes on after a crash, or replays another's) knows lines before
/// they come true. They stand in the file from the beginning, behind what has come true so far, so
/// that a crash loses none of them; as they come true the file stays as it is. A line that nobody
/// expected is put before them; one whose time passed without it goes.
///
/// Threads: one.
class JournalFile {
 public:
  /// A file of `happened` (whole lines) and what is `expected`, in order, whatever stood there.
  /// Errors: as replaceFile().
  static Result<JournalFile> begin(std::filesystem::path file, std::string happened,
                                   std::span<const JournalEntry> expected);

  // What has happened now. Errors: as LineFile's, or replaceFile()'s; it is taken none the less,
  // and the next call tries again.
  Result<void> append(const AppliedChange& change);
  Result<void> append(const JournalEvent& event);
  /// Nothing comes true any more that is not from after `iteration`, or nothing at all.
  Result<void> forgetThrough(std::int64_t iteration);
  /// Writes what could not be written before.
  Result<void> flush();

  /// Bytes of the lines that have come true.
  std::uint64_t size() const { return happened_.size(); }

 private:
  struct Expected {
    JournalEntry entry;
    std::string line;  // with its end
  };
  JournalFile(std::filesystem::path file, LineFile lines, std::string happened);
  template <typename Entry>
  Result<void> take(const Entry& entry);
  Result<void> replace();

  std::filesystem::path file_;
  LineFile lines_;
  std::string happened_;
  std::deque<Expected> expected_;
  bool stale_ = false;  // the file is to be replaced as a whole, which did not succeed
};

/// What a run is to expect that makes these changes, and repeats these events: both in order.
std::vector<JournalEntry> expectedEntries(std::span<const AppliedChange> changes,
                                          std::span<const JournalEvent> events);

}  // namespace telegrad
