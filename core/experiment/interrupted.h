// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

/// A run that ended without a word: its process was killed, or the machine went off.
struct InterruptedRun {
  std::filesystem::path folder;
  std::string name;                      ///< of its experiment
  std::int64_t iteration = 0;            ///< the last of which a row is there
  std::filesystem::file_time_type when;  ///< that was
};

/// Those in a folder of run folders, the last one first: they have an experiment, but no summary,
/// and nobody is writing them. What cannot be read is passed over.
std::vector<InterruptedRun> interruptedRuns(const std::filesystem::path& runs);

/// Gives such a run a summary of what is there, so that it counts as ended; it can still be
/// resumed. Its state is kInterruptedState. Errors: as readRunFolder() and replaceFile().
Result<void> keepAsItIs(const std::filesystem::path& folder);

}  // namespace telegrad
