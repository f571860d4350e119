// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/catalogues.h"

#include <algorithm>
#include <utility>

#include "core/algorithm/algorithm.h"
#include "core/base/said.h"
#include "core/compress/compressor.h"
#include "core/data/dataset.h"
#include "core/data/partition.h"
#include "core/experiment/run_parameters.h"
#include "core/experiment/worker_slots.h"
#include "core/net/network.h"
#include "core/nn/model.h"
#include "core/problem/problem.h"

namespace telegrad {
namespace {

/// The entries without the means to make them.
template <typename EntryType>
std::vector<Description> descriptions(std::span<const EntryType> entries) {
  return {entries.begin(), entries.end()};
}

/// Of models there are two kinds: networks, which learn from a dataset, and convex problems.
std::vector<Description> modelDescriptions() {
  auto all = descriptions(models());
  const auto convex = descriptions(problems());
  all.insert(all.end(), convex.begin(), convex.end());
  return all;
}

/// A slot without a choice: its only entry bears the slot's own words.
SlotDescription fixedSlot(std::string key, std::string label, std::string summary,
                          std::vector<Parameter> parameters) {
  Description only{key, label, summary, "", std::move(parameters)};
  return {std::move(key), std::move(label), "", std::move(summary), {std::move(only)}};
}

std::vector<SlotDescription> makeSlots() {
  return {
      {"dataset", "Dataset", "datasets", "The labelled images to learn from.",
       descriptions(datasets())},
      {"partition", "Partition", "partitions",
       "How the training examples are dealt out to the workers.", descriptions(partitions())},
      {"model", "Model", "models",
       "The classifier that is trained, or a convex problem that brings its own data.",
       modelDescriptions()},
      fixedSlot("cluster", "Cluster", "The workers and their minibatches.", clusterParameters()),
      {"algorithm", "Algorithm", "algorithms",
       "What workers send, and what the server does with it.", descriptions(algorithms())},
      {"compressor", "Compressor", "compressors",
       "How a worker's update becomes the bytes that travel.", descriptions(compressors())},
      {"network", "Network", "networks", "The links that carry the bytes, in simulated time.",
       descriptions(networks())},
      fixedSlot("run", "Run", "How long it goes on and when it is evaluated.", runParameters())};
}

}  // namespace

std::string SlotDescription::title() const {
  auto text = plural;
  text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::span<const SlotDescription> experimentSlots() {
  static const std::vector<SlotDescription> all = makeSlots();
  return all;
}

Result<const SlotDescription*> findSlot(std::string_view key) {
  if (workerNumber(key)) return &workerSlotDescription();
  if (key == "worker" || key.starts_with("worker."))
    return Error{
        said("read \"%1\"; allowed: worker.1, worker.2 and so on, one for each worker", key)};
  const auto slots = experimentSlots();
  const auto slot = std::ranges::find(slots, key, &SlotDescription::key);
  if (slot != slots.end()) return &*slot;
  return find(slots, key, said("table"));  // which says those there are
}

}  // namespace telegrad
