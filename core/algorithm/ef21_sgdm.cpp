// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/ef21_sgdm.h"

#include "core/algorithm/delayed_aggregation.h"

namespace telegrad {

Ef21Sgdm::Ef21Sgdm(const Settings& settings)
    : MeanAggregation(settings),
      start_(settings.choice("start") == "whole" ? Ef21::Start::Whole : Ef21::Start::Zero) {
  Ef21Sgdm::configure(settings);
}

void Ef21Sgdm::configure(const Settings& settings) {
  MeanAggregation::configure(settings);
  if (settings.has("gradient_weight")) weight_ = settings.real("gradient_weight");
}

void Ef21Sgdm::begin(std::size_t workers, const Layout& layout) {
  MeanAggregation::begin(workers, layout);
  feedback_.begin(workers, layout, start_);
  averages_.assign(workers, {});
}

void Ef21Sgdm::exchange(StateArchive& state) {
  state(feedback_);
  for (auto& average : averages_) state.emptyOr(elementCount(layout()), average);
}

Result<WorkerReport> Ef21Sgdm::work(const WorkerTurn& turn, Payload& payload) {
  WorkerReport report;
  report.loss = turn.gradient->differentiate(*turn.weights);
  auto& average = averages_[turn.worker];
  if (average.empty()) {
    average.resize(turn.scratch.size());
    turn.gradient->write(1.0F, average);
  } else {
    scale(static_cast<float>(1.0 - weight_), average, average);
    turn.gradient->addTo(static_cast<float>(weight_), average);
  }
  const auto sent = feedback_.send(turn, average, payload);
  if (!sent) return sent.error();
  report.residualNormSquared = *sent;
  return report;
}

Result<double> Ef21Sgdm::step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                              const Compressor& compressor, std::span<const float> weights,
                              std::span<float> next, const ParallelRanges& parallel) {
  return feedback_.step(rate(), reports, payloads, compressor, weights, next, parallel);
}

std::vector<Parameter> Ef21Sgdm::parameters(bool momentum) {
  std::vector<Parameter> own;
  if (momentum)
    own.push_back({.key = "gradient_weight",
                   .label = "Newest gradient's weight η",
                   .unit = "",
                   .help = "In the average of a worker's gradients; 1 for no average.",
                   .kind = Real{0.1, 1e-4, 1.0, Scale::Log},
                   .change = Change::BetweenIterations});
  own.push_back({.key = "start",
                 .label = "Estimates begin",
                 .unit = "",
                 .help = "With each worker's first gradient, which it then sends uncompressed, or "
                         "with zero.",
                 .kind = Choice{"whole", {"whole", "zero"}, {"whole gradient", "zero"}}});
  return DelayedAggregation::withRate(std::move(own));
}

AlgorithmEntry ef21Sgdm() {
  AlgorithmEntry entry;
  entry.key = "ef21-sgdm";
  entry.name = "EF21-SGDM";
  entry.summary =
      "EF21 on a moving average of each worker's gradients, so that their noise is not compressed "
      "anew every time.";
  entry.source =
      "Fatkhullin, Tyurin and Richtárik, Momentum provably improves error feedback!, NeurIPS 2023";
  entry.parameters = Ef21Sgdm::parameters(true);
  entry.make = [](const Settings& settings) { return std::make_unique<Ef21Sgdm>(settings); };
  entry.usualCompressor = "top-k";
  return entry;
}

AlgorithmEntry ef21() {
  AlgorithmEntry entry;
  entry.key = "ef21";
  entry.name = "EF21";
  entry.summary =
      "Every worker sends the compressed difference between its gradient and what the server takes "
      "for it; also where the workers' functions differ it gets to the minimum.";
  entry.source =
      "Richtárik, Sokolov and Fatkhullin, EF21: A new, simpler, theoretically better, and "
      "practically faster error feedback, NeurIPS 2021";
  entry.parameters = Ef21Sgdm::parameters(false);
  entry.make = [](const Settings& settings) { return std::make_unique<Ef21Sgdm>(settings); };
  entry.usualCompressor = "top-k";
  return entry;
}

}  // namespace telegrad
