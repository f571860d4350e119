// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/experiment/training_run.h"

namespace telegrad {

/// A run that is to go on from another's beginning: TrainingRun(experiment, options) does it. What
/// else of the options is to be said (data, threads, checkpoints; of a fork its folder) is the
/// caller's.
struct Continuation {
  Experiment experiment;  ///< as the run was started
  RunOptions options;
  std::int64_t from = 0;           ///< the iteration that the checkpoint is of; 0: no checkpoint
  std::vector<std::string> notes;  ///< which newer checkpoints are of no use, and why
};

/// Goes on with the run in a folder, which was interrupted or stopped, until its end: from its
/// newest checkpoint that is whole and whose rows are all there, else from the beginning. Changes
/// and events that its journal has after that are made again at their iterations. Of a run that is
/// finished nothing is left to do.
/// Errors: the experiment or the journal cannot be read.
Result<Continuation> prepareResume(const std::filesystem::path& folder);

/// A run of its own that shares the first `iteration` iterations with the one in a folder, of which
/// nothing is touched, and goes on with other values: `assignments` ("slot.key=value") take effect
/// at the iteration after it, and none of the other run's later changes is made. It begins at the
/// nearest checkpoint and computes the rest of the way again. The journal says where it comes from.
/// Errors: the folder cannot be read, or the run did not get there; an assignment is of no
/// parameter that may change while a run goes on, or not allowed.
Result<Continuation> prepareFork(const std::filesystem::path& folder, std::int64_t iteration,
                                 std::span<const std::string> assignments = {});

/// Where a run left another's way: they share the first `iteration` iterations.
struct BranchPoint {
  std::filesystem::path folder;  ///< of the other
  std::int64_t iteration = 0;
  bool operator==(const BranchPoint&) const = default;
};

/// What a fork's journal says of it; of a fork of a fork, its own. Nothing of a run that began by
/// itself.
std::optional<BranchPoint> branchPointOf(std::span<const JournalEvent> events);

}  // namespace telegrad
