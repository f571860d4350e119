// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "core/algorithm/algorithm.h"
#include "core/algorithm/learning_rate.h"
#include "core/algorithm/worker_uploads.h"
#include "core/theory/deco.h"

namespace telegrad {

/// Delayed aggregation of compressed gradients (DD-EF-SGD), and what remains of it without delay,
/// error feedback or compression:
///
///   m_t^i     = C(e_t^i + g_t^i),  e_{t+1}^i = e_t^i + g_t^i - m_t^i     worker i, at x_t
///   x_{t+1}   = x_t - gamma / n * sum_i m_{t-tau}^i                       no update while t < tau
///
/// Compression and feedback are not delayed, only the application of the mean is. Messages are
/// applied in their order, each once, also when tau changes: while it grows nothing is applied, and
/// when it shrinks several are applied one after the other. gamma is taken when a message is
/// applied. The end of a run applies what is left.
///
/// With a delay compensation lambda > 0, messages are applied as delay_compensation.h says, m being
/// the workers' mean; that takes a copy of the weights for each message that waits.
///
/// A worker that is away sends m_t^i = 0, and n stays what it is. Its messages that wait are
/// applied in their turn; its e^i, with error feedback, is carried on when it is back. So whoever
/// comes and goes, and however tau and C change on the way: applied + waiting messages + residuals
/// are the gradients that were computed, each once.
///
/// Source: DeCo-SGD, arXiv 2507.17346; error feedback: Stich and Karimireddy, The error-feedback
///   framework, JMLR 2020.
class DelayedAggregation : public Algorithm {
 public:
  struct Parts {
    bool errorFeedback = false;
    bool delayed = true;  ///< false: tau is no parameter; 0, or what staleness() says
  };
  DelayedAggregation(Parts parts, const Settings& settings);

  static constexpr std::int64_t kMostStale = kMaxStaleness;
  static std::vector<Parameter> parameters(bool delayed);
  /// lambda, for algorithms that choose tau themselves; without this parameter it is 0.
  static Parameter compensation();
  /// `own`, and after them those of the learning rate.
  static std::vector<Parameter> withRate(std::vector<Parameter> own);
  /// Has the worker's compressor keep that fraction, for algorithms that choose it themselves.
  /// Errors: it has none; the message names `algorithm`, which is a key.
  static Result<void> keep(double fraction, const WorkerTurn& turn, std::string_view algorithm);

  void configure(const Settings& settings) override;
  void begin(std::size_t workers, const Layout& layout) override;
  void exchange(StateArchive& state) override;
  void prepare(std::int64_t iteration, double epoch) override;
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;
  std::int64_t through(std::int64_t /*iteration*/) const override { return sent_ - waiting() - 1; }
  bool drain(std::span<const float> weights, std::span<float> next,
             const ParallelRanges& parallel) override;

 protected:
  /// Iterations that were stepped so far, with the one in hand.
  std::int64_t stepped() const { return sent_; }
  /// gamma of the iteration in hand.
  double rate() const { return rate_.at(epoch_); }
  /// What the workers sent and kept, with error feedback.
  const WorkerUploads& uploads() const { return uploads_; }
  /// tau, for the weights that step() is about to make. Called once in every step().
  virtual std::int64_t staleness() { return staleness_; }

 private:
  FloatVector spare();
  std::int64_t waiting() const { return static_cast<std::int64_t>(queue_.size()); }
  Result<void> receive(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                       const Compressor& compressor, const ParallelRanges& parallel);
  double apply(std::size_t count, std::span<const float> weights, std::span<float> next,
               const ParallelRanges& parallel);

  Parts parts_;
  LearningRate rate_;
  double epoch_ = 0.0;
  std::int64_t staleness_ = 0;
  double compensation_ = 0.0;  // lambda
  Layout layout_;
  WorkerUploads uploads_;
  std::vector<Update> updates_;    // of the iteration in hand, one a worker
  std::deque<FloatVector> queue_;  // sums over workers that have not been applied, oldest first
  // Where the gradients of those were computed; empty where they are not to be compensated.
  std::deque<FloatVector> origins_;
  std::vector<FloatVector> spare_;
  std::int64_t sent_ = 0;  // iterations that have put their sum into the queue
};

}  // namespace telegrad
