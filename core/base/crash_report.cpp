// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crash_report.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string_view>
#include <system_error>
#include <utility>

namespace telegrad {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".crash.txt";

fs::path variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody calls setenv
  return value == nullptr ? fs::path() : fs::path(value);
}

/// The last that were written to come first; of the same moment, those of the later name.
std::vector<fs::path> reportFiles(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code unreadable;
    const auto when = entry->last_write_time(unreadable);
    if (!unreadable && entry->path().filename().string().ends_with(kEnding))
      found.emplace_back(when, entry->path());
  }
  std::ranges::sort(found, std::greater<>());
  std::vector<fs::path> files;
  files.reserve(found.size());
  for (auto& [when, path] : found) files.push_back(std::move(path));
  return files;
}

}  // namespace

fs::path crashFolder() {
  const auto below = fs::path("telegrad") / "crashes";
  if (const auto state = variable("XDG_STATE_HOME"); state.is_absolute()) return state / below;
  const auto home = variable("HOME");
  return home.empty() ? fs::path() : home / ".local" / "state" / below;
}

std::vector<CrashReport> crashReports(const fs::path& folder) {
  std::vector<CrashReport> reports;
  for (auto& file : reportFiles(folder)) {
    std::ifstream stream(file);
    CrashReport report;
    report.file = std::move(file);
    const std::vector<std::pair<std::string_view, std::string*>> wanted{
        {"program: ", &report.program}, {"time: ", &report.time}, {"cause: ", &report.cause}};
    for (std::string line; std::getline(stream, line) && report.cause.empty();)
      for (const auto& [what, value] : wanted)
        if (line.starts_with(what)) *value = line.substr(what.size());
    if (!report.cause.empty()) reports.push_back(std::move(report));
  }
  return reports;
}

void keepNewestReports(const fs::path& folder, std::size_t kept) {
  const auto files = reportFiles(folder);
  std::error_code ignored;
  for (std::size_t i = kept; i < files.size(); ++i) fs::remove(files[i], ignored);
}

}  // namespace telegrad
