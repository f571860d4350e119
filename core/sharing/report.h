// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/experiment/run_folder.h"

namespace telegrad {

/// A page of HTML that says all there is to say of a run: its question (the experiment's summary),
/// what came out, its curves with a mark for each change, the settings that are not the usual ones,
/// its last figures, what happened to it and when, digests and versions. One file without a script
/// and without anything from elsewhere; light or dark as the reader's system. All text is escaped.
/// `end` is what its folder's summary says.
std::string htmlReport(const StoredRun& run, const RunSummary& end);

/// The same of the run in a folder, as a file; what is not sound there is said in the page.
/// Errors: as readRunFolder() and replaceFile().
Result<void> writeReport(const std::filesystem::path& folder, const std::filesystem::path& file);

}  // namespace telegrad
