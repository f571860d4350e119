// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/experiment/sweep_file.h"

namespace telegrad {

/// The experiment files that come with the program, sorted by name. They are looked for beside the
/// program (../share/telegrad/experiments), then where it was built.
std::vector<std::filesystem::path> shippedExperiments();

/// The file that `text` means: a path, or a shipped experiment's name with or without ".toml".
/// Errors: neither; the message lists the shipped ones.
Result<std::filesystem::path> findExperiment(const std::string& text);

/// The same for sweeps (../share/telegrad/sweeps).
std::vector<std::filesystem::path> shippedSweeps();
Result<std::filesystem::path> findSweep(const std::string& text);

/// What a sweep file may name as its base: a file beside it, else what findExperiment() finds.
FindExperiment experimentsFrom(const std::filesystem::path& sweepFile);

}  // namespace telegrad
