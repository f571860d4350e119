// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/cluster/objective.h"
#include "core/problem/problem.h"

namespace telegrad {

/// A problem whose worker m differentiates f_m exactly, or with independent normal noise of the
/// stream (seed, MinibatchOrder, m, k) added to every coordinate: its minibatch. An iteration is an
/// epoch, and there is no test set.
class ProblemObjective final : public Objective {
 public:
  struct Noise {
    double deviation = 0.0;
    std::uint64_t seed = 1;
  };
  ProblemObjective(std::unique_ptr<Problem> problem, Noise noise, std::size_t threads);
  ~ProblemObjective() override;
  ProblemObjective(const ProblemObjective&) = delete;
  ProblemObjective& operator=(const ProblemObjective&) = delete;

  const Layout& layout() const override { return layout_; }
  std::int64_t iterationsPerEpoch() const override { return 1; }
  void initialise(std::span<float> weights) override { problem_->start(weights); }
  void draw(std::size_t worker, std::int64_t iteration) override;
  MinibatchGradient& gradient(std::size_t worker, std::size_t slot) override;
  void exchange(StateArchive& /*state*/) override {}  // noise is its iteration's alone
  std::size_t testParts() const override { return 0; }
  Evaluation test(std::size_t /*part*/, std::size_t /*slot*/,
                  const Parameters& /*weights*/) override {
    return {};
  }
  double suboptimality(const Parameters& weights) override {
    return problem_->suboptimality(weights.values);
  }

 private:
  class SlotGradient;

  std::unique_ptr<Problem> problem_;
  Noise noise_;
  Layout layout_;
  std::vector<std::unique_ptr<SlotGradient>> gradients_;  // one a slot
  std::vector<std::vector<double>> noises_;  // one a worker, of its minibatch; empty without
};

}  // namespace telegrad
