// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/parameter.h"
#include "core/experiment/training_run.h"

namespace telegrad {

/// What a user may set of the checkpoints that runs leave: "run_budget" and "all_budget" in bytes,
/// "closest" in seconds. As a window sets them, where one forks and rewinds.
std::vector<Parameter> checkpointParameters();

/// What that is for a run.
CheckpointOptions checkpointOptions(const Settings& settings);
/// Bytes that the checkpoints of all runs may take up together.
std::uint64_t checkpointBudgetOfAll(const Settings& settings);

}  // namespace telegrad
