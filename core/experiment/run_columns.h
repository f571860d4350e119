// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/metrics/quantities.h"
#include "core/metrics/targets.h"

namespace telegrad {

/// In a run folder: the rows of iterations.csv in which the model was evaluated.
inline constexpr const char* kEvaluationsFile = "evaluations.csv";

/// Some quantities of a run, without the rest of its records.
struct RunColumns {
  std::vector<std::vector<double>> values;  ///< of each quantity, one an iteration or evaluation
  std::vector<std::string> notes;           ///< what was left out, and why
};

/// Reads them from a run folder, block by block: from evaluations.csv where `evaluated`, which has
/// a row for each evaluation, else from iterations.csv. A broken row ends what is read, with a
/// note. Errors: the file cannot be read, or has not these columns; it was asked to stop.
Result<RunColumns> readColumns(const std::filesystem::path& folder,
                               const std::vector<const Quantity*>& wanted, bool evaluated,
                               const std::stop_token& stop = {});

/// firstAbove() of a run in its folder, for each of several targets: its evaluations are read as
/// readColumns() does, and nothing else. Of the records, the axis quantities and accuracies are
/// set. Errors: as readColumns(); none for a folder without evaluations.csv, where none was
/// reached.
Result<std::vector<std::optional<Record>>> firstAbove(const std::filesystem::path& folder,
                                                      std::span<const Target> targets);

}  // namespace telegrad
