// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <deque>
#include <utility>

#include "core/algorithm/blocks.h"
#include "core/algorithm/delayed_aggregation.h"

namespace telegrad {
namespace {

/// Delayed Gradient Averaging: workers have models of their own, which take their own gradient at
/// once and get the mean of all in its place when it arrives, D iterations later:
///
///   x_{t+1}^i = x_t^i - gamma (g_t^i - g_{t-D}^i + mean_{t-D})          nothing for s < 0
///
/// It is kept as what follows from that: with y_t, what DD-SGD of staleness D makes of the same
/// gradients,
///
///   x_t^i = y_t - sum_{s=t-D}^{t-1} gamma_s g_s^i,
///
/// so that rounding, or a learning rate that changes on the way, never drives the models apart. Own
/// gradients count with the rate they were first applied with, means with the rate when they are.
/// Means are of what was sent; own gradients are not compressed. The weights that step() makes, and
/// that are evaluated, are the mean of the models. The end of a run puts the means in place of the
/// last own gradients, and then all models agree. Every iteration's gradients are averaged; the
/// publication's longer periods between averages are not here.
///
/// A worker that is away has the gradient zero, and its model is still what follows from that: it
/// takes in the means that arrive, its own last gradients make way for them, and the mean of the
/// models is of all of them.
///
/// Memory: D + 1 vectors of the model's size a worker. The workers' models are not packed for the
/// kernels.
///
/// Source: Zhu, Lin, Lu, Lin and Han, Delayed gradient averaging, NeurIPS 2021.
class Dga final : public DelayedAggregation {
 public:
  explicit Dga(const Settings& settings)
      : DelayedAggregation({.errorFeedback = false, .delayed = false}, settings),
        delay_(settings.integer("delay")) {}

  void begin(std::size_t workers, const Layout& layout) override {
    DelayedAggregation::begin(workers, layout);
    states_.assign(workers, State{});
    rates_.clear();
    base_.clear();
    nextBase_.resize(elementCount(layout));
  }
  void exchange(StateArchive& state) override;
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;
  bool drain(std::span<const float> weights, std::span<float> next,
             const ParallelRanges& parallel) override;

 protected:
  std::int64_t staleness() override { return delay_; }

 private:
  struct State {
    Parameters model;              // x^i; empty until the first step
    std::deque<FloatVector> last;  // g_s^i that no mean has replaced, oldest first; empty: zero
  };

  void makeModels(std::size_t begin, std::size_t size, std::span<float> mean);

  std::int64_t delay_;
  std::vector<State> states_;  // one a worker
  std::deque<float> rates_;    // gamma_s of those gradients
  FloatVector base_;           // y; empty until the first step
  FloatVector nextBase_;
};

void Dga::exchange(StateArchive& state) {
  DelayedAggregation::exchange(state);
  const auto vector = [&](FloatVector& values) { state.emptyOr(nextBase_.size(), values); };
  vector(base_);
  state.list(rates_);
  for (auto& [model, last] : states_) {
    vector(model.values);
    state.list(last, vector);
    state.require(last.size() <= rates_.size(), "a rate for each gradient");
  }
}

Result<WorkerReport> Dga::work(const WorkerTurn& turn, Payload& payload) {
  if (delay_ == 0) return DelayedAggregation::work(turn, payload);
  auto& [model, last] = states_[turn.worker];
  WorkerReport report;
  report.loss = turn.gradient->differentiate(model.values.empty() ? *turn.weights : model);
  FloatVector gradient;
  if (std::ssize(last) == delay_) {  // of the oldest, the step to come applies the mean
    gradient = std::move(last.front());
    last.pop_front();
  }
  gradient.resize(turn.scratch.size());
  turn.gradient->write(1.0F, gradient);
  auto compressed = turn.compressor->compress(gradient, *turn.layout, *turn.random, payload);
  if (!compressed) return compressed.error();
  last.push_back(std::move(gradient));
  return report;
}

Result<double> Dga::step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                         const Compressor& compressor, std::span<const float> weights,
                         std::span<float> next, const ParallelRanges& parallel) {
  if (delay_ == 0)
    return DelayedAggregation::step(reports, payloads, compressor, weights, next, parallel);
  if (base_.empty()) base_.assign(weights.begin(), weights.end());
  const auto applied =
      DelayedAggregation::step(reports, payloads, compressor, base_, nextBase_, parallel);
  if (!applied) return applied.error();
  std::swap(base_, nextBase_);
  if (std::ssize(rates_) == delay_) rates_.pop_front();
  rates_.push_back(static_cast<float>(rate()));
  for (std::size_t m = 0; m < states_.size(); ++m) {
    auto& [model, last] = states_[m];
    model.values.resize(base_.size());
    if (reports[m].outcome != Outcome::Absent) continue;
    if (std::ssize(last) == delay_) last.pop_front();
    last.emplace_back();
  }

  return sumOverBlocks(base_.size(), parallel, [&](std::size_t begin, std::size_t size) {
    const auto mean = next.subspan(begin, size);
    makeModels(begin, size, mean);
    return squaredDistance(mean, weights.subspan(begin, size));
  });
}

/// That part of all models, and of their mean.
void Dga::makeModels(std::size_t begin, std::size_t size, std::span<float> mean) {
  const auto base = std::span<const float>(base_).subspan(begin, size);
  std::array<float, kBlock> ahead{};  // of one model before y, then of all
  const auto own = std::span(ahead).first(size);
  std::ranges::fill(mean, 0.0F);
  for (auto& [model, last] : states_) {
    const auto values = std::span(model.values).subspan(begin, size);
    std::ranges::copy(base, values.begin());
    for (std::size_t s = 0; s < last.size(); ++s)
      if (!last[s].empty())
        scaleAndAdd(-rates_[s], std::span(last[s]).subspan(begin, size), values, values);
    subtract(values, base, own);
    scaleAndAdd(1.0F, own, mean, mean);
  }
  // About y, so that the mean of models that agree is that model to the last bit.
  scaleAndAdd(1.0F / static_cast<float>(states_.size()), mean, base, mean);
}

bool Dga::drain(std::span<const float> weights, std::span<float> next,
                const ParallelRanges& parallel) {
  if (!DelayedAggregation::drain(base_.empty() ? weights : base_, next, parallel)) return false;
  base_.assign(next.begin(), next.end());
  rates_.clear();
  for (auto& state : states_) {
    state.last.clear();
    state.model.values.assign(next.begin(), next.end());
  }
  return true;
}

std::vector<Parameter> dgaParameters() {
  return DelayedAggregation::withRate(
      {{.key = "delay",
        .label = "Delay D",
        .unit = "",
        .help = "Iterations until the mean of the workers' gradients takes the place of a worker's "
                "own; each worker keeps as many gradients. 0 waits for every mean.",
        .kind = Integer{4, 0, DelayedAggregation::kMostStale, Scale::Linear}}});
}

}  // namespace

AlgorithmEntry dga() {
  AlgorithmEntry entry;
  entry.key = "dga";
  entry.name = "DGA";
  entry.summary =
      "Workers apply their own gradient at once, and some iterations later the mean of all in its "
      "place.";
  entry.source = "Zhu, Lin, Lu, Lin and Han, Delayed gradient averaging, NeurIPS 2021";
  entry.parameters = dgaParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Dga>(settings); };
  entry.usualCompressor = "identity";
  entry.wholeUploads = true;
  return entry;
}

}  // namespace telegrad
