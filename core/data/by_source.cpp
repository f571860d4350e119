// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/base/random.h"
#include "core/base/said.h"
#include "core/data/partition.h"

namespace telegrad {
namespace {

using Shards = std::vector<std::vector<std::uint32_t>>;

/// Worker m holds examples of source m mod S alone, S being the number of sources; every source is
/// shuffled once and cut into equal shards. All shards are of the size that the scarcest source
/// allows, and not above a limit.
class BySource final : public Partition {
 public:
  explicit BySource(std::size_t limit) : limit_(limit) {}

  Result<Shards> deal(const Dataset& dataset, std::size_t workers,
                      std::uint64_t seed) const override {
    const auto& sources = dataset.sources;
    if (sources.size() < 2)
      return Error{said(
          "partition %1: read %2, which is of one source; allowed: a dataset of several, as %3",
          "by-source", dataset.key, "mnist-and-cifar-10")};
    const auto size = shardSize(dataset, workers);
    if (!size) return size.error();
    Random random(seed, Purpose::Partition);
    Shards shards(workers);
    std::uint32_t first = 0;
    for (std::size_t s = 0; s < sources.size(); ++s) {
      std::vector<std::uint32_t> order(sources[s].train);
      random.permutation(order);
      for (auto& example : order) example += first;
      auto from = order.cbegin();
      for (std::size_t m = s; m < workers; m += sources.size()) {
        const auto to = from + static_cast<std::ptrdiff_t>(*size);
        shards[m].assign(from, to);
        from = to;
      }
      first += static_cast<std::uint32_t>(order.size());
    }
    return shards;
  }

 private:
  Result<std::size_t> shardSize(const Dataset& dataset, std::size_t workers) const {
    if (workers == 0)
      return Error{said("partition %1: read 0 workers; allowed: at least one", "by-source")};
    const auto& sources = dataset.sources;
    std::size_t size = limit_;
    for (std::size_t s = 0; s < std::min(sources.size(), workers); ++s) {
      const std::size_t sharers = (workers - s + sources.size() - 1) / sources.size();
      if (sources[s].train < sharers)
        return Error{
            said("partition %1: read %2 examples for %3 workers, of which %4 share the %5 of %6; "
                 "allowed: at least one example a worker",
                 "by-source", dataset.train.count(), workers, sharers, sources[s].train,
                 sources[s].name)};
      size = std::min(size, sources[s].train / sharers);
    }
    return size;
  }

  std::size_t limit_;
};

}  // namespace

/// Every worker has one of the datasets that were put together.
Entry<Partition> bySource() {
  Entry<Partition> entry;
  entry.key = "by-source";
  entry.name = "By source";
  entry.summary =
      "Of a dataset put together of several, every worker holds one: worker 1 the first, worker 2 "
      "the second, and so on, over and over.";
  entry.source = "The experiment of arXiv 2112.04088 on mixed data";
  entry.parameters = {{.key = "shard_limit",
                       .label = "Examples a worker",
                       .unit = "",
                       .help = "At most so many; all workers have as many as the one with least.",
                       .kind = Integer{5000, 1, 1000000}}};
  entry.make = [](const Settings& settings) {
    return std::make_unique<BySource>(static_cast<std::size_t>(settings.integer("shard_limit")));
  };
  return entry;
}

}  // namespace telegrad
