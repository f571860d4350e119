// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/base/state.h"
#include "core/base/units.h"

namespace telegrad {

/// When and how much a worker is slowed down.
struct SlowPhasesOptions {
  double everySeconds = 10.0;  ///< at full speed before the next slow phase; above 0
  double forSeconds = 2.0;     ///< a slow phase; above 0
  double factor = 3.0;         ///< work takes so many times as long in it; 1 or more
  /// Phases of exactly these lengths, the first one cut to a random share of it, so that workers
  /// are not slow together. Else lengths are exponential with these means: a Markov chain.
  bool regular = false;
};

/// A worker that is at full speed and slowed down by turns, from time 0 on. How long a piece of
/// work takes is the integral over the phases it falls into, rounded to the nearest nanosecond.
///
/// The lengths of its i-th pair of phases come from stream (seed, ComputeTime, worker, i), so they
/// depend on nothing that happens.
///
/// Threads: one.
class SlowPhases {
 public:
  SlowPhases(const SlowPhasesOptions& options, std::uint64_t seed, std::uint32_t worker);

  /// When work is done that is begun at `start` and takes `work` at full speed. No start is earlier
  /// than the one before.
  SimTime finish(SimTime start, SimTime work);
  void exchange(StateArchive& state) { state(pair_, slow_, end_, later_); }

 private:
  void next();
  void draw();

  SlowPhasesOptions options_;
  std::uint64_t seed_;
  std::uint32_t worker_;
  std::uint64_t pair_ = 0;
  bool slow_ = false;
  SimTime end_{};    // of this phase
  SimTime later_{};  // how long the slow phase of this pair is
};

}  // namespace telegrad
