// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/algorithm/algorithm.h"
#include "core/algorithm/learning_rate.h"
#include "core/algorithm/server_sum.h"
#include "core/algorithm/skipping_rule.h"
#include "core/algorithm/worker_uploads.h"

namespace telegrad {

/// What SGD, Sparse, LASG and SASG have in common: a worker pushes C(gamma * G), or with error
/// feedback C(gamma * G + e) and keeps e; a rule may let it skip, and then nothing of its state
/// changes; the server applies the last push of every worker in every iteration.
///
/// Of a worker that leaves, the server forgets the push it has stored: it stood for a gradient that
/// nobody computes any more. Coming back, the worker has to push in its first iteration (Forced),
/// and the rule knows nothing of the time before. With error feedback it carries on its residual.
///
/// Two additions, which the paper does not have and which are off at first:
/// - Weight decay lambda: G + lambda * w is compressed in G's place. The rule compares gradients
///   without it, and a push that is applied again holds the lambda * w of its own iteration. It
///   belongs to what is minimised, and is fixed for a run.
/// - Momentum mu: the server moves by v <- mu v + (sum of pushes), see ServerSum. The rule's past
///   moves are those that were really made.
/// With one worker, dense pushes and a constant gamma the two together are torch.optim.SGD(lr =
/// gamma, momentum = mu, weight_decay = lambda).
///
/// Source: Deng, Sun, Liu, Li, SASG, arXiv 2112.04088, Algorithm 1 and equations (8), (9).
class PushAggregation final : public Algorithm {
 public:
  struct Parts {
    bool errorFeedback = false;
    std::optional<Comparison> rule = std::nullopt;  ///< none: everyone pushes in every iteration
  };
  PushAggregation(Parts parts, const Settings& settings);

  static std::vector<Parameter> plainParameters();     ///< without a rule
  static std::vector<Parameter> adaptiveParameters();  ///< with one

  void configure(const Settings& settings) override;
  void begin(std::size_t workers, const Layout& layout) override;
  void exchange(StateArchive& state) override;
  void prepare(std::int64_t iteration, double epoch) override;
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;

  /// e_m, with error feedback.
  std::span<const float> residual(std::size_t worker) const { return uploads_.residual(worker); }

 private:
  bool sendLater(const WorkerTurn& turn, float factor, Payload& payload) const;
  void leave(std::size_t worker);

  bool errorFeedback_;
  LearningRate rate_;
  float momentum_ = 0.0F;     // mu
  float weightDecay_ = 0.0F;  // lambda
  std::optional<SkippingRule> rule_;
  WorkerUploads uploads_;
  ServerSum server_;
};

}  // namespace telegrad
