// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

namespace telegrad {

/// When the last of `bits` is on a link that is free from `startSeconds` on, in seconds.
using SerialisationEnd = std::function<double(double startSeconds, double bits)>;

/// start + bits / rate. bitsPerSecond above 0.
SerialisationEnd constantBandwidth(double bitsPerSecond);

/// A bandwidth that holds from a time on.
struct BandwidthFrom {
  double seconds = 0.0;
  double bitsPerSecond = 0.0;  ///< 0 is an outage
};

/// The y with integral of a(u) du from start to y = bits, for a piecewise constant bandwidth a. The
/// last piece holds for ever, or, with loopSeconds above 0, until the trace begins again then.
/// Times start at 0 and increase, all below loopSeconds if that is given; rates are 0 or more, not
/// all 0, and the last not 0 if it holds for ever. Starts at 0 or later.
SerialisationEnd tracedBandwidth(std::vector<BandwidthFrom> trace, double loopSeconds = 0.0);

/// What one iteration asks for.
struct PipelineStep {
  double bits = 0.0;  ///< of the message: delta_t S_g
  int tau = 0;        ///< staleness from this iteration on, 0 or more
  double computeSeconds = 0.0;
  double latencySeconds = 0.0;
};

/// When what happened, in seconds from the first iteration's start.
struct PipelineTimes {
  double computeBegin = 0.0;
  double computeEnd = 0.0;  ///< C_t
  double linkEnd = 0.0;     ///< U_t
  double arrival = 0.0;     ///< A_t
  int applied = 0;          ///< messages that had to be there for it, none twice
};

/// Delayed aggregation, one iteration after the other, the slowest worker standing for all:
///
///   C_t = max( C_{t-1}, A_s for all s <= t - 1 - tau_t ) + T_comp    the gradient is computed
///   U_t = end of serialisation of delta_t S_g from max( C_t, U_{t-1} )    on a link that is FIFO
///   A_t = U_t + b                                 latency is under way, it does not hold the link
///
/// Ratio, staleness, computation and latency may change with every step: while the staleness grows,
/// no message is waited for, and when it shrinks, all that are then due are. For constant ones the
/// mean time of an iteration tends to iterationTime().
///
/// A value: copies go on apart. Threads: one.
/// Source: derived from DeCo-SGD's update rule, arXiv 2507.17346.
class DelayedPipeline {
 public:
  explicit DelayedPipeline(SerialisationEnd link) : link_(std::move(link)) {}

  PipelineTimes advance(const PipelineStep& step);

  /// Messages that no iteration has waited for yet.
  std::size_t pending() const { return arrivals_.size(); }

 private:
  SerialisationEnd link_;
  std::deque<double> arrivals_;  // of pending messages, oldest first
  double computeEnd_ = 0.0;
  double linkEnd_ = 0.0;
};

}  // namespace telegrad
