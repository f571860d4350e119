// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/algorithm/delayed_aggregation.h"
#include "core/algorithm/fraction_parameter.h"

namespace telegrad {
namespace {

/// D-EF-SGD that compresses as much as it can without losing more than a share of what it wants to
/// send. An interpretation of GraVAC, whose publication gives the idea; the rule is this one:
///
///   gain = mean ||C(v)||^2 / mean ||v||^2,   v = e + g, moving means over iterations, all workers
///   every W iterations:  gain >= eps: delta <- max(delta * f, delta_min)
///                        gain <  eps: delta <- min(delta / f, delta_max)
///
/// It begins with delta_max. The means begin anew whenever delta changes, so that the gain is that
/// of the fraction in force. The two numbers that each worker tells the others are not counted.
///
/// Source: after Tyagi and Swany, GraVAC: Adaptive compression for communication-efficient
///   distributed DL training, 2023.
class GravacLike final : public DelayedAggregation {
 public:
  explicit GravacLike(const Settings& settings)
      : DelayedAggregation({.errorFeedback = true, .delayed = false}, settings),
        fraction_(settings.real("most_fraction")) {
    read(settings);
  }

  void configure(const Settings& settings) override {
    DelayedAggregation::configure(settings);
    read(settings);
  }
  void begin(std::size_t workers, const Layout& layout) override {
    DelayedAggregation::begin(workers, layout);
    energies_.assign(workers, Energy{});
    mean_ = {};
    seen_ = 0;
    fraction_ = most_;
  }
  void exchange(StateArchive& state) override {
    DelayedAggregation::exchange(state);
    state(fraction_, mean_.sent, mean_.wanted, seen_);
  }
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;

 private:
  struct Energy {
    double sent = 0.0;    // ||C(v)||^2
    double wanted = 0.0;  // ||v||^2
  };

  void read(const Settings& settings) {
    every_ = settings.integer("adjust_every");
    leastGain_ = settings.real("least_gain");
    factor_ = settings.real("step_factor");
    most_ = settings.real("most_fraction");
    least_ = std::min(settings.real("least_fraction"), most_);
    weight_ = settings.real("gain_weight");
  }
  void observeGain(std::span<const WorkerReport> reports);
  void adjust();

  std::int64_t every_ = 1;
  double leastGain_ = 0.8;
  double factor_ = 0.5;
  double most_ = 1.0;
  double least_ = 1.0;
  double weight_ = 0.1;
  double fraction_;               // delta
  std::vector<Energy> energies_;  // of this iteration, one a worker
  Energy mean_;
  std::int64_t seen_ = 0;  // iterations that are in the mean
};

Result<WorkerReport> GravacLike::work(const WorkerTurn& turn, Payload& payload) {
  if (auto kept = keep(fraction_, turn, "gravac-like"); !kept) return kept.error();
  auto report = DelayedAggregation::work(turn, payload);
  if (!report) return report;
  auto& energy = energies_[turn.worker];
  std::ranges::fill(turn.scratch, 0.0F);
  turn.received->addTo(turn.scratch, 0);
  energy.sent = squaredNorm(turn.scratch);
  scaleAndAdd(1.0F, uploads().residual(turn.worker), turn.scratch, turn.scratch);
  energy.wanted = squaredNorm(turn.scratch);
  return report;
}

Result<double> GravacLike::step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                                const Compressor& compressor, std::span<const float> weights,
                                std::span<float> next, const ParallelRanges& parallel) {
  auto moved = DelayedAggregation::step(reports, payloads, compressor, weights, next, parallel);
  if (!moved) return moved;
  observeGain(reports);
  if (stepped() % every_ == 0) adjust();
  return moved;
}

void GravacLike::observeGain(std::span<const WorkerReport> reports) {
  Energy all;
  for (std::size_t m = 0; m < energies_.size(); ++m) {
    if (reports[m].outcome != Outcome::Uploaded) continue;
    all.sent += energies_[m].sent;
    all.wanted += energies_[m].wanted;
  }
  const double weight = seen_ == 0 ? 1.0 : weight_;
  mean_.sent += weight * (all.sent - mean_.sent);
  mean_.wanted += weight * (all.wanted - mean_.wanted);
  ++seen_;
}

void GravacLike::adjust() {
  if (!(mean_.wanted > 0.0)) return;  // nothing to send, so nothing learnt about the fraction
  const bool enough = mean_.sent / mean_.wanted >= leastGain_;
  const double chosen =
      enough ? std::max(fraction_ * factor_, least_) : std::min(fraction_ / factor_, most_);
  if (chosen == fraction_) return;
  fraction_ = chosen;
  mean_ = {};
  seen_ = 0;
}

std::vector<Parameter> gravacParameters() {
  return DelayedAggregation::withRate(
      {{.key = "least_gain",
        .label = "Least gain ε",
        .unit = "",
        .help = "Share of the squared norm of what a worker wants to send that is to be sent: with "
                "more, less is kept next, and with less, more.",
        .kind = Real{.initial = 0.8, .min = 0.01, .max = 1.0, .share = true},
        .change = Change::BetweenIterations},
       {.key = "adjust_every",
        .label = "Adjust every",
        .unit = "",
        .help = "Iterations after which the kept fraction takes a step.",
        .kind = Integer{20, 1, 100'000, Scale::Log},
        .change = Change::BetweenIterations},
       {.key = "step_factor",
        .label = "Step f",
        .unit = "",
        .help = "What the kept fraction is multiplied by in a step towards less, or divided by.",
        .kind = Real{.initial = 0.5, .min = 0.01, .max = 0.99},
        .change = Change::BetweenIterations},
       fractionParameter("most_fraction", "Most kept", 1.0,
                         "The kept fraction that it begins with."),
       fractionParameter("least_fraction", "Least kept", 1e-3,
                         "The kept fraction never falls below this."),
       {.key = "gain_weight",
        .label = "Newest gain's weight",
        .unit = "",
        .help = "Weight of the newest iteration in the moving means of the gain.",
        .kind = Real{0.1, 0.01, 1.0, Scale::Linear},
        .change = Change::BetweenIterations}});
}

}  // namespace

AlgorithmEntry gravacLike() {
  AlgorithmEntry entry;
  entry.key = "gravac-like";
  entry.name = "GraVAC-like";
  entry.summary =
      "D-EF-SGD that sends ever less as long as most of the squared norm is in it: an "
      "interpretation of GraVAC.";
  entry.source =
      "After Tyagi and Swany, GraVAC: Adaptive compression for communication-efficient distributed "
      "DL training, 2023";
  entry.parameters = gravacParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<GravacLike>(settings); };
  entry.usualCompressor = "top-k";
  entry.decides = {"compressor.fraction", "compressor.count"};
  return entry;
}

}  // namespace telegrad
