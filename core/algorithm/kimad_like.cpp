// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>

#include "core/algorithm/delayed_aggregation.h"
#include "core/algorithm/ef21.h"
#include "core/algorithm/fraction_parameter.h"
#include "core/algorithm/link_monitor.h"
#include "core/algorithm/turn_observation.h"

namespace telegrad {
namespace {

/// EF21 whose messages fill the time that a step may take. An interpretation of Kimad, whose
/// publication monitors the bandwidth and refines the ratios; the rule is this one, for each worker
/// by itself and in every iteration:
///
///   c = a (t - T) / 2      bits a direction;  a: bandwidth, T: gradient and encoding, as observed
///   k = the largest number of entries whose message has no more than c bits; at least one
///
/// t is the time that a step is to take. A message's bits are those on the links, which are to its
/// bytes as the worker's last message's were. Half of the time is the broadcast's, also where
/// broadcasts are free. Ratios of single tensors (Kimad+) are not here.
///
/// Source: after Xin, Ilin, Zhang, Canini and Richtarik, Kimad: Adaptive gradient compression with
///   bandwidth awareness, 2023, arXiv 2312.08053.
class KimadLike final : public Algorithm {
 public:
  explicit KimadLike(const Settings& settings)
      : rate_(settings),
        weight_(settings.real("monitor_weight")),
        first_(settings.real("first_fraction")) {
    KimadLike::configure(settings);
  }

  void configure(const Settings& settings) override {
    rate_ = LearningRate(settings);
    stepTime_ = settings.real("step_time");
  }
  void begin(std::size_t workers, const Layout& layout) override {
    feedback_.begin(workers, layout);
    links_.assign(workers, Link{.monitor = LinkMonitor(weight_)});
  }
  void exchange(StateArchive& state) override {
    state(iteration_, feedback_);
    for (auto& link : links_) state(link.monitor, link.bytes, link.carried);
  }
  void prepare(std::int64_t iteration, double epoch) override {
    iteration_ = iteration;
    epoch_ = epoch;
  }
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override {
    return feedback_.step(rate_.at(epoch_), reports, payloads, compressor, weights, next, parallel);
  }
  void observe(const IterationTiming& timing) override;

 private:
  struct Link {
    LinkMonitor monitor;
    std::size_t bytes = 0;  // of its message in this iteration
    double carried = 1.0;   // bytes on the links for each of these
  };

  double fractionFor(const WorkerTurn& turn) const;

  LearningRate rate_;
  double weight_;
  double first_;
  double stepTime_ = 0.0;
  std::int64_t iteration_ = 0;
  double epoch_ = 0.0;
  Ef21 feedback_;
  std::vector<Link> links_;  // one a worker
};

Result<WorkerReport> KimadLike::work(const WorkerTurn& turn, Payload& payload) {
  auto kept = DelayedAggregation::keep(fractionFor(turn), turn, "kimad-like");
  if (!kept) return kept.error();
  WorkerReport report;
  report.loss = turn.gradient->differentiate(*turn.weights);
  const auto sent = feedback_.send(turn, payload);
  if (!sent) return sent.error();
  report.residualNormSquared = *sent;
  links_[turn.worker].bytes = payload.bytes.size();
  return report;
}

double KimadLike::fractionFor(const WorkerTurn& turn) const {
  const auto& link = links_[turn.worker];
  const auto observed = link.monitor.estimate();
  if (!observed) return first_;
  const double bits = observed->bitsPerSecond * (stepTime_ - observed->computeSeconds) / 2.0;
  const std::size_t size = elementCount(*turn.layout);
  // Half an entry more, lest rounding makes it one less.
  const auto fraction = [size](std::size_t k) {
    return std::min(1.0, (static_cast<double>(k) + 0.5) / static_cast<double>(size));
  };
  const auto fits = [&](std::size_t k) {
    const auto bytes = turn.compressor->bytesFor(fraction(k), *turn.layout);
    return bytes && 8.0 * static_cast<double>(*bytes) * link.carried <= bits;
  };
  std::size_t least = 1;
  for (std::size_t most = size; least < most;) {
    const std::size_t middle = least + (most - least + 1) / 2;
    if (fits(middle))
      least = middle;
    else
      most = middle - 1;
  }
  return fraction(least);
}

void KimadLike::observe(const IterationTiming& timing) {
  for (std::size_t m = 0; m < timing.workers.size(); ++m) {
    const auto& worker = timing.workers[m];
    auto& link = links_[m];
    if (!worker.present) continue;
    observeTurn(link.monitor, worker);
    if (timing.iteration == iteration_ && link.bytes > 0 && worker.sent.value > 0)
      link.carried = static_cast<double>(worker.sent.value) / static_cast<double>(link.bytes);
  }
}

std::vector<Parameter> kimadParameters() {
  return DelayedAggregation::withRate(
      {{.key = "step_time",
        .label = "Step time t",
        .unit = "s",
        .help = "What a step is to take: the computation, and as much time for the broadcast as "
                "for the uploads.",
        .kind = Real{0.05, 1e-6, 1e5, Scale::Log, SliderRange{1e-3, 100.0}},
        .change = Change::BetweenIterations},
       firstFraction("In force until the first message's time is known."),
       {.key = "monitor_weight",
        .label = "Monitor's weight",
        .unit = "",
        .help = "Weight of the newest message in the moving average of the bandwidth.",
        .kind = Real{0.3, 0.01, 1.0, Scale::Linear}}});
}

}  // namespace

AlgorithmEntry kimadLike() {
  AlgorithmEntry entry;
  entry.key = "kimad-like";
  entry.name = "Kimad-like";
  entry.summary =
      "Workers send what they see the network carry in the time of a step, with EF21's error "
      "feedback: an interpretation of Kimad.";
  entry.source =
      "After Xin, Ilin, Zhang, Canini and Richtarik, Kimad: Adaptive gradient compression with "
      "bandwidth awareness, 2023; EF21: Richtarik, Sokolov and Fatkhullin, NeurIPS 2021";
  entry.parameters = kimadParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<KimadLike>(settings); };
  entry.usualCompressor = "top-k";
  entry.decides = {"compressor.fraction", "compressor.count"};
  return entry;
}

}  // namespace telegrad
