// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/experiment/experiment.h"

namespace telegrad {

/// A control change that took effect: `iteration` (from 1) is the first one computed with `to`.
struct AppliedChange {
  std::int64_t iteration = 0;
  ParameterName name;
  Value from;
  Value to;
  bool operator==(const AppliedChange&) const = default;
};

/// Something that happened after so many iterations: how the run ended ("finished", "stopped",
/// "diverged", "failed") and why, that it was "paused" and "resumed", a "note", a "fault", or where
/// it "forked" from.
struct JournalEvent {
  std::int64_t iteration = 0;
  std::string event;
  std::string detail;
  bool operator==(const JournalEvent&) const = default;

  /// Whether it is a run's end, which a run that goes on takes back.
  bool isEnd() const;
};

/// A line of journal.jsonl, without its end, and with a checksum of the rest of it as its last
/// member ("check").
std::string journalLine(const AppliedChange& change);
std::string journalLine(const JournalEvent& event);

/// A line that was read, and at which byte of the file it begins.
struct JournalEntry {
  std::uint64_t begin = 0;
  std::variant<AppliedChange, JournalEvent> what;
};

/// All of a journal, in order; an incomplete last line (a crash) is dropped. Lines without a
/// checksum are read as well, be they of older versions or written by hand.
/// Errors: a file that cannot be read, a line that is no such change or event for this experiment,
/// or whose checksum is not that of what stands in it, or a change earlier than the one above; the
/// message names file and line.
Result<std::vector<JournalEntry>> readEntries(const std::filesystem::path& file,
                                              const Experiment& experiment);

// Of those, the ones of a kind.
std::vector<AppliedChange> changesIn(std::span<const JournalEntry> entries);
std::vector<JournalEvent> eventsIn(std::span<const JournalEntry> entries);

/// The changes in a journal, in order. Errors: as readEntries().
Result<std::vector<AppliedChange>> readJournal(const std::filesystem::path& file,
                                               const Experiment& experiment);

}  // namespace telegrad
