// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/trace.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

#include "core/base/said.h"
#include "core/net/text_io.h"

namespace telegrad {
namespace {

constexpr SimTime kNever = SimTime::max();
// More work than the largest message is, and far enough from the end of a WideInteger.
constexpr WideInteger kBeyondAnyMessage = WideInteger{1} << 124U;

bool isWithin(double value, double least, double most) {
  return value >= least && value <= most;  // false for what is not a number
}

Result<void> checkTime(std::span<const TraceStep> steps, std::size_t i) {
  const double time = seconds(steps[i].time);
  if (i == 0 && steps[i].time != SimTime{0})
    return Error{said("step %1: time %2; allowed: 0 s for the first", i + 1, formatNumber(time))};
  if (i > 0 && steps[i].time <= steps[i - 1].time)
    return Error{said("step %1: time %2; allowed: later than the %3 s of the step before it", i + 1,
                      formatNumber(time), decimalSeconds(steps[i - 1].time))};
  if (time > Trace::kMostTimeSeconds)
    return Error{said("step %1: time %2; allowed: 0 to 1e9 s", i + 1, formatNumber(time))};
  return {};
}

Result<void> checkValues(std::span<const TraceStep> steps, std::size_t i) {
  const auto& step = steps[i];
  if (const auto fine = Trace::check(step); !fine)
    return Error{said("step %1: %2", i + 1, fine.error())};
  if (step.latency.has_value() != steps[0].latency.has_value() ||
      step.loss.has_value() != steps[0].loss.has_value())
    return Error{said("step %1: latency and loss are in every step or in none", i + 1)};
  return {};
}

Result<void> checkEnd(std::span<const TraceStep> steps, std::optional<SimTime> period,
                      Outflow outflow) {
  if (!period) {
    if (outflow == Outflow::AtEnds)
      return Error{said("the last step has no end at which anything leaves; allowed: a loop")};
    if (steps.back().bandwidth.value > 0.0) return {};
    return Error{
        said("the last bandwidth is 0 and stays so, so that nothing would ever leave; allowed: a "
             "last step with bandwidth, or a loop")};
  }
  if (*period <= steps.back().time || seconds(*period) > Trace::kMostTimeSeconds)
    return Error{said("loop %1 s; allowed: more than the last time, %2 s, and at most 1e9 s",
                      formatNumber(seconds(*period)), decimalSeconds(steps.back().time))};
  const auto flows = [](const TraceStep& step) { return step.bandwidth.value > 0.0; };
  if (std::ranges::any_of(steps, flows)) return {};
  return Error{said(
      "every bandwidth is 0, so that nothing would ever leave; allowed: at least one that is not")};
}

}  // namespace

Result<void> Trace::check(const TraceStep& step) {
  const double bandwidth = step.bandwidth.value;
  if (bandwidth != 0.0 && !isWithin(bandwidth, kLeastBandwidth, kMostBandwidth))
    return Error{said("bandwidth %1; allowed: 0, or 1 to 1e15 bit/s", formatNumber(bandwidth))};
  if (step.latency && !isWithin(seconds(*step.latency), 0.0, kMostLatencySeconds))
    return Error{said("latency %1; allowed: 0 to 10 s", formatNumber(seconds(*step.latency)))};
  if (step.loss && (!isWithin(*step.loss, 0.0, 1.0) || *step.loss == 1.0))
    return Error{said("loss %1; allowed: from 0 to less than 1", formatNumber(*step.loss))};
  return {};
}

Result<Trace> Trace::from(std::vector<TraceStep> steps, std::optional<SimTime> period,
                          std::string source, Outflow outflow) {
  if (steps.empty()) return Error{said("there is no step; allowed: one or more")};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (auto fine = checkTime(steps, i); !fine) return fine.error();
    if (auto fine = checkValues(steps, i); !fine) return fine.error();
  }
  if (auto fine = checkEnd(steps, period, outflow); !fine) return fine.error();
  Trace trace;
  trace.steps_ = std::move(steps);
  trace.period_ = period;
  trace.source_ = std::move(source);
  trace.outflow_ = outflow;
  for (const auto& step : trace.steps_) trace.rates_.push_back(fixedRate(step.bandwidth));
  if (!period) return trace;
  // What a period carries, in one message that is larger than any: none of the sums overflows.
  const auto rest = trace.send({SimTime{0}, {kBeyondAnyMessage}}, *period);
  if (rest.left.value > 0) trace.perPeriod_ = {kBeyondAnyMessage - rest.left.value};
  return trace;
}

