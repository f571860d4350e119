// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "core/base/random.h"
#include "core/data/partition.h"

// A new partition is a file beside this one and a name in this list.
#define TELEGRAD_PARTITIONS(X) \
  X(iid)                       \
  X(byLabel)                   \
  X(dirichlet)                 \
  X(bySource)

namespace telegrad {

#define TELEGRAD_DECLARE(name) Entry<Partition> name();
TELEGRAD_PARTITIONS(TELEGRAD_DECLARE)

std::span<const Entry<Partition>> partitions() {
#define TELEGRAD_CALL(name) name(),
  static const std::array all{TELEGRAD_PARTITIONS(TELEGRAD_CALL)};
  return all;
}

std::vector<std::uint32_t> epochOrder(std::span<const std::uint32_t> shard, std::uint64_t seed,
                                      std::uint32_t worker, std::uint64_t epoch) {
  std::vector<std::uint32_t> order(shard.size());
  Random(seed, Purpose::MinibatchOrder, worker, epoch).permutation(order);
  std::ranges::transform(order, order.begin(), [&](std::uint32_t place) { return shard[place]; });
  return order;
}

}  // namespace telegrad
