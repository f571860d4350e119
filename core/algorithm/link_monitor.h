// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>

#include "core/base/state.h"

namespace telegrad {

/// What a worker's link and computation have been like lately.
struct LinkEstimate {
  double computeSeconds = 0.0;
  double bitsPerSecond = 0.0;
  double latencySeconds = 0.0;
  bool operator==(const LinkEstimate&) const = default;
};

/// Estimates one worker's conditions from what it sees of its own messages.
///
///   bandwidth <- (1 - w) bandwidth + w * 8 bytes / serialisation time    and latency alike;
///   the first observation stands alone. Compute time: the median of the last 20.
///
/// Observations that say nothing are passed over: not finite, negative, a message without bytes or
/// without time on the link.
/// Units: seconds of simulated time, bytes, bit/s. Threads: one.
class LinkMonitor {
 public:
  /// `weight`: of the newest observation, in (0, 1].
  explicit LinkMonitor(double weight = 0.3) : weight_(weight) {}

  /// A message was on the link for so long: from its first bit to its last, without queueing before
  /// and propagation after.
  void addMessage(double bytes, double serialisationSeconds);
  /// An aggregation's delay, up and down, without serialisation.
  void addLatency(double seconds);
  /// An iteration's computation, from the weights to the message that can be sent.
  void addCompute(double seconds);

  /// None until each of the three was seen.
  std::optional<LinkEstimate> estimate() const;
  /// Of an iteration; none before the first.
  std::optional<double> computeSeconds() const;
  void exchange(StateArchive& state) {
    state(weight_, bitsPerSecond_, latencySeconds_);
    state.list(computeSeconds_);
  }

 private:
  double weight_;
  std::optional<double> bitsPerSecond_;
  std::optional<double> latencySeconds_;
  std::deque<double> computeSeconds_;  // the last 20, oldest first
};

/// What an aggregation over these workers has to reckon with: the least bandwidth, the largest
/// latency, the longest computation, each from whichever worker it is. None of none.
std::optional<LinkEstimate> slowestOf(std::span<const LinkEstimate> workers);

/// What a worker had to do with an iteration.
enum class TookPart : std::uint8_t {
  No,        ///< it was away
  Computed,  ///< and sent nothing over a link: the server is where it is
  Sent,
};

/// The same of what the monitors have seen: bandwidth and latency of those who sent, computation of
/// all who took part. None until somebody sent, and before all that counts has been seen. `part`
/// has one for each monitor.
std::optional<LinkEstimate> slowestOf(std::span<const LinkMonitor> workers,
                                      std::span<const TookPart> part);

/// A message of which only the whole time is known.
struct Transfer {
  double bytes = 0.0;
  double seconds = 0.0;  ///< latency + 8 bytes / bandwidth
};

/// Bandwidth and latency of the line seconds = latency + 8 bytes / bandwidth that is closest to the
/// transfers by least squares; computeSeconds is 0. None for fewer than 20, all of one size, or a
/// line that does not rise. A latency below 0 becomes 0.
std::optional<LinkEstimate> fitTransfers(std::span<const Transfer> transfers);

}  // namespace telegrad
