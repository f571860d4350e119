// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/experiment/run_folder.h"

namespace telegrad {

/// What a folder's summary.json says: state ("interrupted" where it says none, with a note),
/// message, digest, origin of the data and versions. The figures stay as they are: readRunFolder()
/// has them.
RunSummary readSummary(const std::filesystem::path& folder, std::vector<std::string>& notes);

}  // namespace telegrad
