// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/conditions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "core/algorithm/link_monitor.h"
#include "core/net/shipped_traces.h"
#include "core/nn/model.h"
#include "core/problem/problem.h"

namespace telegrad {
namespace {

constexpr double kBitsPerNumber = 32.0;

double realOr(const Settings& settings, std::string_view key, double otherwise) {
  return settings.has(key) ? settings.real(key) : otherwise;
}

std::string choiceOf(const Settings& settings, std::string_view key) {
  return settings.has(key) ? settings.choice(key) : std::string();
}

/// A worker's own link.
double uplink(const Settings& network) {
  const auto trace = choiceOf(network, "trace");
  const auto all = shippedTraces();
  if (std::ranges::find(all, trace, &ShippedTrace::key) != all.end())
    if (const auto made = shippedTrace(trace, realOr(network, "trace_scale", 1.0)))
      return made->meanBandwidth().value;
  return realOr(network, "worker_uplink", 0.0);
}

/// The kept fraction of each iteration, by its number from 0.
std::map<std::int64_t, double> fractions(std::span<const Sample> samples) {
  std::map<std::int64_t, double> kept;
  for (const auto& sample : samples)
    if (sample.record.compressionRatio > 0.0)
      kept[sample.record.iteration - 1] = sample.record.compressionRatio;
  return kept;
}

}  // namespace

IterationConditions conditionsOf(const Experiment& experiment, std::size_t parameters) {
  const auto& network = experiment.slot("network").settings;
  const auto workers = experiment.slot("cluster").settings.integer("workers");
  const double ingress = realOr(network, "server_ingress", std::numeric_limits<double>::infinity());
  const double emulated = realOr(network, "emulated_gradient", 0.0);
  const bool back = choiceOf(network, "broadcast") == "dense";
  IterationConditions conditions;
  conditions.computeSeconds =
      realOr(network, "compute_time", 0.0) + realOr(network, "encode_time", 0.0);
  conditions.gradientBits =
      emulated > 0.0 ? emulated : kBitsPerNumber * static_cast<double>(parameters);
  conditions.bitsPerSecond = std::min(uplink(network), ingress / static_cast<double>(workers));
  conditions.latencySeconds = (back ? 2.0 : 1.0) * realOr(network, "latency", 0.0);
  return conditions;
}

std::optional<IterationConditions> observedConditions(std::span<const Sample> samples) {
  const auto kept = fractions(samples);
  std::vector<LinkMonitor> monitors;
  std::vector<SimTime> carried;  // when a worker's last message had left its links
  double gradientBits = 0.0;
  for (const auto& sample : samples) {
    for (const auto& timing : sample.timings) {
      const auto fraction = kept.find(timing.iteration);
      if (fraction == kept.end()) continue;
      monitors.resize(timing.workers.size());
      carried.resize(timing.workers.size());
      gradientBits = 0.0;
      for (std::size_t i = 0; i < timing.workers.size(); ++i) {
        const auto& worker = timing.workers[i];
        if (!worker.present || worker.sent.value == 0) continue;
        const auto sent = static_cast<double>(worker.sent.value);
        monitors[i].addCompute(seconds(worker.encoded - worker.received));
        monitors[i].addLatency(seconds(worker.upload.propagation + worker.broadcast.propagation));
        monitors[i].addMessage(sent,
                               seconds(worker.carried - std::max(worker.encoded, carried[i])));
        carried[i] = worker.carried;
        gradientBits = std::max(gradientBits, 8.0 * sent / fraction->second);
      }
    }
  }
  std::vector<LinkEstimate> estimates;
  for (const auto& monitor : monitors)
    if (const auto estimate = monitor.estimate()) estimates.push_back(*estimate);
  const auto slowest = slowestOf(estimates);
  if (!slowest || !(gradientBits > 0.0)) return std::nullopt;
  return IterationConditions{.computeSeconds = slowest->computeSeconds,
                             .gradientBits = gradientBits,
                             .bitsPerSecond = slowest->bitsPerSecond,
                             .latencySeconds = slowest->latencySeconds};
}

std::size_t parametersOf(const Experiment& experiment) {
  constexpr std::size_t kSide = 28;
  constexpr std::size_t kClasses = 10;
  const auto& selection = experiment.slot("model");
  if (const auto* problem = problemIn(experiment)) {
    const auto made =
        problem->make(selection.settings)->build(experiment.workers(), experiment.seed());
    return made ? (*made)->size() : 0;
  }
  const auto entry = find(models(), selection.key, "model");
  if (!entry) return 0;
  const auto model = (*entry)->make(selection.settings)->build(Shape{1, kSide, kSide}, kClasses);
  return model ? (*model)->parameterCount() : 0;
}

}  // namespace telegrad
