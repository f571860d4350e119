// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/base/random.h"
#include "core/base/said.h"
#include "core/data/partition.h"

namespace telegrad {
namespace {

/// Sorts the examples by label, cuts them into M s pieces of floor(N / (M s)) and deals every
/// worker s pieces, so that most workers see about s classes alone.
class ByLabel final : public Partition {
 public:
  explicit ByLabel(std::size_t pieces) : pieces_(pieces) {}

  Result<std::vector<std::vector<std::uint32_t>>> deal(const Dataset& dataset, std::size_t workers,
                                                       std::uint64_t seed) const override {
    const auto& labels = dataset.train.labels;
    if (workers == 0)
      return Error{said("partition %1: read 0 workers; allowed: at least one", "by-label")};
    const std::size_t pieces = workers * pieces_;
    if (labels.size() < pieces)
      return Error{
          said("partition %1: read %2 examples for %3 workers with %4 pieces each; allowed: at "
               "least one example a piece",
               "by-label", labels.size(), workers, pieces_)};
    Random random(seed, Purpose::Partition);
    std::vector<std::uint32_t> order(labels.size());
    random.permutation(order);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t index) { return labels[index]; });
    std::vector<std::uint32_t> dealt(pieces);
    random.permutation(dealt);
    const std::size_t size = labels.size() / pieces;
    std::vector<std::vector<std::uint32_t>> shards(workers);
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      const auto from = order.cbegin() + static_cast<std::ptrdiff_t>(dealt[piece] * size);
      auto& shard = shards[piece / pieces_];
      shard.insert(shard.end(), from, from + static_cast<std::ptrdiff_t>(size));
    }
    return shards;
  }

 private:
  std::size_t pieces_;
};

}  // namespace

/// Every worker has few classes.
Entry<Partition> byLabel() {
  Entry<Partition> entry;
  entry.key = "by-label";
  entry.name = "By label";
  entry.summary = "Cuts the examples, sorted by class, into pieces and deals every worker a few.";
  entry.source = "McMahan, Moore, Ramage, Hampson and Aguera y Arcas, AISTATS 2017";
  entry.parameters = {{.key = "pieces",
                       .label = "Pieces a worker",
                       .unit = "",
                       .help = "How many runs of one class a worker has: fewer are less alike.",
                       .kind = Integer{2, 1, 20}}};
  entry.make = [](const Settings& settings) {
    return std::make_unique<ByLabel>(static_cast<std::size_t>(settings.integer("pieces")));
  };
  return entry;
}

}  // namespace telegrad
