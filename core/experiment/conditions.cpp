// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/conditions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "core/algorithm/link_monitor.h"
#include "core/algorithm/turn_observation.h"
#include "core/net/shipped_traces.h"
#include "core/nn/model.h"
#include "core/problem/problem.h"
#include "core/theory/aggregation_time.h"

namespace telegrad {
namespace {

constexpr double kBitsPerNumber = 32.0;
constexpr double kUnlimited = std::numeric_limits<double>::infinity();

double realOr(const Settings& settings, std::string_view key, double otherwise) {
  return settings.has(key) ? settings.real(key) : otherwise;
}

std::string choiceOf(const Settings& settings, std::string_view key) {
  return settings.has(key) ? settings.choice(key) : std::string();
}

/// A worker's own link: the trace's mean, or what the parameter says.
double ownLink(const Settings& network, std::string_view key) {
  const auto trace = choiceOf(network, "trace");
  const auto all = shippedTraces();
  if (std::ranges::find(all, trace, &ShippedTrace::key) != all.end())
    if (const auto made = shippedTrace(trace, realOr(network, "trace_scale", 1.0)))
      return made->meanBandwidth().value;
  return realOr(network, key, 0.0);
}

/// The kept fraction of each iteration, by its number from 0.
std::map<std::int64_t, double> fractions(std::span<const Sample> samples) {
  std::map<std::int64_t, double> kept;
  for (const auto& sample : samples)
    if (sample.record.compressionRatio > 0.0)
      kept[sample.record.iteration - 1] = sample.record.compressionRatio;
  return kept;
}

/// Bandwidth and latency with a server: of the link that the uploads share, or of a worker's own if
/// it is less, for one of them.
void setServer(IterationConditions& conditions, const Settings& network, std::int64_t workers) {
  const bool onWorker = choiceOf(network, "server") == "worker-1";
  const double shared = onWorker ? ownLink(network, "worker_downlink")
                                 : realOr(network, "server_ingress", kUnlimited);
  const auto uploads = static_cast<double>(onWorker ? workers - 1 : workers);
  const double own = ownLink(network, "worker_uplink");
  conditions.bitsPerSecond = uploads > 0.0 ? std::min(own, shared / uploads) : own;
  const bool back = choiceOf(network, "broadcast") == "dense";
  conditions.latencySeconds = (back ? 2.0 : 1.0) * realOr(network, "latency", 0.0);
}

/// Of a collective, by its key: what one bit of the gradient costs there.
AggregationCost costOfABit(const std::string& key, int workers, double rate, double hopSeconds) {
  if (key == "ring-all-gather") return sparseAllGather(workers, 1.0, rate, hopSeconds);
  if (key == "ring-all-reduce") return denseRingAllReduce(workers, 1.0, rate, hopSeconds);
  if (key == "tree-all-reduce") return binaryTreeAllReduce(workers, 1.0, rate, hopSeconds);
  if (key == "double-tree-all-reduce") return doubleTreeAllReduce(workers, 1.0, rate, hopSeconds);
  return halvingDoublingAllReduce(workers, 1.0, rate, hopSeconds);
}

/// Bandwidth and latency, where there is no server.
void setCollective(IterationConditions& conditions, const Selection& network, int workers) {
  const double rate = ownLink(network.settings, "link_bandwidth");
  const auto cost = costOfABit(network.key, workers, rate, network.settings.real("latency"));
  conditions.bitsPerSecond = cost.transferSeconds > 0.0 ? 1.0 / cost.transferSeconds : rate;
  conditions.latencySeconds = cost.latencySeconds;
}

/// What the workers of a run have seen.
struct Observed {
  std::vector<LinkMonitor> monitors;  // one a worker; likewise the others
  std::vector<TookPart> part;
  std::vector<SimTime> free;  // when its last message had left its links
  double gradientBits = 0.0;  // the largest worker's, of the newest iteration

  void watch(const IterationTiming& timing, double fraction);
};

void Observed::watch(const IterationTiming& timing, double fraction) {
  const std::size_t workers = timing.workers.size();
  monitors.resize(workers);
  part.resize(workers);
  free.resize(workers);
  gradientBits = 0.0;
  for (std::size_t i = 0; i < workers; ++i) {
    const auto& worker = timing.workers[i];
    // Who skips an iteration is one that sends, still.
    part[i] = worker.present ? std::max(part[i], tookPart(worker)) : TookPart::No;
    if (!worker.present) continue;
    observeTurn(monitors[i], worker, free[i]);
    free[i] = worker.carried;
    gradientBits = std::max(gradientBits, 8.0 * static_cast<double>(worker.sent.value) / fraction);
  }
}

}  // namespace

IterationConditions conditionsOf(const Experiment& experiment, std::size_t parameters) {
  const auto& slot = experiment.slot("network");
  const auto& network = slot.settings;
  const auto workers = experiment.slot("cluster").settings.integer("workers");
  const double emulated = realOr(network, "emulated_gradient", 0.0);
  IterationConditions conditions;
  conditions.computeSeconds =
      realOr(network, "compute_time", 0.0) + realOr(network, "encode_time", 0.0);
  conditions.gradientBits =
      emulated > 0.0 ? emulated : kBitsPerNumber * static_cast<double>(parameters);
  if (network.has("link_bandwidth"))
    setCollective(conditions, slot, static_cast<int>(workers));
  else
    setServer(conditions, network, workers);
  return conditions;
}

std::optional<IterationConditions> observedConditions(std::span<const Sample> samples) {
  const auto kept = fractions(samples);
  Observed observed;
  for (const auto& sample : samples)
    for (const auto& timing : sample.timings)
      if (const auto fraction = kept.find(timing.iteration); fraction != kept.end())
        observed.watch(timing, fraction->second);
  const auto slowest = slowestOf(observed.monitors, observed.part);
  if (!slowest || !(observed.gradientBits > 0.0)) return std::nullopt;
  return IterationConditions{.computeSeconds = slowest->computeSeconds,
                             .gradientBits = observed.gradientBits,
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
