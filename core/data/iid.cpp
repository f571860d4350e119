// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/base/said.h"
#include "core/data/partition.h"

namespace telegrad {
namespace {

/// Shuffles all examples and cuts them into shards of floor(N / M), so that every worker draws from
/// one distribution.
class Iid final : public Partition {
 public:
  Result<std::vector<std::vector<std::uint32_t>>> deal(const Dataset& dataset, std::size_t workers,
                                                       std::uint64_t seed) const override {
    const auto& labels = dataset.train.labels;
    if (workers == 0)
      return Error{said("partition %1: read 0 workers; allowed: at least one", "iid")};
    if (labels.size() < workers)
      return Error{said(
          "partition %1: read %2 examples for %3 workers; allowed: at least one example a worker",
          "iid", labels.size(), workers)};
    std::vector<std::uint32_t> order(labels.size());
    Random(seed, Purpose::Partition).permutation(order);
    const std::size_t size = labels.size() / workers;
    std::vector<std::vector<std::uint32_t>> shards;
    shards.reserve(workers);
    auto from = order.cbegin();
    for (std::size_t worker = 0; worker < workers; ++worker) {
      const auto to = from + static_cast<std::ptrdiff_t>(size);
      shards.emplace_back(from, to);
      from = to;
    }
    return shards;
  }
};

}  // namespace

/// Every worker's shard is a fair sample of the whole.
Entry<Partition> iid() {
  Entry<Partition> entry;
  entry.key = "iid";
  entry.name = "IID";
  entry.summary = "Shuffles the examples once and deals every worker an equal share.";
  entry.make = [](const Settings&) { return std::make_unique<Iid>(); };
  return entry;
}

}  // namespace telegrad
