// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/experiment/sweep_folder.h"
#include "core/experiment/training_run.h"

namespace telegrad {

struct SweepOptions {
  std::filesystem::path folder;               ///< as prepareSweepFolder() leaves it
  std::optional<std::filesystem::path> data;  ///< searched before all other data folders
  int jobs = 1;                               ///< cells at a time
  int threads = 1;                            ///< of each; the results are the same with any number
  bool onlySpare = false;                     ///< its threads: see takeOnlyWhatIsSpare()
  CheckpointOptions checkpoints;
};

/// What is new of a cell.
struct CellNews {
  std::size_t cell = 0;
  bool running = false;
  std::int64_t iteration = 0;   ///< of one that runs: done so far
  std::int64_t iterations = 0;  ///< in all; 0 while its data is read
  CellResult result;            ///< as it was before for one that runs
};

/// A sweep being carried out on threads of its own, from construction to destruction: cells that
/// are not over, in their order; those that were begun before go on from their checkpoints. After
/// each one results.csv is written anew. A run that fails lets none begin after it: what is
/// missing, data or room, would be missing for all.
///
/// Threads: all calls from one thread. None waits but the destructor, which ends the iterations in
/// hand, saves, and joins.
class SweepRun {
 public:
  /// `results`: what the folder has, as readCells() gives it.
  SweepRun(SweepPlan plan, std::vector<CellResult> results, SweepOptions options);
  ~SweepRun();
  SweepRun(const SweepRun&) = delete;
  SweepRun& operator=(const SweepRun&) = delete;

  /// What is new since the last call, each cell at most once, in their order.
  std::vector<CellNews> poll();
  /// True once nothing more will come: ask before poll().
  bool finished() const;
  /// Why no more cells were begun; empty while nothing is wrong. A failed run, results.csv that
  /// could not be written.
  std::string failure() const;

  // Runs in hand pause after their iteration, and none begins, until resume().
  void pause();
  void resume();
  /// After the iterations in hand, which the next time begins with.
  void stop();

 private:
  class Jobs;
  std::unique_ptr<Jobs> jobs_;
};

}  // namespace telegrad
