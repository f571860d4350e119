// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/net/network.h"

// A new network is a file beside this one and a name in this list.
#define TELEGRAD_NETWORKS(X) \
  X(parameterServer)         \
  X(ringAllGather) X(ringAllReduce) X(treeAllReduce) X(doubleTreeAllReduce) X(halvingDoubling)

namespace telegrad {

#define TELEGRAD_DECLARE(name) Entry<Topology> name();
TELEGRAD_NETWORKS(TELEGRAD_DECLARE)
#undef TELEGRAD_DECLARE

std::span<const Entry<Topology>> networks() {
#define TELEGRAD_CALL(name) name(),
  static const std::array all{TELEGRAD_NETWORKS(TELEGRAD_CALL)};
#undef TELEGRAD_CALL
  return all;
}

}  // namespace telegrad
