// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/algorithm/delayed_aggregation.h"
#include "core/algorithm/fraction_parameter.h"
#include "core/algorithm/link_monitor.h"
#include "core/algorithm/turn_observation.h"

namespace telegrad {
namespace {

/// D-EF-SGD whose messages are to take as long as making them does. An interpretation of DC2, whose
/// publication couples compression with network delays; the controller is this one, after every
/// iteration:
///
///   delta <- clip(delta * D_target / D, delta_min, 1),   D_target: until a message is there
///
/// D is the longest time that a worker's message took from when it was there to when its last bit
/// left the links, with waiting and without their latency, which no compression shortens.
/// That time, gradient and encoding, counts as the median of the last 20 iterations, of the slowest
/// worker.
///
/// Source: after Abdelmoniem and Canini, DC2: Delay-aware compression control for distributed
///   machine learning, INFOCOM 2021.
class Dc2Like final : public DelayedAggregation {
 public:
  explicit Dc2Like(const Settings& settings)
      : DelayedAggregation({.errorFeedback = true, .delayed = false}, settings),
        first_(settings.real("first_fraction")),
        fraction_(first_) {
    read(settings);
  }

  void configure(const Settings& settings) override {
    DelayedAggregation::configure(settings);
    read(settings);
  }
  void begin(std::size_t workers, const Layout& layout) override {
    DelayedAggregation::begin(workers, layout);
    monitors_.assign(workers, LinkMonitor());
    fraction_ = first_;
  }
  void exchange(StateArchive& state) override {
    DelayedAggregation::exchange(state);
    state(fraction_, monitors_);
  }
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override {
    if (auto kept = keep(fraction_, turn, "dc2-like"); !kept) return kept.error();
    return DelayedAggregation::work(turn, payload);
  }
  void observe(const IterationTiming& timing) override;

 private:
  void read(const Settings& settings) { least_ = settings.real("least_fraction"); }

  double least_ = 1.0;
  double first_;
  double fraction_;                    // delta
  std::vector<LinkMonitor> monitors_;  // one a worker
};

void Dc2Like::observe(const IterationTiming& timing) {
  double longest = 0.0;
  double target = 0.0;
  for (std::size_t i = 0; i < timing.workers.size(); ++i) {
    const auto& worker = timing.workers[i];
    if (!worker.present) continue;
    longest = std::max(longest, observeTurn(monitors_[i], worker));
    target = std::max(target, monitors_[i].computeSeconds().value_or(0.0));
  }
  if (longest <= 0.0 || target <= 0.0) return;
  fraction_ = std::clamp(fraction_ * target / longest, least_, 1.0);
}

std::vector<Parameter> dc2Parameters() {
  return DelayedAggregation::withRate(
      {fractionParameter("least_fraction", "Least kept fraction", 1e-3,
                         "The kept fraction is never chosen below this."),
       firstFraction("In force until the first message's time is known.")});
}

}  // namespace

AlgorithmEntry dc2Like() {
  AlgorithmEntry entry;
  entry.key = "dc2-like";
  entry.name = "DC2-like";
  entry.summary =
      "D-EF-SGD that keeps the share of the entries whose transfer takes as long as a gradient: an "
      "interpretation of DC2.";
  entry.source =
      "After Abdelmoniem and Canini, DC2: Delay-aware compression control for distributed machine "
      "learning, INFOCOM 2021";
  entry.parameters = dc2Parameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Dc2Like>(settings); };
  entry.usualCompressor = "top-k";
  entry.decides = {"compressor.fraction", "compressor.count"};
  return entry;
}

}  // namespace telegrad
