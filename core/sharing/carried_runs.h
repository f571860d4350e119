// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/experiment/experiment.h"
#include "core/experiment/journal.h"

namespace telegrad {

/// What a figure carries of a run that it shows: the files that repeat it.
struct CarriedRun {
  std::string name;           ///< as the figure calls it
  std::string experiment;     ///< experiment.toml
  std::string journal;        ///< journal.jsonl
  bool givenWeights = false;  ///< it began with weights of a file, which the figure does not carry
  bool operator==(const CarriedRun&) const = default;
};

/// A run as its figure shows it: experiment.toml and journal.jsonl as they lie in its folder, byte
/// for byte; of one without a readable folder, what they would be.
CarriedRun carriedRun(const std::string& name, const std::filesystem::path& folder,
                      const Experiment& experiment, std::span<const AppliedChange> changes);

/// All of them as one line of printable ASCII, JSON:
/// {"telegrad_figure":1,"runs":[{"name":...,"experiment":...,"journal":...,"check":...}]}, where
/// check is the first 16 hexadecimal digits of SHA-256 of experiment, a zero byte, and journal.
/// Parts that are not UTF-8, which neither file may have, become U+FFFD.
std::string formatCarriedRuns(std::span<const CarriedRun> runs);

/// What formatCarriedRuns() wrote. `origin` is the figure's name in messages.
/// Errors: no such text, another version's, a run whose check is of other text, no run; the message
/// says which.
Result<std::vector<CarriedRun>> parseCarriedRuns(std::string_view text, const std::string& origin);

/// A carried run as what can be run.
struct RepeatableRun {
  CarriedRun files;
  Experiment experiment;
  std::vector<AppliedChange> changes;
};

/// The runs of a figure's file: PNG, SVG or PDF, as figure_file.h has it.
/// Errors: the file cannot be read, is no such figure, carries no run or damaged ones, or one whose
/// experiment or journal this program refuses; the message names the file and says why.
Result<std::vector<RepeatableRun>> readFigure(const std::filesystem::path& file);
/// The same of a file's bytes; `origin` is its name in messages.
Result<std::vector<RepeatableRun>> parseFigure(std::string_view bytes, const std::string& origin);

}  // namespace telegrad
