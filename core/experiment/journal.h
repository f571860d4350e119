// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
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

/// A line of journal.jsonl, without its end: a change, or an event, which is how the run ended
/// ("finished", "stopped", "diverged", "failed") and why.
std::string journalLine(const AppliedChange& change);
std::string journalLine(std::int64_t iteration, const std::string& event,
                        const std::string& detail);

/// The changes in a journal, in order; events are passed over, an incomplete last line (a crash) is
/// dropped.
/// Errors: a file that cannot be read, a line that is no such change for this experiment or earlier
/// than the one above; the message names file and line.
Result<std::vector<AppliedChange>> readJournal(const std::filesystem::path& file,
                                               const Experiment& experiment);

}  // namespace telegrad
