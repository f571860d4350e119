// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>

#include "core/algorithm/delayed_aggregation.h"
#include "core/algorithm/fraction_parameter.h"
#include "core/algorithm/link_monitor.h"
#include "core/algorithm/turn_observation.h"
#include "core/theory/deco.h"

namespace telegrad {
namespace {

/// DD-EF-SGD whose staleness and kept fraction follow the network: every E iterations DeCo's rule
/// chooses them for the bandwidth, latency and compute time that the workers have observed.
///
/// A worker's transfer time is from when its message could first be sent, its gradient being there
/// and its last message gone, to when its last bit left: waiting behind others on a shared link is
/// in it, so the bandwidth is this worker's share. The gradient's size is what was sent per kept
/// fraction, positions and all. Of the workers that were present in the newest iteration observed,
/// the slowest in each respect counts; of bandwidth and latency, only those that send over a link.
///
/// Source: DeCo-SGD, arXiv 2507.17346; the rule as in core/theory/deco.h.
class DecoSgd final : public DelayedAggregation {
 public:
  explicit DecoSgd(const Settings& settings)
      : DelayedAggregation({.errorFeedback = true, .delayed = false}, settings),
        chosenStaleness_(settings.integer("first_staleness")),
        chosenFraction_(settings.real("first_fraction")) {
    read(settings);
  }

  void configure(const Settings& settings) override {
    DelayedAggregation::configure(settings);
    read(settings);
  }
  void begin(std::size_t workers, const Layout& layout) override {
    DelayedAggregation::begin(workers, layout);
    monitors_.assign(workers, LinkMonitor(weight_));
    free_.assign(workers, SimTime{});
    part_.assign(workers, TookPart::Sent);
  }
  void exchange(StateArchive& state) override {
    DelayedAggregation::exchange(state);
    state(chosenStaleness_, chosenFraction_, monitors_, free_, part_, fractions_, gradientBits_);
  }
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override {
    if (auto kept = keep(chosenFraction_, turn, "deco-sgd"); !kept) return kept.error();
    return DelayedAggregation::work(turn, payload);
  }
  void observe(const IterationTiming& timing) override;

 protected:
  std::int64_t staleness() override;

 private:
  void read(const Settings& settings) {
    every_ = settings.integer("reselect_every");
    weight_ = settings.real("monitor_weight");
    rule_.minRatio = settings.real("least_fraction");
    rule_.headroom = settings.real("headroom");
    rule_.hysteresis = settings.real("hysteresis");
    rule_.phiBase = settings.choice("phi_base") == "half" ? PhiBase::HalfRatio : PhiBase::FullRatio;
  }
  std::optional<IterationConditions> conditions() const;

