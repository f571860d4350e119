// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "core/algorithm/link_monitor.h"
#include "core/net/network.h"

namespace telegrad {

/// What the worker had to do with its iteration.
inline TookPart tookPart(const WorkerTiming& worker) {
  if (!worker.present) return TookPart::No;
  return worker.sent.value > 0 ? TookPart::Sent : TookPart::Computed;
}

/// Tells the monitor what a worker saw of an iteration. The result is its message's time, in
/// seconds: from when it could first be sent, being there and its last message gone (`free`; of a
/// synchronous method that is always before), to when its last bit had left the links, with waiting
/// behind others, without the links' latency, which no compression shortens.
///
/// Computation lasts until the message is there, its encoding being part of it. Latency is that of
/// the way up and, where the weights are carried, of the way down; who sends nothing over a link
/// has neither that nor a bandwidth.
inline double observeTurn(LinkMonitor& monitor, const WorkerTiming& worker, SimTime free = {}) {
  const double transfer = seconds(worker.carried - std::max(worker.encoded, free));
  monitor.addCompute(seconds(worker.encoded - worker.received));
  monitor.addMessage(static_cast<double>(worker.sent.value), transfer);
  if (worker.sent.value > 0)
    monitor.addLatency(seconds(worker.upload.propagation + worker.broadcast.propagation));
  return transfer;
}

}  // namespace telegrad
