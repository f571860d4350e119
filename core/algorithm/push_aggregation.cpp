// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/push_aggregation.h"

#include "core/tensor/vector_ops.h"

namespace telegrad {

PushAggregation::PushAggregation(Parts parts, const Settings& settings)
    : errorFeedback_(parts.errorFeedback),
      rate_(settings) {
  if (parts.rule) rule_.emplace(*parts.rule, settings);
}

std::vector<Parameter> PushAggregation::plainParameters() {
  return LearningRate::parameters();
}

std::vector<Parameter> PushAggregation::adaptiveParameters() {
  auto parameters = SkippingRule::parameters();
  const auto rate = LearningRate::parameters();
  parameters.insert(parameters.end(), rate.begin(), rate.end());
  return parameters;
}

void PushAggregation::configure(const Settings& settings) {
  rate_ = LearningRate(settings);
  if (rule_) rule_->configure(settings);
}

void PushAggregation::begin(std::size_t workers, const Layout& layout) {
  residuals_.clear();
  sent_.clear();
  if (errorFeedback_) {
    residuals_.assign(workers, ErrorFeedback(elementCount(layout)));
    sent_.assign(workers, Update(elementCount(layout)));
  }
  if (rule_) rule_->begin(workers);
  server_.begin(workers, layout);
}

void PushAggregation::prepare(std::int64_t iteration, double epoch) {
  if (rule_) rule_->prepare(iteration, epoch);
}

Result<WorkerReport> PushAggregation::work(const WorkerTurn& turn, Payload& payload) {
  WorkerReport report;
  report.loss = turn.gradient->differentiate(*turn.weights);
  if (rule_) {
    const auto decision = rule_->decide(turn);
    report.outcome = decision.outcome;
    report.change = decision.change;
    report.threshold = rule_->threshold();
  }
  if (report.outcome != Outcome::Skipped) {
    auto pushed = errorFeedback_ ? pushWithFeedback(turn, payload) : push(turn, payload);
    if (!pushed) return pushed.error();
  }
  if (errorFeedback_ && turn.measure)
    report.residualNormSquared = squaredNorm(residuals_[turn.worker].residual());
  return report;
}

Result<void> PushAggregation::push(const WorkerTurn& turn, Payload& payload) {
  const auto rate = static_cast<float>(rate_.at(turn.epoch));
  const auto direct = turn.compressor->writeDirectly(*turn.layout, payload);
  if (!direct.empty()) {
    turn.gradient->write(rate, direct);
    return {};
  }
  turn.gradient->write(rate, turn.scratch);
  return turn.compressor->compress(turn.scratch, *turn.layout, *turn.random, payload);
}

Result<void> PushAggregation::pushWithFeedback(const WorkerTurn& turn, Payload& payload) {
  auto& residual = residuals_[turn.worker];
  turn.gradient->addTo(static_cast<float>(rate_.at(turn.epoch)), residual.compensate());
  auto compressed =
      turn.compressor->compress(residual.residual(), *turn.layout, *turn.random, payload);
  if (!compressed) return compressed;
  // The worker decodes its own bytes: the residual is what the server really did not receive.
  auto& sent = sent_[turn.worker];
  auto decoded = turn.compressor->decode(payload, *turn.layout, sent);
  if (!decoded) return decoded;
  residual.remember(sent);
  return {};
}

Result<double> PushAggregation::step(std::span<const WorkerReport> reports,
                                     std::span<Payload> payloads, const Compressor& compressor,
                                     std::span<const float> weights, std::span<float> next,
                                     const ParallelRanges& parallel) {
  for (std::size_t m = 0; m < reports.size(); ++m) {
    if (reports[m].outcome == Outcome::Skipped) continue;
    if (auto stored = server_.store(m, compressor, payloads[m]); !stored) return stored.error();
  }
  const double moved = server_.apply(weights, next, parallel);
  if (rule_) {
    rule_->moved(moved);
  } else {
    for (std::size_t m = 0; m < payloads.size(); ++m) server_.handBack(m, payloads[m]);
  }
  return moved;
}

}  // namespace telegrad
