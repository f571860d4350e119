// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/net/worker_condition.h"

namespace telegrad {

/// "worker.3": the slot of what worker 3 is like. Workers are counted from 1 wherever a user reads
/// their number.
std::string workerSlot(std::size_t number);

/// 3 for "worker.3"; nothing for a slot that is no worker's.
std::optional<std::size_t> workerNumber(std::string_view slot);

/// The slot of any worker: one entry without a choice, whose parameters are
/// workerConditionParameters().
const SlotDescription& workerSlotDescription();

/// What stands in the slot of a worker of which nothing has been said.
const Selection& usualWorker();

/// What worker `number` (1 to cluster.workers) is like in the experiment.
WorkerCondition workerCondition(const Experiment& experiment, std::size_t number);

/// The names of all workers' parameters, worker by worker. All of them may change while it runs;
/// they are kept apart from liveParameters(), which a panel shows one below the other.
std::vector<ParameterName> workerParameters(const Experiment& experiment);

}  // namespace telegrad
