// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/state.h"
#include "core/base/units.h"
#include "core/net/work.h"

namespace telegrad {

/// What a link is like from `time` on, until the next step begins.
struct TraceStep {
  SimTime time{};
  BitsPerSecond bandwidth{};         ///< zero: nothing leaves
  std::optional<SimTime> latency{};  ///< nothing: the link's own
  std::optional<double> loss{};      ///< share of packets that are lost; nothing: the link's own
  bool operator==(const TraceStep&) const = default;
  void exchange(StateArchive& state) { state(time, bandwidth, latency, loss); }
};

/// When what a step carries, its bandwidth times its length, leaves.
enum class Outflow {
  Evenly,  ///< all the time
  AtEnds,  ///< all of it at the instant at which the step ends; what is not there then is too late
};

/// A link's bandwidth as a piecewise-constant function of simulated time, and if it says so its
/// latency and loss. After the last step it begins again (wrap, with a period) or stays (hold).
///
/// What leaves in a time is the integral of the bandwidth, exact: no time step, and no error that
/// grows with the number of periods. A bandwidth under 8192 bit/s is taken to 2^-40 bit/s.
///
/// Of a trace with Outflow::AtEnds that holds for send() and finish(), so for a link that sends one
/// message after the other: nothing leaves between the ends, and what a message does not need at
/// one of them is spare. Whoever reads its steps (fair shares, a plot) sees the bandwidths.
///
/// Threads: any, it never changes.
class Trace {
 public:
  // What a step may hold.
  static constexpr double kLeastBandwidth = 1.0;  // bit/s, or zero
  static constexpr double kMostBandwidth = 1e15;
  static constexpr double kMostLatencySeconds = 10.0;
  static constexpr double kMostTimeSeconds = 1e9;

  /// Wraps after `period` if there is one, else holds the last step. `source` says where the
  /// numbers come from.
  ///
  /// Errors: no step, a first time that is not 0, times that do not increase or pass 1e9 s, a
  /// period that does not exceed the last time, a bandwidth that is neither 0 nor 1 to 1e15 bit/s,
  /// no bandwidth at all for ever, Outflow::AtEnds without a period, a latency outside 0 to 10 s, a
  /// loss outside [0, 1), latency or loss in some steps only. The message names the step, what it
  /// holds and what is allowed.
  static Result<Trace> from(std::vector<TraceStep> steps, std::optional<SimTime> period,
                            std::string source = {}, Outflow outflow = Outflow::Evenly);
  /// Whether a step may hold that, whenever it begins. Errors: those of from(), without its number.
  static Result<void> check(const TraceStep& step);

  /// The step that holds at that time, which is not negative.
  const TraceStep& at(SimTime time) const;
  /// The first instant after `time` at which another step holds; nothing if that one stays.
  std::optional<SimTime> nextChange(SimTime time) const;

  /// Sends from `from.time` until all is sent, or until `until`, whichever is first; as sendAt().
  Progress send(Progress from, SimTime until) const;
  /// When that many bytes have left that begin at `start`, rounded up to a whole nanosecond. The
  /// largest time there is if that is over 292 years.
  SimTime finish(SimTime start, Bytes size) const;

  /// Bits that leave in a period over the period; of a trace that holds, its last bandwidth.
  BitsPerSecond meanBandwidth() const;

  std::span<const TraceStep> steps() const { return steps_; }
  std::optional<SimTime> period() const { return period_; }
  const std::string& source() const { return source_; }
  Outflow outflow() const { return outflow_; }

  /// A trace that several links may follow, or none.
  static void exchange(StateArchive& state, std::shared_ptr<const Trace>& trace);

 private:
  Trace() = default;
  /// Time within the period, and the step that holds then.
  SimTime phase(SimTime time) const;
  std::size_t stepAt(SimTime phase) const;
  void skipPeriods(Progress& progress, SimTime until) const;
  Work opportunity(std::size_t step) const;

  std::vector<TraceStep> steps_;
  std::vector<FixedRate> rates_;  // of the steps
  std::optional<SimTime> period_;
  Work perPeriod_;  // zero: more than any message, or no period
  std::string source_;
  Outflow outflow_ = Outflow::Evenly;
};

}  // namespace telegrad
