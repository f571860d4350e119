// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/shipped_traces.h"

#include <algorithm>
#include <cassert>
#include <vector>

#include "core/net/trace_generators.h"

namespace telegrad {

std::span<const ShippedTrace> shippedTraces() {
  static const std::vector<ShippedTrace> all{
      {"wan-datacentres", "WAN between data centres",
       "random-walk; start = 800 Mbit/s; spread = 0.08; lowest = 200 Mbit/s; highest = 2 Gbit/s; "
       "step = 1 s; duration = 600 s; seed = 1"},
      {"square-wan", "Square wave",
       "square; high = 100 Mbit/s; low = 10 Mbit/s; high_time = 20 s; low_time = 20 s; seed = 1"},
      {"sine-wan", "Sine wave",
       "sine; mean = 60 Mbit/s; swing = 0.8; period = 120 s; step = 1 s; seed = 1"},
      {"shared-cloud", "Shared cloud",
       "log-uniform; lowest = 50 Mbit/s; highest = 1 Gbit/s; hold = 15 s; duration = 600 s; seed = "
       "4"},
      {"congested-campus", "Congested campus",
       "on-off; on = 200 Mbit/s; off = 8 Mbit/s; on_time = 20 s; off_time = 6 s; duration = 600 s; "
       "seed = 3"},
      {"lte-like", "LTE-like",
       "random-walk; start = 12 Mbit/s; spread = 0.25; lowest = 500 kbit/s; highest = 60 Mbit/s; "
       "step = 500 ms; duration = 300 s; seed = 2"}};
  return all;
}

Result<Trace> shippedTrace(std::string_view key, double scale) {
  const auto found = std::ranges::find(shippedTraces(), key, &ShippedTrace::key);
  assert(found != shippedTraces().end());
  const auto recipe = parseRecipe(found->recipe);
  if (!recipe) return recipe.error();
  const auto trace = generateTrace(*recipe);
  if (!trace) return trace.error();
  std::vector<TraceStep> steps(trace->steps().begin(), trace->steps().end());
  for (auto& step : steps) step.bandwidth.value *= scale;
  return Trace::from(std::move(steps), trace->period(), trace->source());
}

Choice withShippedTraces(Choice choice) {
  for (const auto& trace : shippedTraces()) {
    choice.options.push_back(trace.key);
    choice.labels.push_back(trace.name);
  }
  return choice;
}

}  // namespace telegrad
