// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/experiment/run_folder.h"

namespace telegrad {

/// summary.json. Errors: as replaceFile().
Result<void> writeSummary(const std::filesystem::path& folder, const RunSummary& summary);

/// How a run ended, from its folder's summary.json; what is missing there keeps its initial value.
/// Targets are not read back: evaluations.csv has what they follow from.
/// Errors: there is no such file, or it has no state in it; the message names it.
Result<RunSummary> readSummary(const std::filesystem::path& folder);
/// The same of a folder that may be damaged: where it says none, the state is "interrupted", with a
/// note why.
RunSummary readSummary(const std::filesystem::path& folder, std::vector<std::string>& notes);

}  // namespace telegrad
