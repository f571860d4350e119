// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

#include "core/base/state.h"
#include "core/base/units.h"

namespace telegrad {

/// What a transport's congestion window does to a message that is alone on its way.
struct ConnectionModel {
  enum class Kind {
    Ideal,      ///< the window never limits
    Cold,       ///< every message begins with the initial window, as on a new connection
    Warm,       ///< the window is kept from message to message; only the first begins small
    IdleReset,  ///< as warm, but halved for every timeout without a message (Linux's default)
  };
  Kind kind = Kind::Ideal;
  std::int64_t segmentPayload = 1448;  ///< bytes
  std::int64_t segmentWire = 1500;     ///< bytes on the link, with headers
  std::int64_t initialWindow = 10;     ///< segments (RFC 6928)
  SimTime minimumTimeout = std::chrono::milliseconds(200);
};

/// Slow start on a link of one rate and latency L, a segment taking s: a message of n segments
/// takes
///
///     L + n s + sum over its rounds of max(0, 2 L + s - w s),
///
/// the window w doubling from round to round, for as long as there is more to send. So it waits for
/// acknowledgements until w covers the round trip, and is at line rate then.
///
/// Every acknowledged segment widens the window by one, if the message was longer than the window
/// (one that did not limit says nothing about the path: RFC 7661). Without a message for longer
/// than the retransmission timeout, 2 L + s + minimumTimeout, an idle-reset connection halves its
/// window once for each timeout that has passed, down to the initial one.
///
/// What it leaves out: losses, the early end of slow start (HyStart), which makes long messages on
/// long fat links slower, and other traffic on the link.
///
/// Source: RFC 5681, 3.1 and 4.1; RFC 6928; RFC 7661; Linux tcp_slow_start_after_idle.
/// Threads: one.
class Connection {
 public:
  explicit Connection(ConnectionModel model);

  /// When the message is wholly at the far end that begins at `start`, not before the last one had
  /// left. Range: rate and size as serialisationTime().
  SimTime transfer(SimTime start, Bytes payload, BitsPerSecond rate, SimTime latency);

  /// Its two halves, for a message that meets others on its way: how long one that begins at
  /// `start` waits for acknowledgements (the sum above), on a way whose narrowest link has that
  /// rate; and when it has left, after all waits. Messages begin in order.
  SimTime waits(SimTime start, Bytes payload, BitsPerSecond rate, SimTime latency);
  void hasLeft(SimTime time) { lastSent_ = time; }

  /// Segments that may be under way now.
  std::int64_t window() const { return window_; }
  void exchange(StateArchive& state) {
    state(window_, lastSent_, used_);
    state.require(window_ > 0, "an open window");
  }

 private:
  std::int64_t segmentsOf(Bytes payload) const;
  void resetAfterIdle(SimTime start, SimTime timeout);

  ConnectionModel model_;
  std::int64_t window_;
  SimTime lastSent_{};  // when the last message had left
  bool used_ = false;
};

}  // namespace telegrad
