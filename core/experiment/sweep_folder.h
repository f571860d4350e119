// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/experiment/sweep.h"
#include "core/experiment/sweep_file.h"
#include "core/metrics/record.h"

namespace telegrad {

// A sweep's folder: sweep.toml, which needs no other file; a run folder for each cell that was
// begun; results.csv. What was done is what the run folders say, so that nothing else can be lost.

inline constexpr const char* kSweepFile = "sweep.toml";
inline constexpr const char* kResultsFile = "results.csv";

/// How far a cell is.
enum class CellState : std::uint8_t {
  Absent,      ///< not begun
  Unfinished,  ///< stopped or interrupted: it goes on from its newest checkpoint
  Finished,    ///< every iteration done
  Diverged,    ///< the end, too: once more would be the same
  Failed,      ///< could not go on; it is tried again
};

/// "absent", "unfinished" and so on, as results.csv says it.
std::string cellStateName(CellState state);

/// What came of a cell.
struct CellResult {
  CellState state = CellState::Absent;
  std::string message;  ///< why it failed or diverged
  /// Of a cell that came to its end where that was, else at the last evaluation.
  Record last;
  double finalAccuracy = Record::kNone;  ///< of the last evaluation, by the target's metric
  double bestAccuracy = Record::kNone;   ///< of all evaluations
  std::optional<Record> reached;         ///< the first evaluation above the target
  std::string weightsSha256;             ///< at the end

  bool isOver() const { return state == CellState::Finished || state == CellState::Diverged; }
};

/// Makes a folder ready for a sweep, or ready to go on with it. It may be another sweep than that
/// which is there as long as its base is the same: cells that both have are not done again, and
/// what only the former had stays.
/// Errors: it cannot be made or written; it holds something else, or a sweep with another base.
Result<void> prepareSweepFolder(const std::filesystem::path& folder, const Sweep& sweep);

/// The sweep that a folder holds. Errors: as readSweep().
Result<Sweep> readSweepFolder(const std::filesystem::path& folder);

/// What the folder has of a cell; absent where it has none.
/// Errors: the cell's folder holds another run, or files that are not a run's.
Result<CellResult> readCell(const std::filesystem::path& folder, const SweepCell& cell);
/// Of all cells, in their order. Errors: of the first that has one.
Result<std::vector<CellResult>> readCells(const std::filesystem::path& folder,
                                          const SweepPlan& plan);

}  // namespace telegrad
