// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/base/parameter.h"
#include "core/base/units.h"
#include "core/net/trace.h"

namespace telegrad {

/// What sets one worker apart from the others. Everything may change between two iterations.
struct WorkerCondition {
  double slowdown = 1.0;   ///< its compute times are multiplied by it, whatever model they are of
  double linkShare = 1.0;  ///< of the bandwidth of its own links, up and down, or of their trace's
  bool present = true;     ///< false: it is away; what that means is said in cluster.h
  bool operator==(const WorkerCondition&) const = default;
};

/// The same as parameters: slowdown (Real, 1 to 1e4), link_share (Real, 1e-4 to 1) and present
/// (Flag); initially as above.
std::vector<Parameter> workerConditionParameters();

/// What the settings of those parameters say.
WorkerCondition workerCondition(const Settings& settings);

/// A compute time of a worker that is slowed down, to the nearest nanosecond; at most 1e8 s, which
/// keeps sums of several within the clock.
SimTime slowed(SimTime compute, double slowdown);

/// What a trace leaves of its bandwidth: that share of every step's, but at least 1 bit/s, which is
/// the least a step may have; nothing where it had nothing.
std::shared_ptr<const Trace> shareOf(const std::shared_ptr<const Trace>& trace, double share);

}  // namespace telegrad
