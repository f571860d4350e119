// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_builder.h"

#include <cassert>
#include <utility>

#include "core/cluster/problem_objective.h"
#include "core/data/partition.h"
#include "core/experiment/dataset_cache.h"
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

constexpr std::size_t kImagesShown = 10;  // of each worker

/// The objective, and what a run says of its data.
struct Made {
  std::unique_ptr<Objective> objective;
  std::string origin;
  std::shared_ptr<const DealtData> data = nullptr;
  std::size_t testExamples = 0;
  std::int64_t multiplyAdds = 0;
};

Result<Made> makeNetwork(const Experiment& experiment, std::shared_ptr<const Dataset> dataset,
                         std::size_t threads) {
  const auto& cluster = experiment.slot("cluster").settings;
  auto shards = make(partitions(), experiment, "partition")
                    ->deal(*dataset, experiment.workers(), experiment.seed());
  if (!shards) return shards.error();
  Made made;
  made.origin = dataset->origin;
  made.data = std::make_shared<const DealtData>(dealtData(*dataset, *shards, kImagesShown));
  made.testExamples = dataset->test.count();
  NetworkObjective::Data data;
  data.dataset = std::move(dataset);
  data.shards = *std::move(shards);
  data.batch = static_cast<std::size_t>(cluster.integer("batch"));
  data.seed = experiment.seed();
  data.statisticsPerWorker = cluster.choice("batch_statistics") == "per-worker";
  auto objective =
      NetworkObjective::create(*make(models(), experiment, "model"), std::move(data), threads);
  if (!objective) return objective.error();
  made.multiplyAdds = (*objective)->multiplyAdds();
  made.objective = *std::move(objective);
  return made;
}

Result<std::unique_ptr<Objective>> makeProblem(const Experiment& experiment,
                                               const ProblemEntry& entry, std::size_t threads) {
  const auto source = entry.make(experiment.slot("model").settings);
  auto problem = source->build(experiment.workers(), experiment.seed());
  if (!problem) return problem.error();
  return std::unique_ptr<Objective>(std::make_unique<ProblemObjective>(
      *std::move(problem),
      ProblemObjective::Noise{.deviation = source->noise(), .seed = experiment.seed()}, threads));
}

Result<Made> makeObjective(const Experiment& experiment,
                           const std::optional<std::filesystem::path>& data, std::size_t threads,
                           DatasetCache* cache) {
  if (const auto* problem = problemIn(experiment)) {
    auto objective = makeProblem(experiment, *problem, threads);
    if (!objective) return objective.error();
    return Made{.objective = *std::move(objective), .origin = "the model brings its own"};
  }
  DatasetCache own;
  auto dataset = (cache != nullptr ? *cache : own).load(experiment, data);
  if (!dataset) return dataset.error();
  return makeNetwork(experiment, *std::move(dataset), threads);
}

/// What is proven of the compressor as it is set now.
ClassParameters provenClasses(const Experiment& experiment, const Layout& layout) {
  const auto& selection = experiment.slot("compressor");
  const auto entry = find(compressors(), selection.key, "compressor");
  assert(entry);
  return (*entry)->classes(selection.settings, layout);
}

}  // namespace

Result<BuiltRun> build(const Experiment& experiment,
                       const std::optional<std::filesystem::path>& data, WorkerPool& pool,
                       DatasetCache* cache) {
  if (auto conflict = conflictIn(experiment)) return *std::move(conflict);
  auto made = makeObjective(experiment, data, pool.threads(), cache);
  if (!made) return made.error();

  const std::size_t workers = experiment.workers();
  Cluster::Parts parts;
  parts.objective = std::move(made->objective);
  parts.algorithm = make(algorithms(), experiment, "algorithm");
  for (std::size_t m = 0; m < workers; ++m)
    parts.compressors.push_back(make(compressors(), experiment, "compressor"));
  parts.network = make(networks(), experiment, "network")->build(workers, experiment.seed());
  parts.seed = experiment.seed();
  BuiltRun built;
  built.dataOrigin = std::move(made->origin);
  built.data = std::move(made->data);
  built.testExamples = made->testExamples;
  built.multiplyAdds = made->multiplyAdds;
  built.cluster = std::make_unique<Cluster>(std::move(parts), pool);
  built.cluster->compressorsAre(provenClasses(experiment, built.cluster->layout()));
  for (std::size_t number = 1; number <= workers; ++number)
    if (const auto& condition = experiment.slot(workerSlot(number)); condition != usualWorker())
      built.cluster->configureWorker(number - 1, condition.settings);
  return built;
}

void configure(Cluster& cluster, const Experiment& experiment, const std::string& slot) {
  const auto& settings = experiment.slot(slot).settings;
  if (slot == "algorithm") cluster.configureAlgorithm(settings);
  if (slot == "compressor") {
    cluster.configureCompressors(settings);
    cluster.compressorsAre(provenClasses(experiment, cluster.layout()));
  }
  if (slot == "network") cluster.configureNetwork(settings);
  if (const auto number = workerNumber(slot)) cluster.configureWorker(*number - 1, settings);
}

}  // namespace telegrad
