// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/algorithm/algorithm.h"
#include "core/algorithm/learning_rate.h"

namespace telegrad {

/// What methods have in common in which every worker that is present sends one message in every
/// iteration, and the server takes the mean of what has arrived. Who is away counts with zero.
///
/// Units: the learning rate is that of the mean.
class MeanAggregation : public Algorithm {
 public:
  explicit MeanAggregation(const Settings& settings) : rate_(settings) {}

  void configure(const Settings& settings) override { rate_ = LearningRate(settings); }
  void begin(std::size_t workers, const Layout& layout) override;
  void prepare(std::int64_t iteration, double epoch) override {
    iteration_ = iteration;
    epoch_ = epoch;
  }

 protected:
  /// gamma of the iteration in hand.
  double rate() const { return rate_.at(epoch_); }
  std::int64_t iteration() const { return iteration_; }
  const Layout& layout() const { return layout_; }
  std::size_t workers() const { return updates_.size(); }

  /// Decodes this iteration's messages, by the compressor or by `decode`.
  /// Errors: a payload that does not decode.
  using Decode = std::function<Result<void>(const Payload& payload, Update& update)>;
  Result<void> receive(std::span<const WorkerReport> reports, std::span<const Payload> payloads,
                       const Decode& decode);
  Result<void> receive(std::span<const WorkerReport> reports, std::span<const Payload> payloads,
                       const Compressor& compressor);
  /// What was received, one a worker; zero of who sent nothing.
  std::span<const Update> updates() const { return updates_; }

  /// next = weights - rate / n * sum of what was received, the sum in worker order. The result is
  /// ||next - weights||^2.
  double descend(double rate, std::span<const float> weights, std::span<float> next,
                 const ParallelRanges& parallel) const;
  /// The same with `sum`, to which what was received is added first.
  double descend(double rate, std::span<float> sum, std::span<const float> weights,
                 std::span<float> next, const ParallelRanges& parallel) const;

 private:
  LearningRate rate_;
  std::int64_t iteration_ = 0;
  double epoch_ = 0.0;
  Layout layout_;
  std::vector<Update> updates_;
};

}  // namespace telegrad
