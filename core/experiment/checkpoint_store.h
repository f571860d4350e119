// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <future>
#include <span>
#include <vector>

#include "core/experiment/checkpoint.h"

namespace telegrad {

/// A checkpoint that is there.
struct StoredCheckpoint {
  std::int64_t iteration = 0;
  std::uint64_t bytes = 0;
  bool lasting = false;  ///< a user's deed made it
};

/// Which of these, in ascending order, are to go so that the others have no more than `budget`
/// bytes together. The newest stays, whatever its size. First those go that are not lasting, one by
/// one, each time the one that leaves the smallest gap in iterations: so they are thinned out
/// evenly; then the lasting ones in the same way.
std::vector<std::int64_t> thinnedOut(std::vector<StoredCheckpoint> checkpoints,
                                     std::uint64_t budget);

/// Where that checkpoint of a run folder is.
std::filesystem::path checkpointFile(const std::filesystem::path& runFolder,
                                     std::int64_t iteration);

/// The iterations of a run folder's checkpoints, ascending; none where there is no folder of them.
/// Nothing is said of what is in them.
std::vector<std::int64_t> checkpointsIn(const std::filesystem::path& runFolder);

/// Thins out the checkpoints of all runs in a folder of run folders, so that they have no more than
/// `budget` bytes together: first of those runs that were written longest ago, and never their
/// newest. Runs that are being written keep theirs.
void pruneCheckpoints(const std::filesystem::path& runs, std::uint64_t budget);

/// Writes a run's checkpoints on a thread of its own, one at a time, and keeps to a budget.
///
/// Threads: one (the run's).
class CheckpointStore {
 public:
  /// `giveWay`: its thread does, see giveWay(). What is there of iterations after `iteration` goes:
  /// the run has not got there.
  CheckpointStore(std::filesystem::path runFolder, std::uint64_t budget, bool giveWay,
                  std::int64_t iteration);
  /// Waits for the one in hand.
  ~CheckpointStore() = default;
  CheckpointStore(const CheckpointStore&) = delete;
  CheckpointStore& operator=(const CheckpointStore&) = delete;

  /// Takes another run's checkpoint file over as its own, without a copy. False where that cannot
  /// be: the file systems differ.
  bool adopt(const std::filesystem::path& file, std::int64_t iteration);

  /// Whether a checkpoint is being written, so that another would have to wait.
  bool isBusy() const;
  /// Begins to write. Errors: what became of the one before.
  Result<void> write(Checkpoint checkpoint);
  /// Writes at once, on the calling thread, one whose state is not to be in memory as a whole.
  /// Errors: what became of the one before, or of this.
  Result<void> writeNow(const Checkpoint& checkpoint, const StateSaver& save);
  /// Waits until it is written. Errors: as writeCheckpoint().
  Result<void> finish();

 private:
  Result<void> writeNow(const Checkpoint& checkpoint);
  Result<void> keep(const CheckpointHead& head,
                    const std::function<Result<void>(const std::filesystem::path&)>& write);
  void thinOut();

  std::filesystem::path runFolder_;
  std::uint64_t budget_;
  bool giveWay_;
  std::vector<StoredCheckpoint> stored_;  // the thread's while one is in hand
  std::future<Result<void>> inHand_;      // last, so that it ends before what it uses goes
};

}  // namespace telegrad
