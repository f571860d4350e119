// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace telegrad {

/// Where a run stands after an iteration. Counters are cumulative over the run and count the
/// uplink; uploads, skips and forced are of this iteration. Workers that are away do none of them:
/// uploads + skips are the workers that were present.
struct Record {
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

  std::int64_t iteration = 0;    ///< finished so far: 1 after the first
  double epoch = 0.0;            ///< passes over a shard so far
  std::int64_t rounds = 0;       ///< uploads so far
  std::int64_t payloadBits = 0;  ///< values alone, as the papers count
  std::int64_t wireBits = 0;     ///< with positions, framing and message overhead
  double simulatedSeconds = 0.0;
  double wallSeconds = 0.0;
  double trainLoss = 0.0;   ///< mean over those workers of this iteration's minibatch loss
  double epochLoss = 0.0;   ///< mean of trainLoss since the epoch began (the SASG authors' curve)
  double testLoss = kNone;  ///< none where not evaluated
  /// In [0, 1]; none where not evaluated. Of several sources, the mean of their accuracies.
  double testAccuracy = kNone;
  std::int64_t uploads = 0;
  std::int64_t skips = 0;
  /// Of the uploads: made because of the delay bound, or because the worker had been away.
  std::int64_t forced = 0;

  // The critical path, the way of the worker that was delivered last: of this iteration, and
  // together all of its simulated time (more, where it began before others could); where uploads
  // are applied later, of the newest iteration whose uploads have all arrived.
  double computeSeconds = 0.0;   ///< its gradient, and making a message of it
  double queueSeconds = 0.0;     ///< its broadcast and upload behind other messages
  double transferSeconds = 0.0;  ///< their serialisation
  double latencySeconds = 0.0;   ///< their propagation

  /// sqrt of the mean over those workers of ||e_m||^2; none where not evaluated or without
  /// feedback.
  double residualNorm = kNone;
  std::int64_t staleness = 0;       ///< iterations whose uploads the next weights do not hold yet
  double compressionRatio = kNone;  ///< of this iteration's uploads: value bits / dense bits
  double encodeSeconds = 0.0;       ///< on the critical path too: its upload's encoding
  double compressionError =
      kNone;              ///< of the whole model, as LayerRecord; none where not evaluated
  double cosine = kNone;  ///< likewise
  // Bits of this iteration's messages, where evaluated and made by the compressor; without the
  // network's overhead.
  double paperBits = kNone;    ///< as the operator's paper counts
  double entropyBits = kNone;  ///< what no code goes below
  double codedBits = kNone;    ///< that they really have

  /// f(w) - f*, where it is known; none where not evaluated.
  double suboptimality = kNone;

  double testTop5Accuracy = kNone;  ///< in [0, 1]; none where not evaluated
  // Of a test set that has several sources, of which testAccuracy is the mean; else none.
  double source1Accuracy = kNone;
  double source2Accuracy = kNone;

  bool isEvaluated() const {
    return !std::isnan(testAccuracy) || !std::isnan(testLoss) || !std::isnan(suboptimality);
  }
  bool operator==(const Record&) const = default;
};

}  // namespace telegrad