  std::int64_t every_ = 1;
  double weight_ = 0.3;
  DecoSettings rule_;
  std::int64_t chosenStaleness_;
  double chosenFraction_;
  std::vector<LinkMonitor> monitors_;         // one a worker
  std::vector<SimTime> free_;                 // when its last message had left its links; likewise
  std::vector<TookPart> part_;                // in the newest iteration observed; likewise
  std::map<std::int64_t, double> fractions_;  // in force at the iterations still to be observed
  double gradientBits_ = 0.0;                 // the largest worker's, of the last one observed
};

void DecoSgd::observe(const IterationTiming& timing) {
  const auto used = fractions_.find(timing.iteration);
  if (used == fractions_.end()) return;
  gradientBits_ = 0.0;
  for (std::size_t i = 0; i < timing.workers.size(); ++i) {
    const auto& worker = timing.workers[i];
    part_[i] = tookPart(worker);
    if (!worker.present) continue;
    observeTurn(monitors_[i], worker, free_[i]);
    free_[i] = worker.carried;
    gradientBits_ =
        std::max(gradientBits_, 8.0 * static_cast<double>(worker.sent.value) / used->second);
  }
  fractions_.erase(fractions_.begin(), std::next(used));
}

std::optional<IterationConditions> DecoSgd::conditions() const {
  const auto slowest = slowestOf(monitors_, part_);
  if (!slowest) return std::nullopt;
  return IterationConditions{.computeSeconds = slowest->computeSeconds,
                             .gradientBits = gradientBits_,
                             .bitsPerSecond = slowest->bitsPerSecond,
                             .latencySeconds = slowest->latencySeconds};
}

std::int64_t DecoSgd::staleness() {
  // Sent with the fraction in force until now; what is chosen here holds from the next iteration.
  fractions_[stepped() - 1] = chosenFraction_;
  if (stepped() % every_ != 0) return chosenStaleness_;
  const auto observed = conditions();
  if (!observed) return chosenStaleness_;
  const auto decision = decideDeco(*observed, rule_, static_cast<int>(chosenStaleness_));
  if (!decision) return chosenStaleness_;  // nothing observed yet that can be decided on
  chosenStaleness_ = decision->chosen.tau;
  chosenFraction_ = decision->chosen.delta;
  return chosenStaleness_;
}

std::vector<Parameter> decoParameters() {
  return DelayedAggregation::withRate(
      {{.key = "reselect_every",
        .label = "Choose anew every",
        .unit = "",
        .help = "Iterations after which staleness and kept fraction are chosen again.",
        .kind = Integer{20, 1, 100'000, Scale::Log},
        .change = Change::BetweenIterations},
       {.key = "headroom",
        .label = "Bandwidth headroom",
        .unit = "",
        .help = "Share of the observed bandwidth that is planned with; less than all leaves room "
                "for jitter.",
        .kind = Real{.initial = 0.9, .min = 0.1, .max = 1.0, .share = true},
        .change = Change::BetweenIterations},
       {.key = "hysteresis",
        .label = "Hysteresis",
        .unit = "",
        .help =
            "The staleness stays where it is unless another lowers the compression noise phi by "
            "more than this share.",
        .kind = Real{.initial = 0.05, .min = 0.0, .max = 0.9, .share = true},
        .change = Change::BetweenIterations},
       fractionParameter("least_fraction", "Least kept fraction", 1e-3,
                         "The kept fraction is never chosen below this; on a slower network "
                         "iterations take longer instead."),
       {.key = "first_staleness",
        .label = "First staleness",
        .unit = "",
        .help = "In force until the first choice.",
        .kind = Integer{1, 0, DelayedAggregation::kMostStale, Scale::Linear}},
       firstFraction("In force until the first choice."),
       DelayedAggregation::compensation(),
       {.key = "monitor_weight",
        .label = "Monitor's weight",
        .unit = "",
        .help = "Weight of the newest message in the moving averages of bandwidth and latency.",
        .kind = Real{0.3, 0.01, 1.0, Scale::Linear}},
       {.key = "phi_base",
        .label = "Noise grows with",
        .unit = "",
        .help =
            "How phi grows with an iteration of staleness: by 1 / (1 - delta / 2), as derived, or "
            "by 1 / (1 - delta), as a secondary source prints it.",
        .kind = Choice{"half", {"half", "full"}, {"1 / (1 − δ/2)", "1 / (1 − δ)"}}}});
}

}  // namespace

AlgorithmEntry decoSgd() {
  AlgorithmEntry entry;
  entry.key = "deco-sgd";
  entry.name = "DeCo-SGD";
  entry.summary =
      "DD-EF-SGD that chooses its staleness and kept fraction for the network as the workers "
      "observe it.";
  entry.source =
      "DeCo-SGD: Joint Optimization of Delay Staleness and Gradient Compression Ratio for "
      "Distributed SGD, arXiv 2507.17346";
  entry.parameters = decoParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<DecoSgd>(settings); };
  entry.usualCompressor = "top-k";
  entry.decides = {"compressor.fraction", "compressor.count"};
  return entry;
}

}  // namespace telegrad
