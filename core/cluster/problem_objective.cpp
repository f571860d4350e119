// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/problem_objective.h"

#include <utility>

#include "core/base/random.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

/// The gradient of f_m, made in double, the noise with it, and rounded once.
class ProblemObjective::SlotGradient final : public MinibatchGradient {
 public:
  explicit SlotGradient(const Problem& problem)
      : problem_(problem),
        exact_(problem.size()),
        here_(problem.size()),
        there_(problem.size()) {}

  void choose(std::size_t worker, std::span<const double> noise) {
    worker_ = worker;
    noise_ = noise;
  }
  double differentiate(const Parameters& weights) override { return at(weights, here_); }
  double squaredChange(const Parameters& other) override {
    at(other, there_);
    return squaredDistance(here_, there_);
  }
  void write(float factor, std::span<float> target) override { scale(factor, here_, target); }
  void addTo(float factor, std::span<float> target) override {
    scaleAndAdd(factor, here_, target, target);
  }

 private:
  double at(const Parameters& weights, FloatVector& gradient) {
    const double value = problem_.differentiate(worker_, weights.flat().read(room_), exact_);
    for (std::size_t j = 0; j < noise_.size(); ++j) exact_[j] += noise_[j];
    for (std::size_t j = 0; j < exact_.size(); ++j) gradient[j] = static_cast<float>(exact_[j]);
    return value;
  }

  const Problem& problem_;
  std::size_t worker_ = 0;
  std::span<const double> noise_;
  std::vector<double> exact_;
  FloatVector here_;
  FloatVector there_;
  FloatVector room_;  // of weights that are held as a difference
};

ProblemObjective::ProblemObjective(std::unique_ptr<Problem> problem, Noise noise,
                                   std::size_t threads)
    : problem_(std::move(problem)),
      noise_(noise),
      layout_{{"x", {static_cast<std::int64_t>(problem_->size())}, 0}},
      noises_(problem_->workers()) {
  for (std::size_t slot = 0; slot < threads; ++slot)
    gradients_.push_back(std::make_unique<SlotGradient>(*problem_));
  if (noise_.deviation > 0.0)
    for (auto& noises : noises_) noises.resize(problem_->size());
}

ProblemObjective::~ProblemObjective() = default;

void ProblemObjective::draw(std::size_t worker, std::int64_t iteration) {
  if (noises_[worker].empty()) return;
  Random random(noise_.seed, Purpose::MinibatchOrder, static_cast<std::uint32_t>(worker),
                static_cast<std::uint64_t>(iteration));
  for (auto& noise : noises_[worker]) noise = noise_.deviation * random.normal();
}

MinibatchGradient& ProblemObjective::gradient(std::size_t worker, std::size_t slot) {
  auto& gradient = *gradients_[slot];
  gradient.choose(worker, noises_[worker]);
  return gradient;
}

}  // namespace telegrad
