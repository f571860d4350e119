// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/net/fabric.h"
#include "core/net/link_parameters.h"
#include "core/net/trace.h"
#include "core/net/wiring_file.h"

namespace telegrad {

/// The kinds of link of a star.
enum class StarLink : std::size_t { WorkerUplink, WorkerDownlink, ServerIngress, ServerEgress };
inline constexpr std::size_t kStarLinks = 4;
/// As parameters name them: "worker_uplink" ...
inline constexpr std::array<std::string_view, kStarLinks> kStarLinkNames{
    "worker_uplink", "worker_downlink", "server_ingress", "server_egress"};

/// What every link of one kind is like.
struct StarLinkOptions {
  BitsPerSecond rate;                  ///< 1e4 to 1e15 bit/s
  SimTime latency{};                   ///< at its far end
  std::shared_ptr<const Trace> trace;  ///< instead of the rate, and as far as it has them of the
                                       ///< latency and the loss
};

/// One worker's link that follows a trace of its own instead of its kind's.
struct OwnTrace {
  StarLink link = StarLink::WorkerUplink;  ///< a worker's, not the server's
  std::size_t worker = 0;
  std::shared_ptr<const Trace> trace{};
};

/// A parameter server's links, as ParameterServer has them, and what may be tried on them alone.
struct StarOptions {
  std::size_t workers = 1;  ///< nodes 0 ... workers - 1; the server is node `workers`
  std::array<StarLinkOptions, kStarLinks> links{};
  std::vector<OwnTrace> own{};  ///< of workers that exist; of two for one link the later
  LinkImpairments impairments{};
  std::uint64_t seed = 1;  ///< of what is random
};

/// Carries messages between workers and the server, and says what became of each: delivery i is
/// message i's. They may be in any order of time; of equal times, the first is first.
///
/// It is a Fabric that carries them, which says how; with the initial impairments as
/// ParameterServer::carry() does. Where a trace's latency falls, a message may overtake another
/// between two links.
///
/// Errors: messages that would take longer than 1e9 s, or that a link loses more often than a
/// sender tries.
/// Range: times to 1e9 s, sizes to 2^50 B, nodes that exist, no message from worker to worker.
Result<std::vector<Delivery>> carryOverStar(const StarOptions& options,
                                            std::span<const Message> messages);

/// The same over wires of one's own, between any two nodes of theirs; a message crosses the links
/// of its way one after the other (Fifo), or is on all of them at once (Fair).
Result<std::vector<Delivery>> carryOverWires(const Wiring& wiring,
                                             const LinkImpairments& impairments, std::uint64_t seed,
                                             std::span<const Message> messages);

}  // namespace telegrad
