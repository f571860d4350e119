// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/net/work.h"

namespace telegrad {

/// A link behind a token bucket, as tc's tbf is: it fills at the rate up to its depth, a byte needs
/// a byte's token, and a message whose tokens are there leaves in no time. So N messages of S bits
/// that find it full need (N*S - depth) / rate. With depth 0 it is a pure link, to the nanosecond.
///
/// FIFO; full at first. Times at which messages leave are rounded up to whole nanoseconds, each by
/// itself; between them nothing is rounded.
///
/// Threads: one.
class TokenBucket {
 public:
  /// Range: rate from 1e4 to 1e15 bit/s, depth from 0 to 2^50 B.
  TokenBucket(BitsPerSecond rate, Bytes depth);

  /// When a message has left that is there at `arrival`, not before the arrival of the last one.
  SimTime send(SimTime arrival, Bytes size);
  /// Tokens that are there at a time not before the last arrival, rounded down to bytes.
  Bytes tokens(SimTime now) const;

 private:
  Work missingAt(SimTime now) const;

  FixedRate rate_;
  Work depth_;
  Work missing_;    // from a full bucket, with what the messages that wait will take
  SimTime time_{};  // of missing_
};

}  // namespace telegrad
