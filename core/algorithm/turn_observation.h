// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/link_monitor.h"
#include "core/net/network.h"

namespace telegrad {

/// Tells the monitor what a worker saw of an iteration of a synchronous method, in which no message
/// of its own is before another. The result is its message's time, in seconds: from when it was
/// there to be sent to when its last bit had left the links, with waiting behind others, without
/// the links' latency, which no compression shortens.
inline double observeTurn(LinkMonitor& monitor, const WorkerTiming& worker) {
  const double transfer = seconds(worker.carried - worker.encoded);
  monitor.addCompute(seconds(worker.computed - worker.received));
  monitor.addMessage(static_cast<double>(worker.sent.value), transfer);
  monitor.addLatency(seconds(worker.upload.propagation));
  return transfer;
}

}  // namespace telegrad
