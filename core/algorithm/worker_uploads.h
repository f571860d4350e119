// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/algorithm/algorithm.h"
#include "core/compress/error_feedback.h"

namespace telegrad {

/// A worker's way from its gradient to the bytes it sends: C(factor * G), or with error feedback
/// C(factor * G + e), of which it keeps e. With a weight decay lambda > 0, G + lambda * w is in G's
/// place.
///
/// Threads: as Algorithm::work().
class WorkerUploads {
 public:
  /// State for `workers` workers, without residuals or with residuals of zero.
  void begin(std::size_t workers, const Layout& layout, bool errorFeedback);

  /// Writes this worker's payload and takes its residual on.
  /// Errors: what the compressor refuses.
  Result<void> send(const WorkerTurn& turn, float factor, Payload& payload,
                    float weightDecay = 0.0F);

  /// ||e_m||^2; 0 without error feedback.
  double residualNormSquared(std::size_t worker) const;
  // With error feedback, of a worker's last message: e_m, and what the server received.
  std::span<const float> residual(std::size_t worker) const {
    return residuals_[worker].residual();
  }
  const Update& sent(std::size_t worker) const { return sent_[worker]; }
  bool hasErrorFeedback() const { return !residuals_.empty(); }
  /// The residuals: what was sent last is not read again.
  void exchange(StateArchive& state) { state(residuals_); }

 private:
  Result<void> sendWithFeedback(const WorkerTurn& turn, float factor, Payload& payload,
                                float weightDecay);

  std::vector<ErrorFeedback> residuals_;  // one a worker, with error feedback
  std::vector<Update> sent_;              // what a worker knows the server received; likewise
};

}  // namespace telegrad
