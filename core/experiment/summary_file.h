// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/experiment/run_folder.h"

namespace telegrad {

/// How a run ended, from its folder's summary.json; what is missing there keeps its initial value.
/// Targets are not read back: evaluations.csv has what they follow from.
/// Errors: there is no such file, or it has no state in it; the message names it.
Result<RunSummary> readSummary(const std::filesystem::path& folder);

}  // namespace telegrad
