// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/units.h"

namespace telegrad {

/// Nodes and the wires between them: a tree, so that there is one way from each node to each.
struct Wiring {
  /// Carries both directions at once, each at that rate.
  struct Wire {
    std::uint32_t one = 0;  ///< of `nodes`
    std::uint32_t other = 0;
    BitsPerSecond rate;
    SimTime latency{};
  };

  std::vector<std::string> nodes;
  std::vector<Wire> wires;

  /// The directed links of the way from a node to another, in order: 2 i is wire i from one to
  /// other, 2 i + 1 the way back. Empty from a node to itself.
  /// Cost: proportional to the number of nodes.
  std::vector<std::uint32_t> route(std::uint32_t source, std::uint32_t destination) const;
};

/// Reads a wiring:
///
///     one,other,bandwidth_bit_per_s,latency_s
///     worker0,switch,1e9,0.0001
///     worker1,switch,1e9,0.0001
///     switch,server,1e10,0.001
///
/// The columns may be in any order; lines that begin with "#", and empty ones, are skipped.
/// Latencies are rounded to nanoseconds. `file` names the text in messages.
///
/// Errors: no header, a column that is unknown, missing or there twice, a row of another length, a
/// name that is empty, a bandwidth outside 1e4 to 1e15, a latency outside 0 to 1e6, a wire that
/// closes a cycle, nodes that no way leads to, no wire at all; the message names file, line, what
/// was read and what is allowed.
Result<Wiring> parseWiring(std::string_view text, std::string_view file);

}  // namespace telegrad
