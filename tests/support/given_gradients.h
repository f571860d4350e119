// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <QtTest>

#include "core/algorithm/algorithm.h"

namespace telegrad::test {

/// A gradient that is what it is wherever it is taken; it remembers where that was.
class GivenGradient final : public MinibatchGradient {
 public:
  explicit GivenGradient(std::vector<float> values) : values_(std::move(values)) {}

  double differentiate(const Parameters& weights) override {
    at_.assign(weights.values.begin(), weights.values.end());
    return 0.0;
  }
  double squaredChange(const Parameters& /*other*/) override { return 0.0; }
  void write(float factor, std::span<float> target) override {
    for (std::size_t j = 0; j < values_.size(); ++j) target[j] = factor * values_[j];
  }
  void addTo(float factor, std::span<float> target) override {
    for (std::size_t j = 0; j < values_.size(); ++j) target[j] += factor * values_[j];
  }
  const std::vector<float>& at() const { return at_; }

 private:
  std::vector<float> values_;
  std::vector<float> at_;
};

/// g_k^m, drawn among the multiples of 1/8 up to 8: with dyadic rates and momenta, the sums of a
/// few of them are exact in float.
inline std::vector<float> drawnGradient(std::size_t worker, std::int64_t iteration,
                                        std::size_t size) {
  Random random(21, Purpose::Test, static_cast<std::uint32_t>(worker),
                static_cast<std::uint64_t>(iteration));
  std::vector<float> values(size);
  for (auto& value : values) value = 0.125F * (static_cast<float>(random.below(129)) - 64.0F);
  return values;
}

/// An algorithm and its workers on gradients that a test gives, from weights that are all `start`.
class GivenGradients {
 public:
  using Gradient = std::function<std::vector<float>(std::size_t worker, std::int64_t iteration)>;

  GivenGradients(std::size_t workers, Layout layout, std::string_view algorithm,
                 const Values& settings, std::string_view compressor, const Values& compression,
                 float start = 0.0F)
      : layout_(std::move(layout)),
        payloads_(workers),
        away_(workers),
        at_(workers) {
    const auto entry = find(algorithms(), algorithm, "algorithm");
    parameters_ = (*entry)->parameters;
    algorithm_ = (*entry)->make(*Settings::from(parameters_, settings));
    const auto operatorEntry = find(compressors(), compressor, "compressor");
    compression_ = (*operatorEntry)->parameters;
    const auto chosen = *Settings::from(compression_, compression);
    for (std::size_t m = 0; m < workers; ++m)
      compressors_.push_back((*operatorEntry)->make(chosen));
    algorithm_->begin(workers, layout_);
    weights_ = std::make_shared<const Parameters>(
        Parameters{.values = FloatVector(elementCount(layout_), start), .packed = {}});
  }

  /// New values of all that may change between iterations.
  void configure(const Values& settings) {
    algorithm_->configure(*Settings::from(parameters_, settings));
  }

  void configureCompressors(const Values& settings) {
    for (auto& compressor : compressors_)
      compressor->configure(*Settings::from(compression_, settings));
  }
  /// A worker that is away has no turn: no gradient is asked for.
  void setAway(std::size_t worker, bool away) { away_[worker] = away; }

  /// One iteration. Errors: the first that a worker or the server met.
  Result<std::vector<WorkerReport>> iterate(const Gradient& gradient, double epoch = 0.0) {
    algorithm_->prepare(iteration_, epoch);
    std::vector<WorkerReport> reports;
    Update received;
    FloatVector scratch(weights().size());
    for (std::size_t m = 0; m < payloads_.size(); ++m) {
      if (away_[m]) {
        reports.push_back({.outcome = Outcome::Absent});
        continue;
      }
      GivenGradient given(gradient(m, iteration_));
      Random random(1, Purpose::Compression, static_cast<std::uint32_t>(m),
                    static_cast<std::uint64_t>(iteration_));
      WorkerTurn turn;
      turn.worker = m;
      turn.iteration = iteration_;
      turn.epoch = epoch;
      turn.measure = true;
      turn.weights = weights_;
      turn.gradient = &given;
      turn.compressor = compressors_[m].get();
      turn.layout = &layout_;
      turn.random = &random;
      turn.scratch = scratch;
      turn.received = &received;
      auto report = algorithm_->work(turn, payloads_[m]);
      if (!report) return report.error();
      reports.push_back(*report);
      at_[m] = given.at();
    }
    auto next = std::make_shared<Parameters>(*weights_);
    const auto moved = algorithm_->step(reports, payloads_, *compressors_.front(), weights(),
                                        next->values, oneAfterTheOther);
    if (!moved) return moved.error();
    weights_ = std::move(next);
    lastMove_ = *moved;
    ++iteration_;
    return reports;
  }

  bool drain() {
    auto next = std::make_shared<Parameters>(*weights_);
    const bool some = algorithm_->drain(weights(), next->values, oneAfterTheOther);
    if (some) weights_ = std::move(next);
    return some;
  }

  const FloatVector& weights() const { return weights_->values; }
  double lastMove() const { return lastMove_; }
  /// Of the last iteration.
  std::int64_t through() const { return algorithm_->through(iteration_ - 1); }
  /// Where worker m took its last gradient.
  const std::vector<float>& model(std::size_t m) const { return at_[m]; }
  /// The bytes that worker m last sent, as long as the algorithm leaves them there.
  const Payload& payload(std::size_t m) const { return payloads_[m]; }
  Algorithm& algorithm() { return *algorithm_; }
  /// What worker m last sent.
  Update sent(std::size_t m) const {
    Update update;
    if (!compressors_[m]->decode(payloads_[m], layout_, update)) qFatal("a payload");
    return update;
  }

 private:
  static void oneAfterTheOther(std::size_t size,
                               const std::function<void(std::size_t, std::size_t)>& body) {
    body(0, size);
  }

  Layout layout_;
  std::vector<Parameter> parameters_;
  std::unique_ptr<Algorithm> algorithm_;
  std::vector<std::unique_ptr<Compressor>> compressors_;
  Snapshot weights_;
  std::vector<Payload> payloads_;
  std::vector<Parameter> compression_;
  std::vector<bool> away_;
  std::vector<std::vector<float>> at_;
  std::int64_t iteration_ = 0;
  double lastMove_ = 0.0;
};

}  // namespace telegrad::test
