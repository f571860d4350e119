// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "core/experiment/sweep.h"

namespace telegrad {

/// The experiment that a sweep's file names: "quick-start" or a file. Errors: there is none.
using FindExperiment = std::function<Result<Experiment>(const std::string& reference)>;

/// A sweep from TOML text; `origin` is the file's name in messages:
///
///   name = "..."                            # of this sweep; summary = "..." too
///   experiment = "quick-start"              # or the tables [experiment], [experiment.model] ...
///   set = ["run.epochs=2"]                  # of all cells
///   seeds = [1, 2, 3]
///   cells = [["algorithm.key=sgd"], ...]    # a list, besides the grid
///   [[axis]]
///   parameter = "compressor.fraction"
///   values = [0.01, "3 %"]                  # or from, to, steps and scale = "linear" or "log"
///
/// Errors: not TOML, an unknown table or key, a wrong type, and as planOf(): a sweep that is read
/// has a plan. Of several the first, with file, line, what was read and what is allowed.
Result<Sweep> parseSweep(std::string_view text, const std::string& origin,
                         const FindExperiment& find);

/// The same from a file. Errors: as above, and a file that cannot be read.
Result<Sweep> readSweep(const std::filesystem::path& file, const FindExperiment& find);

/// parseSweep() reads back an equal sweep, and its format is the same text.
std::string formatSweep(const Sweep& sweep);

/// The same sweep with the base written out and what is set for all cells in it, so that it needs
/// no other file. Errors: as baseOf().
Result<Sweep> selfContained(const Sweep& sweep);

}  // namespace telegrad
