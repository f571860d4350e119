// SPDX-License-Identifier: GPL-3.0-or-later
// The way down: the weights from the server to the workers.
#include <algorithm>
#include <string>

#include "core/base/said.h"
#include "core/net/parameter_server.h"

namespace telegrad {

std::string ParameterServer::downwardName(Fabric::LinkId id) const {
  return id == egress_ ? said("the server's outgoing link") : said("the downlink of worker %1", id);
}

Result<void> ParameterServer::broadcast(std::span<const WorkerLoad> loads, SimTime ready,
                                        IterationTiming& timing) {
  for (auto& worker : timing.workers) worker.received = ready;
  if (std::ranges::none_of(loads, [this](const auto& load) { return receives(load); })) return {};
  if (!down_.isPlain()) return broadcastOverFabric(loads, ready, timing);
  // The directions share no link. In this one the order of the messages is known beforehand.
  for (std::uint32_t worker = 0; worker < server(); ++worker) {
    if (!receives(loads[worker]) || isServer(worker)) continue;
    const Bytes size = format_.wire(size_.broadcast(loads[worker]));
    auto& egress = down_.link(egress_);
    auto& downlink = down_.link(downlinks_[worker]);
    const auto left = egress.pass(size, leaving(ready));
    if (left.end > Fabric::kEndOfTime) return tooSlow(egress, downwardName(egress_));
    const auto there = downlink.pass(size, left.end + egress.latency());
    if (there.end > Fabric::kEndOfTime) return tooSlow(downlink, downwardName(downlinks_[worker]));
    const SimTime last = downlink.latencyAt(there.end);
    const Delivery delivery{
        .start = leaving(ready),
        .end = there.end + last,
        .queueing = left.start - left.arrived + there.start - there.arrived,
        .serialisation = left.end - left.start + there.end - there.start,
        .propagation = egress.latency() + last,
        .firstQueueing = left.start - left.arrived,
        .firstSerialisation = left.end - left.start,
        .firstPropagation = egress.latency(),
    };
    takeBroadcast(worker, size, delivery, timing);
  }
  return {};
}

/// Events decide which message is where at what time, so the last broadcast must have ended.
Result<void> ParameterServer::broadcastOverFabric(std::span<const WorkerLoad> loads, SimTime ready,
                                                  IterationTiming& timing) {
  ready = leaving(ready);
  const SimTime leaves = std::max(ready, broadcastEnd_);
  std::vector<std::uint32_t> receivers;  // by message number
  std::vector<Bytes> sizes;              // by worker
  std::size_t underWay = 0;
  for (std::uint32_t worker = 0; worker < server(); ++worker) {
    sizes.push_back(format_.wire(size_.broadcast(loads[worker])));
    if (!receives(loads[worker]) || isServer(worker)) continue;
    const auto message = down_.send(worker, leaves, sizes.back());
    if (receivers.size() <= message) receivers.resize(message + 1);
    receivers[message] = worker;
    ++underWay;
  }
  for (; underWay > 0; --underWay) {
    const auto message = down_.runToDelivery();
    if (!message) return standstill(down_, [this](Fabric::LinkId id) { return downwardName(id); });
    Delivery delivery = down_.delivery(*message);
    down_.forget(*message);
    delivery.start = ready;
    delivery.queueing += leaves - ready;
    takeBroadcast(receivers[*message], sizes[receivers[*message]], delivery, timing);
  }
  return {};
}

void ParameterServer::takeBroadcast(std::uint32_t worker, Bytes size, const Delivery& delivery,
                                    IterationTiming& timing) {
  auto& times = timing.workers[worker];
  times.received = delivery.end;
  broadcastEnd_ = std::max(broadcastEnd_, delivery.end);
  times.broadcast = {delivery.queueing, delivery.serialisation, delivery.propagation};
  const Bytes carried{size.value + delivery.repeated.value};
  timing.downlinkWireBits += 8 * carried.value;
  if (recording_)
    timing.messages.push_back(
        {server(),
         worker,
         carried,
         delivery.start,
         delivery.end,
         times.broadcast,
         {delivery.firstQueueing, delivery.firstSerialisation, delivery.firstPropagation}});
}

}  // namespace telegrad
