// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/net/fabric.h"
#include "core/net/trace.h"

namespace telegrad {

/// How the messages on one link share it.
enum class Discipline {
  Fifo,  ///< one after the other, each link store and forward
  Fair,  ///< all at once, max-min fairly, a message on all its links at the same time (FairSharing)
};

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
  std::shared_ptr<const Trace> trace;  ///< instead of the rate, and of the latency if it has one
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
  Discipline discipline = Discipline::Fifo;
};

/// Carries messages between workers and the server, and says what became of each: delivery i is
/// message i's. They may be in any order of time; of equal times, the first is first.
///
/// Fifo: as ParameterServer::carry(); where a trace's latency falls, a message may overtake another
/// between two links. Fair: a message is there one latency after its flow's end
/// (the sum of its links' latencies then), serialisation is what its slowest link would take for it
/// alone, queueing the rest.
///
/// Errors: a trace that loses packets, which is not modelled here; messages that would take longer
/// than 1e9 s.
/// Range: times to 1e9 s, sizes to 2^50 B, nodes that exist, no message from worker to worker.
Result<std::vector<Delivery>> carryOverStar(const StarOptions& options,
                                            std::span<const Message> messages);

}  // namespace telegrad
