// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/metrics/record.h"

namespace telegrad {

/// What a run has to do, as far as its time goes.
struct RunPlan {
  std::int64_t iterations = 0;  ///< in all
  std::int64_t iterationsPerEpoch = 1;
  std::int64_t evaluateEvery = 1;
  /// How many iterations an evaluation is expected to take, until one has been measured.
  double evaluationCost = 0.0;

  /// The iterations after `done` that end in an evaluation: multiples of evaluateEvery, ends of
  /// epochs and the last.
  std::int64_t evaluationsAfter(std::int64_t done) const;
};

/// How fast a run goes, on the wall clock.
struct Pace {
  double iterationSeconds = 0.0;
  double evaluationSeconds = 0.0;  ///< what an evaluation takes on top of its iteration

  /// What is left of the plan after that many iterations.
  double secondsAfter(const RunPlan& plan, std::int64_t done) const;
};

/// How long a run will go on, from the wall times of its latest iterations.
///
/// Iterations without an evaluation are taken together over a quarter of a second or more; their
/// pace is the mean of the middle half of the last 60 such spans, so that neither a warm-up nor a
/// hiccup moves it. Iterations with an evaluation are taken one by one, likewise over the last 16.
/// Pauses are not in a record's wall time, and so not here.
/// Units: seconds of wall time.
/// Threads: one.
class RemainingTime {
 public:
  /// The next iteration's record.
  void add(const Record& record);

  /// How fast it goes; nothing in the first second, and in the first two iterations.
  std::optional<Pace> pace(const RunPlan& plan) const;
  /// What is left after the last record; nothing where there is no pace.
  std::optional<double> seconds(const RunPlan& plan) const;

 private:
  /// The last few numbers, oldest overwritten.
  class Recent {
   public:
    explicit Recent(std::size_t size) : size_(size) {}
    void push(double value);
    bool isEmpty() const { return values_.empty(); }
    /// The mean of the middle half.
    double middle() const;

   private:
    std::size_t size_;
    std::size_t next_ = 0;
    std::vector<double> values_;
  };

  Recent spans_{60};          // seconds an iteration
  Recent evaluations_{16};    // seconds of an iteration with an evaluation
  double spanSeconds_ = 0.0;  // of the span in hand
  std::int64_t spanIterations_ = 0;
  double wallSeconds_ = 0.0;
  std::int64_t done_ = 0;
};

/// A duration in words that do not flicker: "25 s", "12 min", "2 h 10 min", "3 days".
std::string roughDuration(double seconds);

}  // namespace telegrad
