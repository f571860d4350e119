// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/collective.h"

namespace telegrad {
namespace {

/// Every worker's message goes n - 1 hops around the ring, as it is: first each sends its own, then
/// it passes on what it receives. The message of a worker that sends none is not there.
Schedule ringGather(std::uint32_t ranks) {
  std::vector<Leg> legs;
  for (std::uint32_t hop = 0; hop + 1 < ranks; ++hop) {
    for (std::uint32_t rank = 0; rank < ranks; ++rank) {
      Leg leg{.source = rank,
              .destination = (rank + 1) % ranks,
              .origin = (rank + ranks - hop) % ranks};
      if (hop > 0) leg.after[0] = (hop - 1) * ranks + (rank + ranks - 1) % ranks;
      legs.push_back(leg);
    }
  }
  return {ranks, std::move(legs)};
}

}  // namespace

Entry<Topology> ringAllGather() {
  return collective(
      {.key = "ring-all-gather",
       .name = "Ring all-gather",
       .summary = "No server: every worker's message is passed on around a ring until all have all "
                  "of them. For messages of any size, also compressed ones and skipped ones.",
       .source = "Thakur, Rabenseifner and Gropp, Optimization of collective communication "
                 "operations in MPICH, IJHPCA 2005",
       .schedule = ringGather});
}

}  // namespace telegrad
