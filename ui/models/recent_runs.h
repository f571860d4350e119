// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "core/experiment/run_listing.h"

namespace telegrad::ui {

/// The runs below a folder that began last, the latest first; at most `most`. Those that cannot be
/// read are passed over. Threads: any but the window's, it reads files.
std::vector<RunListing> recentRuns(const std::filesystem::path& folder, std::size_t most);

}  // namespace telegrad::ui
