// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "core/algorithm/algorithm.h"
#include "core/algorithm/learning_rate.h"

namespace telegrad {

/// Which two gradients a worker compares before it decides to skip.
enum class Comparison {
  SameSample,  ///< rule (6): the same minibatch at w^k and at the weights of the last upload
  OldSample,   ///< rule (5): the last uploaded gradient, at its own old minibatch
};

/// In what the paper's formula and its authors' two programs differ.
struct RuleVariant {
  std::int64_t unsummed = 0;    ///< n = D - unsummed past moves make the right side
  double lag = 0.0;             ///< epochs by which alpha is late in a schedule of the rate
  std::int64_t firstDelay = 1;  ///< tau after an upload: silences are D + 1 - firstDelay long
  bool forgets = false;         ///< also who skips compares with this turn in the next one
};
/// What the settings' `preset` says.
RuleVariant ruleVariant(const Settings& settings);

/// When a worker may skip an upload (SASG Algorithm 1):
///
///   ||G - A||^2 <= RHS = (1/M^2) sum_{d=1..n} alpha ||w^{k+1-d} - w^{k-d}||^2,  alpha = c / gamma,
///
/// with G the gradient now and A the one it is compared with. Equality skips. All upload in
/// iterations 0..D-1; later a worker that has been silent for D iterations is forced, after the
/// beginning for D + 1. M counts all workers, also those that are away. By `preset`:
///
///   paper         n = D
///   authors-sim   n = D - 1, and alpha sees a step of the rate's schedule one epoch late
///   authors-dist  n = D - 1, and alpha sees it 0.4 epochs late; A is of the iteration before, also
///                 after a skip; every silence may last D + 1 iterations
///
/// Source: Deng, Sun, Liu, Li, SASG, arXiv 2112.04088, rules (5) and (6); the authors' simulation
///   (its figure 2 and table II) and their program for a cluster (figure 3 and table III).
/// Threads: decide() of different workers may run at once; the rest between iterations.
class SkippingRule {
 public:
  SkippingRule(Comparison comparison, const Settings& settings);

  void configure(const Settings& settings);
  void begin(std::size_t workers);

  /// Makes the right side for iteration k from the moves so far.
  void prepare(std::int64_t iteration, double epoch);
  double threshold() const { return threshold_; }

  /// Whether worker m uploads its gradient (already differentiated at w^k), the rule's left side,
  /// and how many gradients the turn has computed by then.
  struct Decision {
    Outcome outcome = Outcome::Uploaded;
    double change = 0.0;
    int gradients = 1;
  };
  Decision decide(const WorkerTurn& turn);

  /// The worker is away, which may be said in every iteration of that: in its first one back it is
  /// forced to upload, and nothing of the time before counts.
  void leave(std::size_t worker);

  /// ||w^{k+1} - w^k||^2, after iteration k.
  void moved(double squaredNorm);

  /// Iterations since worker m's last upload as Algorithm 1 counts them (tau_m).
  std::int64_t delay(std::size_t worker) const { return workers_.at(worker).delay; }
  void exchange(StateArchive& state);

  static std::vector<Parameter> parameters();

 private:
  struct WorkerState {
    std::int64_t delay = 0;   // tau_m
    Snapshot staleWeights;    // rule (6)
    FloatVector oldGradient;  // rule (5)
    bool returns = false;     // its next turn is the first one back
  };
  double change(const WorkerTurn& turn, const WorkerState& state) const;
  void remember(const WorkerTurn& turn, WorkerState& state) const;

  Comparison comparison_;
  LearningRate rate_;
  std::int64_t delayBound_ = 0;  // D
  double factor_ = 0.0;          // c
  RuleVariant variant_;
  bool warmingUp_ = true;  // everyone uploads
  double threshold_ = 0.0;
  std::deque<double> moves_;  // newest first
  std::vector<WorkerState> workers_;
};

}  // namespace telegrad
