// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/algorithm/delayed_aggregation.h"

namespace telegrad {
namespace {

/// Deep Gradient Compression: momentum is taken by each worker before it compresses, so that what
/// waits for its turn gathers momentum as if it had been sent.
///
///   u <- m u + g,  v <- v + u          or with Nesterov's:  u <- m (u + g),  v <- v + u + g
///   send C(v);  v <- v - C(v);  u <- 0 where something was sent (momentum factor masking)
///   x <- x - gamma / n * sum_i C(v_i)
///
/// While it warms up, W epochs long, epoch e sends max(delta^((e + 1) / (W + 1)), delta) of the
/// entries.
///
/// A worker that is away keeps its u and v, and goes on with them when it is back; the epochs of
/// the warm-up are the run's.
///
/// Of the publication, these are not here: the clipping of local gradients; tensors of one
/// dimension go through the worker's compressor like all others; and the entries sent are really
/// the largest, where the authors take a threshold from a sample of them to save time.
///
/// Source: Lin, Han, Mao, Wang and Dally, Deep gradient compression, ICLR 2018, arXiv 1712.01887;
///   Nesterov's form and the warm-up as in its authors' code.
class Dgc final : public DelayedAggregation {
 public:
  explicit Dgc(const Settings& settings)
      : DelayedAggregation({.errorFeedback = false, .delayed = false}, settings) {
    read(settings);
  }

  void configure(const Settings& settings) override {
    DelayedAggregation::configure(settings);
    read(settings);
  }
  void begin(std::size_t workers, const Layout& layout) override {
    DelayedAggregation::begin(workers, layout);
    const std::size_t size = elementCount(layout);
    states_.assign(workers, {FloatVector(size), FloatVector(size), Update(size)});
  }
  void exchange(StateArchive& state) override {
    DelayedAggregation::exchange(state);
    for (auto& worker : states_) state(worker.momentum, worker.unsent);
  }
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;

 private:
  struct State {
    FloatVector momentum;  // u
    FloatVector unsent;    // v
    Update sent;           // what this worker knows the server received
  };

  void read(const Settings& settings) {
    momentum_ = static_cast<float>(settings.real("momentum"));
    nesterov_ = settings.flag("nesterov");
    masking_ = settings.flag("factor_masking");
    warmUpEpochs_ = settings.integer("warm_up_epochs");
    finalFraction_ = settings.real("final_fraction");
  }
  double keptFraction(double epoch) const {
    const double share = (std::floor(epoch) + 1.0) / (static_cast<double>(warmUpEpochs_) + 1.0);
    return std::max(std::pow(finalFraction_, share), finalFraction_);
  }
  void accumulate(const WorkerTurn& turn, State& state) const;

  float momentum_ = 0.0F;
  bool nesterov_ = false;
  bool masking_ = true;
  std::int64_t warmUpEpochs_ = 0;
  double finalFraction_ = 1.0;
  std::vector<State> states_;  // one a worker
};

void Dgc::accumulate(const WorkerTurn& turn, State& state) const {
  auto& [u, v, sent] = state;
  if (!nesterov_) {
    scale(momentum_, u, u);
    turn.gradient->addTo(1.0F, u);
    scaleAndAdd(1.0F, u, v, v);
    return;
  }
  const auto step = turn.scratch;
  turn.gradient->write(1.0F, step);
  scaleAndAdd(1.0F, step, u, u);
  scale(momentum_, u, u);
  scaleAndAdd(1.0F, u, step, step);
  scaleAndAdd(1.0F, step, v, v);
}

Result<WorkerReport> Dgc::work(const WorkerTurn& turn, Payload& payload) {
  if (auto kept = keep(keptFraction(turn.epoch), turn, "dgc"); !kept) return kept.error();
  WorkerReport report;
  report.loss = turn.gradient->differentiate(*turn.weights);
  auto& state = states_[turn.worker];
  accumulate(turn, state);
  auto compressed = turn.compressor->compress(state.unsent, *turn.layout, *turn.random, payload);
  if (!compressed) return compressed.error();
  // The worker decodes its own bytes: v keeps what the server really did not receive.
  if (auto decoded = turn.compressor->decode(payload, *turn.layout, state.sent); !decoded)
    return decoded.error();
  state.sent.subtractFrom(state.unsent);
  if (masking_) state.sent.clearWhereSent(state.momentum);
  if (turn.measure) report.residualNormSquared = squaredNorm(state.unsent);
  return report;
}

std::vector<Parameter> dgcParameters() {
  return DelayedAggregation::withRate(
      {{.key = "momentum",
        .label = "Momentum m",
        .unit = "",
        .help = "Share of a worker's last momentum that goes into its next one.",
        .kind = Real{0.9, 0.0, 0.999, Scale::Linear},
        .change = Change::BetweenIterations},
       {.key = "nesterov",
        .label = "Nesterov momentum",
        .unit = "",
        .help = "Whether the momentum looks ahead: the gradient is added once more after it.",
        .kind = Flag{false}},
       {.key = "factor_masking",
        .label = "Momentum factor masking",
        .unit = "",
        .help = "Whether an entry's momentum ends when the entry is sent, so that old gradients do "
                "not push it on; if everything is sent, no momentum is left.",
        .kind = Flag{true}},
       {.key = "warm_up_epochs",
        .label = "Warm-up epochs W",
        .unit = "",
        .help = "Epochs in which the kept fraction falls step by step from much to the final one; "
                "0 for the final one throughout.",
        .kind = Integer{4, 0, 1000}},
       {.key = "final_fraction",
        .label = "Kept fraction after warm-up δ",
        .unit = "",
        .help = "Share of the entries that is sent once warmed up.",
        .kind = Real{.initial = 1e-3, .min = 1e-6, .max = 1.0, .scale = Scale::Log, .share = true},
        .change = Change::BetweenIterations}});
}

}  // namespace

AlgorithmEntry dgc() {
  AlgorithmEntry entry;
  entry.key = "dgc";
  entry.name = "DGC";
  entry.summary =
      "Workers accumulate their gradients with momentum and send the largest entries; warm-up, but "
      "no gradient clipping, and no tensor is exempt from compression.";
  entry.source = "Lin, Han, Mao, Wang and Dally, Deep gradient compression, ICLR 2018";
  entry.parameters = dgcParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Dgc>(settings); };
  entry.usualCompressor = "top-k";
  entry.wholeUploads = true;
  entry.decides = {"compressor.fraction", "compressor.count"};
  return entry;
}

}  // namespace telegrad
