// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_builder.h"

#include <cassert>
#include <utility>

#include "core/data/partition.h"
#include "core/experiment/worker_slots.h"

namespace telegrad {
namespace {

/// What stands in a slot, made. The key is one of the catalogue's: an Experiment holds no other.
template <typename EntryType>
auto make(std::span<const EntryType> catalogue, const Experiment& experiment,
          std::string_view slot) {
  const auto& selection = experiment.slot(slot);
  const auto entry = find(catalogue, selection.key, slot);
  assert(entry);
  return (*entry)->make(selection.settings);
}

Result<std::unique_ptr<NetworkObjective>> makeObjective(const Experiment& experiment,
                                                        std::shared_ptr<const Dataset> dataset,
                                                        std::size_t threads) {
  const auto& cluster = experiment.slot("cluster").settings;
  auto shards = make(partitions(), experiment, "partition")
                    ->deal(dataset->train.labels, experiment.workers(), experiment.seed());
  if (!shards) return shards.error();
  NetworkObjective::Data data;
  data.dataset = std::move(dataset);
  data.shards = *std::move(shards);
  data.batch = static_cast<std::size_t>(cluster.integer("batch"));
  data.seed = experiment.seed();
  return NetworkObjective::create(*make(models(), experiment, "model"), std::move(data), threads);
}

}  // namespace

Result<BuiltRun> build(const Experiment& experiment,
                       const std::optional<std::filesystem::path>& data, WorkerPool& pool) {
  const auto folders = DataFolders::resolve(data);
  if (!folders) return folders.error();
  auto dataset = make(datasets(), experiment, "dataset")->load(*folders);
  if (!dataset) return dataset.error();
  auto shared = std::make_shared<const Dataset>(*std::move(dataset));
  auto objective = makeObjective(experiment, shared, pool.threads());
  if (!objective) return objective.error();

  const std::size_t workers = experiment.workers();
  Cluster::Parts parts;
  parts.objective = *std::move(objective);
  parts.algorithm = make(algorithms(), experiment, "algorithm");
  for (std::size_t m = 0; m < workers; ++m)
    parts.compressors.push_back(make(compressors(), experiment, "compressor"));
  parts.network = make(networks(), experiment, "network")->build(workers, experiment.seed());
  parts.seed = experiment.seed();
  BuiltRun built;
  built.dataOrigin = shared->origin;
  built.cluster = std::make_unique<Cluster>(std::move(parts), pool);
  for (std::size_t number = 1; number <= workers; ++number)
    if (const auto& condition = experiment.slot(workerSlot(number)); condition != usualWorker())
      built.cluster->configureWorker(number - 1, condition.settings);
  return built;
}

void configure(Cluster& cluster, const Experiment& experiment, const std::string& slot) {
  const auto& settings = experiment.slot(slot).settings;
  if (slot == "algorithm") cluster.configureAlgorithm(settings);
  if (slot == "compressor") cluster.configureCompressors(settings);
  if (slot == "network") cluster.configureNetwork(settings);
  if (const auto number = workerNumber(slot)) cluster.configureWorker(*number - 1, settings);
}

}  // namespace telegrad
