// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "core/algorithm/algorithm.h"

namespace telegrad::test {

/// Worker m's noisy quadratic f_m(w; xi) = sum_j a_mj / 2 (w_j - b_mj - noise_j)^2, whose gradient
/// anyone can write down.
class QuadraticGradient final : public MinibatchGradient {
 public:
  QuadraticGradient(std::size_t worker, std::int64_t iteration, std::size_t size, double noise)
      : curvature_(size),
        centre_(size),
        gradient_(size) {
    Random fixed(5, Purpose::Test, static_cast<std::uint32_t>(worker));
    Random drawn(6, Purpose::Test, static_cast<std::uint32_t>(worker),
                 static_cast<std::uint64_t>(iteration));
    for (std::size_t j = 0; j < size; ++j) {
      curvature_[j] = static_cast<float>(fixed.uniform(0.5, 2.0));
      centre_[j] = static_cast<float>(fixed.normal() + noise * drawn.normal());
    }
  }

  double differentiate(const Parameters& parameters) override {
    const auto& weights = parameters.values;
    gradientAt(weights, gradient_);
    double loss = 0.0;
    for (std::size_t j = 0; j < gradient_.size(); ++j)
      loss += 0.5 * curvature_[j] * std::pow(weights[j] - centre_[j], 2);
    return loss;
  }
  double squaredChange(const Parameters& other) override {
    std::vector<float> there(gradient_.size());
    gradientAt(other.values, there);
    double sum = 0.0;
    for (std::size_t j = 0; j < there.size(); ++j)
      sum += std::pow(static_cast<double>(gradient_[j] - there[j]), 2);
    return sum;
  }
  void write(float factor, std::span<float> target) override {
    for (std::size_t j = 0; j < gradient_.size(); ++j) target[j] = factor * gradient_[j];
  }
  void addTo(float factor, std::span<float> target) override {
    for (std::size_t j = 0; j < gradient_.size(); ++j) target[j] += factor * gradient_[j];
  }
  const std::vector<float>& gradient() const { return gradient_; }
  void gradientAt(std::span<const float> weights, std::span<float> gradient) const {
    for (std::size_t j = 0; j < gradient.size(); ++j)
      gradient[j] = curvature_[j] * (weights[j] - centre_[j]);
  }

 private:
  std::vector<float> curvature_;
  std::vector<float> centre_;
  std::vector<float> gradient_;
};

/// Workers, a server and nothing else: an algorithm by itself, one worker after the other.
class Workers {
 public:
  static constexpr std::size_t kCount = 4;

  Workers(std::string_view algorithm, const Values& settings, std::string_view compressor,
          const Values& compression, double noise = 0.3)
      : noise_(noise),
        layout_{{"a.weight", {20, 3}, 0}, {"a.bias", {7}, 60}} {
    const auto entry = find(algorithms(), algorithm, "algorithm");
    algorithm_ = (*entry)->make(*Settings::from((*entry)->parameters, settings));
    const auto operatorEntry = find(compressors(), compressor, "compressor");
    const auto chosen = *Settings::from((*operatorEntry)->parameters, compression);
    for (std::size_t m = 0; m < kCount; ++m) compressors_.push_back((*operatorEntry)->make(chosen));
    algorithm_->begin(kCount, layout_);
    weights_ = std::make_shared<const Parameters>(
        Parameters{.values = FloatVector(elementCount(layout_), 0.5F), .packed = {}});
    payloads_.resize(kCount);
  }

  Algorithm& algorithm() { return *algorithm_; }
  const FloatVector& weights() const { return weights_->values; }
  std::int64_t iteration() const { return iteration_; }
  /// What worker m last sent, as long as the algorithm leaves it there.
  const Payload& payload(std::size_t m) const { return payloads_[m]; }

  /// One iteration: what the workers did.
  std::vector<WorkerReport> iterate() {
    algorithm_->prepare(iteration_, static_cast<double>(iteration_) / 600.0);
    std::vector<WorkerReport> reports;
    Update received;
    FloatVector scratch(weights().size());
    for (std::size_t m = 0; m < kCount; ++m) {
      QuadraticGradient gradient(m, iteration_, weights().size(), noise_);
      Random random(1, Purpose::Compression, static_cast<std::uint32_t>(m),
                    static_cast<std::uint64_t>(iteration_));
      WorkerTurn turn;
      turn.worker = m;
      turn.iteration = iteration_;
      turn.measure = true;
      turn.weights = weights_;
      turn.gradient = &gradient;
      turn.compressor = compressors_[m].get();
      turn.layout = &layout_;
      turn.random = &random;
      turn.scratch = scratch;
      turn.received = &received;
      reports.push_back(*algorithm_->work(turn, payloads_[m]));
    }
    auto next = std::make_shared<Parameters>();
    next->values.resize(weights().size());
    const auto moved =
        algorithm_->step(reports, payloads_, *compressors_.front(), weights(), next->values,
                         [](std::size_t size, const auto& body) { body(0, size); });
    lastMove_ = *moved;
    weights_ = std::move(next);
    ++iteration_;
    return reports;
  }
  double lastMove() const { return lastMove_; }

 private:
  double noise_;
  Layout layout_;
  std::unique_ptr<Algorithm> algorithm_;
  std::vector<std::unique_ptr<Compressor>> compressors_;
  Snapshot weights_;
  std::vector<Payload> payloads_;
  std::int64_t iteration_ = 0;
  double lastMove_ = 0.0;
};

}  // namespace telegrad::test
