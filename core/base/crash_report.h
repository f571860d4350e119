// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace telegrad {

/// What a program that crashed left behind; see leaveCrashReports().
struct CrashReport {
  std::filesystem::path file;
  std::string program;  ///< "telegrad 0.1.0"
  std::string time;     ///< of the crash, in UTC: "2026-11-29 21:45:10 UTC"
  std::string cause;    ///< "SIGSEGV, a place in memory that it may not touch"
};

/// How many reports are kept; the oldest go first.
inline constexpr std::size_t kCrashReportsKept = 10;

/// $XDG_STATE_HOME/telegrad/crashes (~/.local/state/...); empty where there is no home. The folder
/// is there once a program has crashed.
std::filesystem::path crashFolder();

/// The reports in a folder, the newest first. What cannot be read is passed over.
std::vector<CrashReport> crashReports(const std::filesystem::path& folder);

/// Removes all but the newest `kept` reports of a folder, and nothing else that is there.
void keepNewestReports(const std::filesystem::path& folder, std::size_t kept = kCrashReportsKept);

}  // namespace telegrad
