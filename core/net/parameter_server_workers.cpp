// SPDX-License-Identifier: GPL-3.0-or-later
// What sets a parameter server's workers apart, and who of them is there.
#include <algorithm>
#include <utility>

#include "core/net/parameter_server.h"
#include "core/net/worker_condition.h"

namespace telegrad {

/// When the earliest of what is still to come can begin. All that happens until then, happens.
SimTime ParameterServer::settle() {
  const SimTime now = std::max(completion(through_), std::ranges::min(computed_));
  while (const auto message = fabric_.runToDelivery(now)) takeDelivery(*message);
  return now;
}

void ParameterServer::configureWorker(std::size_t worker, double slowdown, double linkShare) {
  slowdowns_.at(worker) = slowdown;
  if (std::exchange(linkShares_.at(worker), linkShare) == linkShare) return;
  const SimTime now = settle();
  const auto trace = trace_ ? shareOf(trace_, linkShare) : nullptr;
  const auto set = [&](Fabric::LinkId id, BitsPerSecond rate) {
    if (trace)
      fabric_.follow(id, trace, now);
    else
      fabric_.configure(id, {rate.value * linkShare}, fabric_.link(id).latency(), now);
  };
  set(uplinks_[worker], uplinkRate_);
  set(downlinks_[worker], downlinkRate_);
}

/// Of who is present; for who is away nothing happens after the beginning.
void ParameterServer::setEnd(Pending& iteration, std::int64_t through) {
  auto& timing = iteration.timing;
  timing.start = started_;
  started_ = std::max(started_, completion(through));
  for (auto& worker : timing.workers) {
    if (worker.present) {
      worker.start = std::min(timing.start, worker.received);
      started_ = std::max(started_, worker.computed);
    } else {
      worker.start = worker.received = worker.computed = timing.start;
      worker.encoded = worker.delivered = worker.carried = timing.start;
    }
  }
  timing.end = started_;
}

}  // namespace telegrad
