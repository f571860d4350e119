// SPDX-License-Identifier: GPL-3.0-or-later
// What sets a parameter server's workers apart, and who of them is there.
#include <algorithm>
#include <utility>

#include "core/net/parameter_server.h"
#include "core/net/worker_condition.h"

namespace telegrad {

void ParameterServer::configureWorker(std::size_t worker, double slowdown, double linkShare) {
  slowdowns_.at(worker) = slowdown;
  if (std::exchange(linkShares_.at(worker), linkShare) == linkShare) return;
  if (trace_) return follow(trace_);
  const SimTime now = settle();
  const auto uplink = uplinks_[worker];
  const auto downlink = downlinks_[worker];
  up_.configure(uplink, {uplinkRate_.value * linkShare}, up_.link(uplink).latency(), now);
  down_.configure(downlink, {downlinkRate_.value * linkShare}, down_.link(downlink).latency(),
                  std::max(now, down_.now()));
  if (!isServer(static_cast<std::uint32_t>(worker))) return;
  up_.configure(ingress_, {downlinkRate_.value * linkShare}, ingress().latency(), now);
  down_.configure(egress_, {uplinkRate_.value * linkShare}, egress().latency(),
                  std::max(now, down_.now()));
}

/// Of who is present; for who is away nothing happens after the beginning.
void ParameterServer::setEnd(Pending& iteration, std::int64_t through) {
  auto& timing = iteration.timing;
  timing.start = started_;
  started_ = std::max(started_, completion(through));
  for (auto& worker : timing.workers) {
    if (worker.present) {
      worker.start = std::min(timing.start, worker.received);
      started_ = std::max(started_, worker.encoded);
    } else {
      worker.start = worker.received = worker.computed = timing.start;
      worker.encoded = worker.delivered = worker.carried = timing.start;
    }
  }
  timing.end = started_;
}

}  // namespace telegrad
