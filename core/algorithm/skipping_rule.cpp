// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/skipping_rule.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

constexpr std::int64_t kLongestDelay = 1000;

}  // namespace

RuleVariant ruleVariant(const Settings& settings) {
  const auto preset = settings.choice("preset");
  if (preset == "paper") return {};
  if (preset == "authors-dist")
    return {.unsummed = 1, .lag = 0.4, .firstDelay = 0, .forgets = true};
  return {.unsummed = 1, .lag = 1.0};
}

SkippingRule::SkippingRule(Comparison comparison, const Settings& settings)
    : comparison_(comparison),
      rate_(settings) {
  configure(settings);
}

void SkippingRule::configure(const Settings& settings) {
  rate_ = LearningRate(settings);
  delayBound_ = settings.integer("delay_bound");
  factor_ = settings.real("threshold_factor");
  variant_ = ruleVariant(settings);
}

void SkippingRule::begin(std::size_t workers) {
  workers_ = std::vector<WorkerState>(workers);
  moves_.clear();
  warmingUp_ = true;
}

void SkippingRule::prepare(std::int64_t iteration, double epoch) {
  threshold_ = 0.0;
  // Once over, the warm-up stays over, though the bound may be raised later.
  warmingUp_ = warmingUp_ && iteration < delayBound_;
  if (warmingUp_) return;
  const auto terms = static_cast<std::size_t>(delayBound_ - variant_.unsummed);
  const auto last = moves_.begin() + static_cast<std::ptrdiff_t>(std::min(terms, moves_.size()));
  const double alpha = factor_ / rate_.laggedAt(epoch, variant_.lag);
  const auto workers = static_cast<double>(workers_.size());
  threshold_ = alpha / (workers * workers) * std::accumulate(moves_.begin(), last, 0.0);
}

SkippingRule::Decision SkippingRule::decide(const WorkerTurn& turn) {
  auto& state = workers_.at(turn.worker);
  if (std::exchange(state.returns, false)) {  // there is nothing to compare with
    state.delay = warmingUp_ ? 0 : variant_.firstDelay;
    remember(turn, state);
    return {.outcome = Outcome::Forced};
  }
  if (warmingUp_) {  // nothing is compared, and tau stays 0
    remember(turn, state);
    return {};
  }
  Decision decision;
  decision.change = change(turn, state);
  if (comparison_ == Comparison::SameSample) decision.gradients = 2;
  // Written so that a change that is not a number uploads, and is then refused by name.
  const bool changed = !(decision.change <= threshold_);
  if (!changed && state.delay <= delayBound_) {
    ++state.delay;
    if (variant_.forgets) remember(turn, state);
    decision.outcome = Outcome::Skipped;
    return decision;
  }
  decision.outcome = changed ? Outcome::Uploaded : Outcome::Forced;
  state.delay = variant_.firstDelay;
  remember(turn, state);
  return decision;
}

double SkippingRule::change(const WorkerTurn& turn, const WorkerState& state) const {
  if (comparison_ == Comparison::SameSample)
    return turn.gradient->squaredChange(*state.staleWeights);
  return squaredDistance(turn.gradient->read(turn.scratch), state.oldGradient);
}

void SkippingRule::remember(const WorkerTurn& turn, WorkerState& state) const {
  if (comparison_ == Comparison::SameSample) {
    state.staleWeights = turn.weights;
  } else {
    state.oldGradient.resize(turn.weights->values.size());
    turn.gradient->write(1.0F, state.oldGradient);
  }
}

void SkippingRule::leave(std::size_t worker) {
  // The weights it compared with are let go: nobody else may need that snapshot any more.
  workers_.at(worker) = {};
  workers_[worker].returns = true;
}

void SkippingRule::exchange(StateArchive& state) {
  state(warmingUp_);
  state.list(moves_);
  for (auto& worker : workers_) {
    state(worker.delay, worker.returns);
    state.shared(worker.staleWeights);
    state.list(worker.oldGradient);
  }
}

void SkippingRule::moved(double squaredNorm) {
  moves_.push_front(squaredNorm);
  if (moves_.size() > static_cast<std::size_t>(kLongestDelay)) moves_.pop_back();
}

std::vector<Parameter> SkippingRule::parameters() {
  return {
      {.key = "delay_bound",
       .label = "Delay bound D",
       .unit = "",
       .help = "A worker that has been silent for D iterations must upload; also the number of "
               "past moves that the threshold looks at, and of first iterations in which all "
               "upload.",
       .kind = Integer{10, 1, kLongestDelay, Scale::Log},
       .change = Change::BetweenIterations},
      {.key = "threshold_factor",
       .label = "Threshold factor α·γ",
       .unit = "",
       .help = "c in α = c / γ, the weight of past moves in the skipping rule: a larger one lets "
               "more uploads be skipped, 0 none.",
       .kind = Real{0.5, 0.0, 1e12, Scale::Log, SliderRange{0.01, 100.0}},
       .change = Change::BetweenIterations},
      {.key = "preset",
       .label = "Rule as in",
       .unit = "",
       .help =
           "The authors' simulation sums D − 1 past moves and lets the threshold's learning "
           "rate lag one epoch behind a decay; the paper's formula sums D, without a lag. The "
           "authors' program for a cluster sums D − 1 with a lag of 0.4 epochs, compares with "
           "the weights of the iteration before, and lets D + 1 iterations in a row be skipped.",
       .kind = Choice{"authors-sim",
                      {"authors-sim", "paper", "authors-dist"},
                      {"authors' code", "paper", "authors' cluster"}},
       .change = Change::BetweenIterations}};
}

}  // namespace telegrad
