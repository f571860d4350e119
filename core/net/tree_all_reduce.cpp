// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/collective.h"

namespace telegrad {
namespace {

/// Rank r's children are 2 r + 1 and 2 r + 2. Each adds its children's vectors to its own and sends
/// the sum to its parent; from rank 0 the total goes back, to the first child and then to the
/// second. Every message is a whole vector.
Schedule treeReduce(std::uint32_t ranks) {
  std::vector<Leg> legs;
  std::vector<std::uint32_t> up(ranks, Leg::kNone);    // by rank: the leg to its parent
  std::vector<std::uint32_t> down(ranks, Leg::kNone);  // and from it
  const auto number = [&legs] { return static_cast<std::uint32_t>(legs.size()); };
  const auto sumsAt = [&](std::uint32_t rank) {
    const auto from = [&](std::uint32_t child) { return child < ranks ? up[child] : Leg::kNone; };
    return std::array{from(2 * rank + 1), from(2 * rank + 2)};
  };
  for (std::uint32_t rank = ranks; rank-- > 1;) {
    up[rank] = number();
    legs.push_back(
        {.source = rank, .destination = (rank - 1) / 2, .origin = rank, .after = sumsAt(rank)});
  }
  for (std::uint32_t rank = 1; rank < ranks; ++rank) {
    const auto parent = (rank - 1) / 2;
    down[rank] = number();
    legs.push_back({.source = parent, .destination = rank, .origin = parent});
    if (parent == 0)
      legs.back().after = sumsAt(0);
    else
      legs.back().after[0] = down[parent];
  }
  return {ranks, std::move(legs)};
}

}  // namespace

Entry<Topology> treeAllReduce() {
  return collective(
      {.key = "tree-all-reduce",
       .name = "Tree all-reduce",
       .summary = "No server: gradients are added up a binary tree to worker 1, and the sum comes "
                  "back down. For whole gradients; few steps, but whole vectors in each.",
       .source = "Thakur, Rabenseifner and Gropp, Optimization of collective communication "
                 "operations in MPICH, IJHPCA 2005",
       .sums = true,
       .schedule = treeReduce});
}

}  // namespace telegrad