void Trace::exchange(StateArchive& state, std::shared_ptr<const Trace>& trace) {
  state.shared(trace, [&](std::shared_ptr<const Trace>& made) {
    Trace copy;
    if (made != nullptr) copy = *made;
    state.list(copy.steps_);
    auto outflow = static_cast<std::uint32_t>(copy.outflow_);
    state(copy.period_, copy.source_, outflow);
    state.require(outflow <= static_cast<std::uint32_t>(Outflow::AtEnds), "a known outflow");
    if (!state.isLoading() || !state.isGood()) return;
    auto checked = from(std::move(copy.steps_), copy.period_, std::move(copy.source_),
                        static_cast<Outflow>(outflow));
    state.require(checked.has_value(), "a trace that keeps to its rules");
    if (checked) made = std::make_shared<const Trace>(*std::move(checked));
  });
}

SimTime Trace::phase(SimTime time) const {
  assert(time >= SimTime{0});
  return period_ ? time % *period_ : time;
}

std::size_t Trace::stepAt(SimTime phase) const {
  const auto after = std::ranges::upper_bound(steps_, phase, {}, &TraceStep::time);
  return static_cast<std::size_t>(after - steps_.begin()) - 1;
}

const TraceStep& Trace::at(SimTime time) const {
  return steps_[stepAt(phase(time))];
}

std::optional<SimTime> Trace::nextChange(SimTime time) const {
  const SimTime within = phase(time);
  const std::size_t step = stepAt(within);
  if (step + 1 < steps_.size()) return time + (steps_[step + 1].time - within);
  if (!period_ || steps_.size() == 1) return std::nullopt;
  return time + (*period_ - within);
}

void Trace::skipPeriods(Progress& progress, SimTime until) const {
  if (perPeriod_.value == 0 || progress.left.value == 0) return;
  // Less than all that is left, so that the walk afterwards finds the instant at which it is sent.
  const WideInteger needed = (progress.left.value - 1) / perPeriod_.value;
  const auto room = static_cast<std::uint64_t>((until - progress.time) / *period_);
  const auto periods = static_cast<std::uint64_t>(std::min<WideInteger>(needed, room));
  progress.left.value -= perPeriod_.value * periods;
  progress.time += *period_ * static_cast<std::int64_t>(periods);
}

/// What leaves at the end of a step.
Work Trace::opportunity(std::size_t step) const {
  const SimTime end = step + 1 < steps_.size() ? steps_[step + 1].time : *period_;
  const auto length = static_cast<std::uint64_t>((end - steps_[step].time).count());
  const WideInteger rate = rates_[step].value;
  return {rate > kBeyondAnyMessage / length ? kBeyondAnyMessage : rate * length};
}

Progress Trace::send(Progress from, SimTime until) const {
  assert(from.time <= until);
  skipPeriods(from, until);
  SimTime within = phase(from.time);
  for (std::size_t i = stepAt(within); from.left.value > 0 && from.time < until; ++i) {
    if (i == steps_.size()) {
      i = 0;
      within = SimTime{0};
    }
    const bool last = i + 1 == steps_.size();
    SimTime end = until;
    bool ends = false;  // the step, by then
    if (!last || period_) {
      const SimTime stepEnd = last ? *period_ : steps_[i + 1].time;
      ends = stepEnd - within <= until - from.time;
      if (ends) end = from.time + (stepEnd - within);
      within = stepEnd;
    }
    if (outflow_ == Outflow::Evenly) {
      from = sendAt(rates_[i], from, end);
    } else {
      from.time = end;
      if (ends) from.take(opportunity(i));
    }
  }
  return from;
}

SimTime Trace::finish(SimTime start, Bytes size) const {
  const auto done = send({start, workOf(size)}, kNever);
  return done.left.value == 0 ? done.time : kNever;
}

BitsPerSecond Trace::meanBandwidth() const {
  if (!period_) return steps_.back().bandwidth;
  double bits = 0.0;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const SimTime end = i + 1 < steps_.size() ? steps_[i + 1].time : *period_;
    bits += steps_[i].bandwidth.value * seconds(end - steps_[i].time);
  }
  return {bits / seconds(*period_)};
}

}  // namespace telegrad
