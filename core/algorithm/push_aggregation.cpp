// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/push_aggregation.h"

#include <algorithm>
#include <iterator>

namespace telegrad {
namespace {

std::vector<Parameter> pushParameters() {
  return {{.key = "momentum",
           .label = "Momentum μ",
           .unit = "",
           .help = "The share of the server's last move that is made again; 0 for none, as in the "
                   "papers.",
           .kind = Real{.initial = 0.0, .min = 0.0, .max = 0.999},
           .change = Change::BetweenIterations},
          {.key = "weight_decay",
           .label = "Weight decay λ",
           .unit = "",
           .help = "Every worker adds this times the weights to its gradient before it is "
                   "compressed; 0 for none, as in the papers.",
           .kind = Real{.initial = 0.0, .min = 0.0, .max = 1.0}}};
}

}  // namespace

PushAggregation::PushAggregation(Parts parts, const Settings& settings)
    : errorFeedback_(parts.errorFeedback),
      rate_(settings) {
  if (parts.rule) rule_.emplace(*parts.rule, settings);
  PushAggregation::configure(settings);
}

std::vector<Parameter> PushAggregation::plainParameters() {
  auto parameters = LearningRate::parameters();
  std::ranges::copy(pushParameters(), std::back_inserter(parameters));
  return parameters;
}

std::vector<Parameter> PushAggregation::adaptiveParameters() {
  auto parameters = SkippingRule::parameters();
  std::ranges::copy(plainParameters(), std::back_inserter(parameters));
  return parameters;
}

void PushAggregation::configure(const Settings& settings) {
  rate_ = LearningRate(settings);
  momentum_ = static_cast<float>(settings.real("momentum"));
  weightDecay_ = static_cast<float>(settings.real("weight_decay"));
  if (rule_) rule_->configure(settings);
}

void PushAggregation::begin(std::size_t workers, const Layout& layout) {
  uploads_.begin(workers, layout, errorFeedback_);
  if (rule_) rule_->begin(workers);
  server_.begin(workers, layout);
}

void PushAggregation::exchange(StateArchive& state) {
  state(uploads_, server_);
  if (rule_) state(*rule_);
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
    report.gradients = decision.gradients;
  }
  if (isUpload(report.outcome)) {
    const auto factor = static_cast<float>(rate_.at(turn.epoch));
    if (!sendLater(turn, factor, payload)) {
      auto pushed = uploads_.send(turn, factor, payload, weightDecay_);
      if (!pushed) return pushed.error();
    }
  }
  if (turn.measure) report.residualNormSquared = uploads_.residualNormSquared(turn.worker);
  return report;
}

/// A gradient that goes whole and is applied once need not lie in memory between its worker and the
/// server: the two meet part by part. The bits are those of send().
bool PushAggregation::sendLater(const WorkerTurn& turn, float factor, Payload& payload) const {
  if (rule_ || errorFeedback_ || weightDecay_ > 0.0F || turn.measure || turn.isTimed) return false;
  const auto* gradient = turn.gradient->inParts(factor);
  return gradient != nullptr && turn.compressor->writeLater(*gradient, *turn.layout, payload);
}

void PushAggregation::leave(std::size_t worker) {
  server_.drop(worker);
  if (rule_) rule_->leave(worker);
}

Result<double> PushAggregation::step(std::span<const WorkerReport> reports,
                                     std::span<Payload> payloads, const Compressor& compressor,
                                     std::span<const float> weights, std::span<float> next,
                                     const ParallelRanges& parallel) {
  for (std::size_t m = 0; m < reports.size(); ++m) {
    if (reports[m].outcome == Outcome::Absent) leave(m);
    if (!isUpload(reports[m].outcome)) continue;
    if (auto stored = server_.store(m, compressor, payloads[m]); !stored) return stored.error();
  }
  const double moved = server_.apply(momentum_, weights, next, parallel);
  if (rule_) {
    rule_->moved(moved);
  } else {
    for (std::size_t m = 0; m < payloads.size(); ++m)
      if (isUpload(reports[m].outcome)) server_.handBack(m, payloads[m]);
  }
  return moved;
}

}  // namespace telegrad
