// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/run_folder.h"

namespace telegrad {

/// summary.json. Errors: as replaceFile().
Result<void> writeSummary(const std::filesystem::path& folder, const RunSummary& summary);

/// What it says; what is missing in it is as in a new RunSummary. `file` is the name in messages.
/// Errors: no JSON object, a member of another type.
Result<RunSummary> parseSummary(std::string_view text, const std::string& file);

/// How the run in a folder ended.
/// Errors: there is no summary.json, or it has no state in it; as parseSummary().
Result<RunSummary> readSummary(const std::filesystem::path& folder);
/// The same of a folder that may be damaged: where it says none, the state is kInterruptedState,
/// with a note why.
RunSummary readSummary(const std::filesystem::path& folder, std::vector<std::string>& notes);

}  // namespace telegrad
