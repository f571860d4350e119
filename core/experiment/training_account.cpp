// SPDX-License-Identifier: GPL-3.0-or-later
// What a run's records are made of.
#include <algorithm>
#include <cmath>

#include "core/experiment/run_parameters.h"
#include "core/experiment/test_figures.h"
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
  record_.testTop5Accuracy = Record::kNone;
  record_.source1Accuracy = Record::kNone;
  record_.source2Accuracy = Record::kNone;
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
  if (const auto sources = cluster_->evaluateSources(); sources.front().count > 0) {
    setTestFigures(sources, record_);
    Evaluation whole;
    for (const auto& source : sources) whole += source;
    if (info_.data != nullptr)
      confusion_ = std::make_shared<const ConfusionMatrix>(
          ConfusionMatrix{info_.data->classNames, std::move(whole.confusion)});
  }
  summary_.last = record_;
  const auto target = targetOf(started_.slot("run").settings);
  if (summary_.targets.empty() && target.isReachedBy(record_)) {
    auto at = record_;
    at.wallSeconds = std::chrono::duration<double>(trained_).count();
    summary_.targets.push_back({target, at});
  }
}

}  // namespace telegrad
