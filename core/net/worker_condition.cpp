// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/worker_condition.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace telegrad {

std::vector<Parameter> workerConditionParameters() {
  return {{.key = "slowdown",
           .label = "Slowdown",
           .unit = "",
           .help = "Multiplies the worker's compute times.",
           .kind = Real{1.0, 1.0, 1e4, Scale::Log, SliderRange{1.0, 100.0}},
           .change = Change::BetweenIterations},
          {.key = "link_share",
           .label = "Share of its links",
           .unit = "",
           .help = "What is left of the bandwidth of the worker's own links, up and down.",
           .kind = Real{.initial = 1.0,
                        .min = 1e-4,
                        .max = 1.0,
                        .scale = Scale::Log,
                        .slider = SliderRange{0.01, 1.0},
                        .share = true},
           .change = Change::BetweenIterations},
          {.key = "present",
           .label = "Present",
           .unit = "",
           .help = "Whether the worker takes part. While it is away nobody waits for it; what it "
                   "has not sent yet it keeps.",
           .kind = Flag{true},
           .change = Change::BetweenIterations}};
}

WorkerCondition workerCondition(const Settings& settings) {
  return {.slowdown = settings.real("slowdown"),
          .linkShare = settings.real("link_share"),
          .present = settings.flag("present")};
}

SimTime slowed(SimTime compute, double slowdown) {
  constexpr double kLongest = 1e8 * 1e9;  // in nanoseconds
  if (slowdown == 1.0) return compute;
  const double longer = static_cast<double>(compute.count()) * slowdown;
  return SimTime{std::llround(std::min(longer, kLongest))};
}

std::shared_ptr<const Trace> shareOf(const std::shared_ptr<const Trace>& trace, double share) {
  if (share == 1.0) return trace;
  std::vector<TraceStep> steps(trace->steps().begin(), trace->steps().end());
  for (auto& step : steps)
    if (step.bandwidth.value > 0.0)
      step.bandwidth.value = std::max(step.bandwidth.value * share, Trace::kLeastBandwidth);
  auto made = Trace::from(std::move(steps), trace->period(), trace->source());
  assert(made && "the steps are within a trace's range");
  return std::make_shared<const Trace>(*std::move(made));
}

}  // namespace telegrad
