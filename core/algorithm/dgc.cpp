// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/algorithm/delayed_aggregation.h"
#include "core/base/said.h"

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
/// With a threshold c, g is clipped first: multiplied by min(1, c / (sqrt(n) ||g||)), so that the
/// sum of n workers' gradients that point anywhere has about c at most. Where it is asked for,
/// tensors of one dimension, biases and scales, are sent whole.
///
/// A worker that is away keeps its u and v, and goes on with them when it is back; the epochs of
/// the warm-up are the run's.
///
/// The entries sent are really the largest, where the authors take a threshold from a sample of
/// them to save time.
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
    states_.assign(workers, {FloatVector(size), FloatVector(size)});
    tensors_ = layout;
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
  };

  void read(const Settings& settings) {
    momentum_ = static_cast<float>(settings.real("momentum"));
    nesterov_ = settings.flag("nesterov");
    masking_ = settings.flag("factor_masking");
    warmUpEpochs_ = settings.integer("warm_up_epochs");
    finalFraction_ = settings.real("final_fraction");
    vectorsWhole_ = settings.flag("whole_vectors");
    clipAt_ = settings.real("clip_at");
  }
  double keptFraction(double epoch) const {
    const double share = (std::floor(epoch) + 1.0) / (static_cast<double>(warmUpEpochs_) + 1.0);
    return std::max(std::pow(finalFraction_, share), finalFraction_);
  }
  Result<void> keepFractions(const WorkerTurn& turn) const;
  float clipping(const WorkerTurn& turn) const;
  void accumulate(const WorkerTurn& turn, State& state) const;

  float momentum_ = 0.0F;
  bool nesterov_ = false;
  bool masking_ = true;
  std::int64_t warmUpEpochs_ = 0;
  double finalFraction_ = 1.0;
  bool vectorsWhole_ = false;
  double clipAt_ = 0.0;  // c; 0: nowhere
  Layout tensors_;
  std::vector<State> states_;  // one a worker
};

Result<void> Dgc::keepFractions(const WorkerTurn& turn) const {
  const double fraction = keptFraction(turn.epoch);
  if (!vectorsWhole_) return keep(fraction, turn, "dgc");
  std::vector<double> fractions;
  for (const auto& tensor : tensors_) fractions.push_back(tensor.shape.size() < 2 ? 1.0 : fraction);
  if (turn.compressor->setKeptFractions(fractions)) return {};
  return Error{
      said("algorithm %1 with vectors sent whole chooses a kept fraction for each tensor, and this "
           "compressor has none; allowed: top-k, of each tensor by itself",
           "dgc")};
}

/// What the gradient is multiplied by.
float Dgc::clipping(const WorkerTurn& turn) const {
  if (clipAt_ == 0.0) return 1.0F;
  const double norm = std::sqrt(squaredNorm(turn.gradient->read(turn.scratch)));
  const double own = clipAt_ / std::sqrt(static_cast<double>(states_.size()));
  return norm > own ? static_cast<float>(own / norm) : 1.0F;
}

void Dgc::accumulate(const WorkerTurn& turn, State& state) const {
  auto& [u, v] = state;
  const float share = clipping(turn);
  if (!nesterov_) {
    scale(momentum_, u, u);
    turn.gradient->addTo(share, u);
    scaleAndAdd(1.0F, u, v, v);
    return;
  }
  const auto step = turn.scratch;
  turn.gradient->write(share, step);
  scaleAndAdd(1.0F, step, u, u);
  scale(momentum_, u, u);
  scaleAndAdd(1.0F, u, step, step);
  scaleAndAdd(1.0F, step, v, v);
}

Result<WorkerReport> Dgc::work(const WorkerTurn& turn, Payload& payload) {
  if (auto kept = keepFractions(turn); !kept) return kept.error();
  WorkerReport report;
  report.loss = turn.gradient->differentiate(*turn.weights);
  auto& state = states_[turn.worker];
  accumulate(turn, state);
  auto compressed = turn.compressor->compress(state.unsent, *turn.layout, *turn.random, payload);
  if (!compressed) return compressed.error();
  // The worker decodes its own bytes: v keeps what the server really did not receive.
  if (auto decoded = turn.compressor->decode(payload, *turn.layout, *turn.received); !decoded)
    return decoded.error();
  turn.received->subtractFrom(state.unsent);
  if (masking_) turn.received->clearWhereSent(state.momentum);
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
        .change = Change::BetweenIterations},
       {.key = "whole_vectors",
        .label = "Vectors whole",
        .unit = "",
        .help = "Whether tensors of one dimension, biases and scales, are sent whole, as the "
                "authors' code does; for compressors that choose from each tensor by itself.",
        .kind = Flag{false}},
       {.key = "clip_at",
        .label = "Clipping threshold",
        .unit = "",
        .help = "Gradients whose norm is above this, divided by the root of the number of workers, "
                "are scaled down to that before their momentum is taken; 0 for none.",
        .kind = Real{.initial = 0.0, .min = 0.0, .max = 1e6, .slider = SliderRange{0.0, 10.0}},
        .change = Change::BetweenIterations}});
}

}  // namespace

AlgorithmEntry dgc() {
  AlgorithmEntry entry;
  entry.key = "dgc";
  entry.name = "DGC";
  entry.summary =
      "Workers accumulate their gradients with momentum and send the largest entries, many at "
      "first "
      "and few after a warm-up.";
  entry.source = "Lin, Han, Mao, Wang and Dally, Deep gradient compression, ICLR 2018";
  entry.parameters = dgcParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Dgc>(settings); };
  entry.usualCompressor = "top-k";
  entry.wholeUploads = true;
  entry.decides = {"compressor.fraction", "compressor.count"};
  return entry;
}

}  // namespace telegrad
