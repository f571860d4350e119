// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/cluster/cluster.h"
#include "core/data/shard_view.h"
#include "core/experiment/experiment.h"

namespace telegrad {

class DatasetCache;

/// An experiment's data, model, algorithm and network, made and put together.
struct BuiltRun {
  std::string dataOrigin;
  std::shared_ptr<const DealtData> data;  ///< none for a convex problem
  std::size_t testExamples = 0;
  std::int64_t multiplyAdds = 0;  ///< of evaluating one of them; 0: not known
  std::unique_ptr<Cluster> cluster;
};

/// Reads or generates the data and makes everything; may take seconds. `pool` must outlive the
/// result. `data` is searched before all other data folders; `cache`, where there is one, before
/// them.
/// Errors: as conflictIn(), DatasetSource::load(), Partition::deal() and Architecture::build().
Result<BuiltRun> build(const Experiment& experiment,
                       const std::optional<std::filesystem::path>& data, WorkerPool& pool,
                       DatasetCache* cache = nullptr);

/// Hands the cluster the values now in force of the slot that changed. Only the algorithm, the
/// compressor, the network and the workers' slots have any that may change.
void configure(Cluster& cluster, const Experiment& experiment, const std::string& slot);

}  // namespace telegrad
