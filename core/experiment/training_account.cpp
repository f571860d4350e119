// SPDX-License-Identifier: GPL-3.0-or-later
// What a run's records are made of.
#include <algorithm>
#include <cmath>

#include "core/experiment/training_engine.h"

namespace telegrad {

void TrainingRun::Engine::account(const IterationResult& result) {
  if (record_.iteration % info_.iterationsPerEpoch == 0) {
    epochLossSum_ = 0.0;
    epochLossCount_ = 0;
  }
  ++record_.iteration;
  record_.epoch =
      static_cast<double>(record_.iteration) / static_cast<double>(info_.iterationsPerEpoch);
  record_.uploads = 0;
  record_.forced = 0;
  record_.skips = 0;
  double residual = 0.0;
  for (const auto& report : result.reports) {
    if (isUpload(report.outcome)) ++record_.uploads;
    if (report.outcome == Outcome::Skipped) ++record_.skips;
    if (report.outcome == Outcome::Forced) ++record_.forced;
    residual += report.residualNormSquared;
  }
  const std::int64_t present = record_.uploads + record_.skips;
  record_.rounds += record_.uploads;
  record_.payloadBits += result.valueBits;
  record_.wireBits += result.wireBits;
  record_.trainLoss = result.meanLoss;
  epochLossSum_ += result.meanLoss;
  ++epochLossCount_;
  record_.epochLoss = epochLossSum_ / static_cast<double>(epochLossCount_);
  record_.residualNorm =
      residual > 0.0 ? std::sqrt(residual / static_cast<double>(present)) : Record::kNone;
  record_.testLoss = Record::kNone;
  record_.testAccuracy = Record::kNone;
  record_.suboptimality = Record::kNone;
  TensorFidelity whole;
  for (const auto& tensor : result.fidelity) whole += tensor;
  const auto model = layerRecord(whole, result.measured, info_.parameters);
  record_.compressionError = model.error;
  record_.cosine = model.cosine;
  const bool counted = result.measured > 0;
  record_.paperBits = counted ? result.messageCounts.paper : Record::kNone;
  record_.entropyBits = counted ? result.messageCounts.entropy : Record::kNone;
  record_.codedBits = counted ? static_cast<double>(result.messageBits) : Record::kNone;

  record_.staleness = result.staleness;
  record_.compressionRatio = result.denseBits == 0 ? Record::kNone
                                                   : static_cast<double>(result.valueBits) /
                                                         static_cast<double>(result.denseBits);
  record_.simulatedSeconds = seconds(result.end);
  if (!result.timings.empty()) account(result.timings.back());
}

std::vector<LayerRecord> TrainingRun::Engine::layers(const IterationResult& result) const {
  std::vector<LayerRecord> records;
  for (std::size_t t = 0; t < result.fidelity.size(); ++t)
    records.push_back(layerRecord(result.fidelity[t], result.measured,
                                  static_cast<std::size_t>(info_.layers[t].size)));
  return records;
}

/// The times of the worker whose upload arrived last.
void TrainingRun::Engine::account(const IterationTiming& timing) {
  // Of who is away, all times are the beginning.
  const auto last = std::ranges::max_element(timing.workers, {}, [](const WorkerTiming& worker) {
    return worker.present ? worker.delivered : SimTime::min();
  });
  const Way way = last->broadcast + last->upload;
  record_.computeSeconds = seconds(last->computed - last->received);
  record_.encodeSeconds = seconds(last->encoded - last->computed);
  record_.queueSeconds = seconds(way.queueing);
  record_.transferSeconds = seconds(way.transfer);
  record_.latencySeconds = seconds(way.propagation);
}

void TrainingRun::Engine::evaluate() {
  record_.suboptimality = cluster_->suboptimality();
  summary_.last.suboptimality = record_.suboptimality;
  const auto evaluation = cluster_->evaluate();
  if (evaluation.count == 0) return;
  const auto count = static_cast<double>(evaluation.count);
  record_.testLoss = evaluation.lossSum / count;
  record_.testAccuracy = static_cast<double>(evaluation.correct) / count;
  summary_.last.testLoss = record_.testLoss;
  summary_.last.testAccuracy = record_.testAccuracy;
  const double target = started_.slot("run").settings.real("target_accuracy");
  if (summary_.targets.empty() && record_.testAccuracy > target) {
    auto at = record_;
    at.wallSeconds = std::chrono::duration<double>(trained_).count();
    summary_.targets.push_back({target, at});
  }
}

}  // namespace telegrad
