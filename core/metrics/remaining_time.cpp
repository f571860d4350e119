// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/remaining_time.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace telegrad {
namespace {

constexpr double kShortestSpan = 0.25;  // seconds
constexpr double kFirstSecond = 1.0;
constexpr std::int64_t kFirstIterations = 3;  // the first alone is a warm-up

}  // namespace

std::int64_t RunPlan::evaluationsAfter(std::int64_t done) const {
  const auto every = std::max<std::int64_t>(evaluateEvery, 1);
  const auto epoch = std::max<std::int64_t>(iterationsPerEpoch, 1);
  const auto both = std::max<std::int64_t>(std::lcm(every, epoch), 1);
  // Multiples of either number, those of both once.
  const auto upTo = [=](std::int64_t iteration) {
    return iteration / every + iteration / epoch - iteration / both;
  };
  if (done >= iterations) return 0;
  const bool endsOtherwise = iterations % every != 0 && iterations % epoch != 0;
  return upTo(iterations) - upTo(done) + (endsOtherwise ? 1 : 0);
}

double Pace::secondsAfter(const RunPlan& plan, std::int64_t done) const {
  const std::int64_t left = std::max<std::int64_t>(plan.iterations - done, 0);
  return iterationSeconds * static_cast<double>(left) +
         evaluationSeconds * static_cast<double>(plan.evaluationsAfter(done));
}

void RemainingTime::Recent::push(double value) {
  if (values_.size() < size_) {
    values_.push_back(value);
    return;
  }
  values_[next_] = value;
  next_ = (next_ + 1) % size_;
}

double RemainingTime::Recent::middle() const {
  auto sorted = values_;
  std::ranges::sort(sorted);
  const auto cut = static_cast<std::ptrdiff_t>(sorted.size() / 4);
  return std::accumulate(sorted.begin() + cut, sorted.end() - cut, 0.0) /
         static_cast<double>(sorted.end() - sorted.begin() - 2 * cut);
}

void RemainingTime::add(const Record& record) {
  const double took = record.wallSeconds - wallSeconds_;
  wallSeconds_ = record.wallSeconds;
  done_ = record.iteration;
  if (record.isEvaluated()) {
    evaluations_.push(took);
    return;
  }
  spanSeconds_ += took;
  ++spanIterations_;
  if (spanSeconds_ < kShortestSpan) return;
  spans_.push(spanSeconds_ / static_cast<double>(spanIterations_));
  spanSeconds_ = 0.0;
  spanIterations_ = 0;
}

std::optional<Pace> RemainingTime::pace(const RunPlan& plan) const {
  if (wallSeconds_ < kFirstSecond || done_ < kFirstIterations) return std::nullopt;
  Pace pace;
  if (!spans_.isEmpty()) {
    pace.iterationSeconds = spans_.middle();
  } else if (spanIterations_ > 0) {
    pace.iterationSeconds = spanSeconds_ / static_cast<double>(spanIterations_);
  } else {  // every iteration is evaluated
    return Pace{.iterationSeconds = evaluations_.middle(), .evaluationSeconds = 0.0};
  }
  pace.evaluationSeconds = evaluations_.isEmpty()
                               ? pace.iterationSeconds * plan.evaluationCost
                               : std::max(0.0, evaluations_.middle() - pace.iterationSeconds);
  return pace;
}

std::optional<double> RemainingTime::seconds(const RunPlan& plan) const {
  const auto now = pace(plan);
  if (!now) return std::nullopt;
  return now->secondsAfter(plan, done_);
}

std::string roughDuration(double seconds) {
  const auto steps = [seconds](double step) {
    return static_cast<std::int64_t>(std::max(1.0, std::round(seconds / step)));
  };
  constexpr double kMinute = 60.0;
  constexpr double kHour = 60.0 * kMinute;
  constexpr double kDay = 24.0 * kHour;
  if (seconds < 57.5) return std::to_string(5 * steps(5.0)) + " s";
  if (seconds < kHour - kMinute / 2.0) return std::to_string(steps(kMinute)) + " min";
  if (seconds < 2.0 * kDay - kHour / 2.0) {
    const auto tens = steps(10.0 * kMinute);
    const bool exact = tens % 6 == 0 || tens > 60;
    return exact ? std::to_string(steps(kHour)) + " h"
                 : std::to_string(tens / 6) + " h " + std::to_string(10 * (tens % 6)) + " min";
  }
  return std::to_string(steps(kDay)) + " days";
}

}  // namespace telegrad
