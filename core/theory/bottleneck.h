// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telegrad {

// What holds up an iteration, and what it would take without that: the time model of
// iteration_time.h, read backwards from what a run measured.

/// Means over some iterations of one run, in seconds; all finite and 0 or more.
struct IterationFigures {
  double iterationSeconds = 0.0;  ///< from one iteration's end to the next one's; above 0
  double computeSeconds = 0.0;    ///< of the worker that is waited for
  double encodeSeconds = 0.0;     ///< its upload's encoding; it does not compute meanwhile
  double latencySeconds = 0.0;    ///< up and down, without serialisation and queueing
  int staleness = 0;              ///< tau, 0 or more
};

/// How long one iteration's messages hold the link that is busiest:
///
///   X = min{ T, (tau + 1) T - P - b },   P = compute + encode, b = latency,  at least 0
///
/// the only X for which max{ P, X, (P + b + X) / (tau + 1) } is the measured T, as long as T > P.
/// Where T <= P, the network is hidden and this is the most that could be. At tau = 0 it is all of
/// the iteration's queueing and serialisation. NaN for figures outside their range.
/// Source: (4.1) of the time model, iteration_time.h, solved for the serialisation.
double linkSeconds(const IterationFigures& figures);

enum class Bottleneck {
  Compute,  ///< the workers compute without a pause, or that is the largest part of what they wait
  Encode,   ///< the same for encoding
  Link,     ///< bits on the busiest link, and the queue before it
  Latency,  ///< distance
};

/// An iteration's time if one thing were different, by the same formula; seconds.
struct WhatIf {
  double halfTheBits = 0.0;
  double noLatency = 0.0;
  double noEncoding = 0.0;
  double halfTheCompute = 0.0;
  double oneMoreStale = 0.0;  ///< tau + 1
};

struct BottleneckReport {
  Bottleneck bottleneck = Bottleneck::Compute;
  bool networkHidden = false;  ///< computation and encoding alone set the pace, to 2 %
  /// The way out and back sets the pace, so that every part of it counts and staleness hides it;
  /// else the bottleneck alone does.
  bool roundTrip = false;
  WhatIf seconds;
};

/// Which term of the time model is the largest, and within the way out and back which part.
/// Compute where all are 0 or the figures are outside their range; times are then NaN.
BottleneckReport findBottleneck(const IterationFigures& figures);

/// The rate of the link, in bit/s, below which compressing pays,
///
///   encode + C / B < S / B   for   B < (S - C) / encode,
///
/// S bits of the dense gradient, C those sent instead. Infinite if encoding takes no time; 0 if
/// nothing is saved (C >= S). It holds where the link is on the critical path; elsewhere no rate of
/// this link makes it pay. NaN for negative arguments or such as are not finite.
double payoffBandwidth(double denseBits, double sentBits, double encodeSeconds);

}  // namespace telegrad
