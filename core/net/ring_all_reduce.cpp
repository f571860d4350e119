// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/collective.h"

namespace telegrad {
namespace {

/// Each vector is cut into n chunks. In step s of the first n - 1 every worker passes on to the
/// next one the chunk that it has just added its own part to, and after them each has one chunk of
/// the sum; in the n - 1 steps of the second half these go once around. So every message is a
/// chunk, and a worker's in step s, chunk r - s of rank r, waits for the one it was sent in step
/// s - 1.
Schedule ringReduce(std::uint32_t ranks) {
  std::vector<Leg> legs;
  for (std::uint32_t step = 0; ranks > 1 && step < 2 * (ranks - 1); ++step) {
    for (std::uint32_t rank = 0; rank < ranks; ++rank) {
      Leg leg{.source = rank,
              .destination = (rank + 1) % ranks,
              .origin = rank,
              .part = (rank + 2 * ranks - step) % ranks,
              .parts = ranks};
      if (step > 0) leg.after[0] = (step - 1) * ranks + (rank + ranks - 1) % ranks;
      legs.push_back(leg);
    }
  }
  return {ranks, std::move(legs)};
}

}  // namespace

Entry<Topology> ringAllReduce() {
  return collective(
      {.key = "ring-all-reduce",
       .name = "Ring all-reduce",
       .summary = "No server: gradients are added up around a ring in as many chunks as there are "
                  "workers, then the sum goes around. For whole gradients.",
       .source = "Patarasuk and Yuan, Bandwidth optimal all-reduce algorithms for clusters of "
                 "workstations, JPDC 2009",
       .sums = true,
       .schedule = ringReduce});
}

}  // namespace telegrad
