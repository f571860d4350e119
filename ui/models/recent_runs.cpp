// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recent_runs.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace telegrad::ui {

std::vector<RunListing> recentRuns(const std::filesystem::path& folder, std::size_t most) {
  using Dated = std::pair<std::filesystem::file_time_type, std::filesystem::path>;
  std::vector<Dated> folders;
  for (auto& found : runFoldersIn(folder)) {
    std::error_code error;
    const auto when = std::filesystem::last_write_time(found / kExperimentFile, error);
    if (!error) folders.emplace_back(when, std::move(found));
  }
  std::ranges::sort(folders, std::ranges::greater());
  std::vector<RunListing> recent;
  for (const auto& [when, path] : folders) {
    if (recent.size() == most) break;
    if (auto listing = readListing(path)) recent.push_back(*std::move(listing));
  }
  return recent;
}

}  // namespace telegrad::ui
