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

  /// Writes this worker's payload and takes its residual on; with error feedback the turn's
  /// `received` is then what the server receives.
  /// Errors: what the compressor refuses.
  Result<void> send(const WorkerTurn& turn, float factor, Payload& payload,
                    float weightDecay = 0.0F);

  /// ||e_m||^2; 0 without error feedback.
  double residualNormSquared(std::size_t worker) const;
  /// With error feedback: e_m.
  std::span<const float> residual(std::size_t worker) const {
    return residuals_[worker].residual();
  }
  bool hasErrorFeedback() const { return !residuals_.empty(); }
  void exchange(StateArchive& state) { state(residuals_); }

 private:
  Result<void> sendWithFeedback(const WorkerTurn& turn, float factor, Payload& payload,
                                float weightDecay);

  std::vector<ErrorFeedback> residuals_;  // one a worker, with error feedback
};

}  // namespace telegrad
