// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/run_notes.h"

namespace telegrad {

/// What a list of runs says of one, read without its curves: a few small files, whatever the run's
/// length.
struct RunListing {
  std::filesystem::path folder;
  Experiment experiment;
  RunNotes notes;
  /// state, last and targets of summary.json. A run that has none yet, or did not come to its end,
  /// is kInterruptedState, and `last` its last whole row; if there is none, iteration 0.
  RunSummary summary;
  std::int64_t begun = 0;            ///< when experiment.toml was written, in seconds since 1970
  std::vector<std::string> remarks;  ///< what could not be read, in words for the user

  /// The notes' name, else the experiment's.
  const std::string& name() const { return notes.name.empty() ? experiment.name() : notes.name; }
};

/// Errors: no readable experiment.toml; what else is damaged is in the remarks.
Result<RunListing> readListing(const std::filesystem::path& folder);

/// The run folders at or below a folder, in order of their names: those with an experiment.toml. At
/// most `depth` levels below, and not inside another run or through links. A folder that there is
/// not, or that cannot be read, has none.
std::vector<std::filesystem::path> runFoldersIn(const std::filesystem::path& folder, int depth = 3);

}  // namespace telegrad
