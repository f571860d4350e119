// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/ef_sgd.h"

#include "core/algorithm/delayed_aggregation.h"

namespace telegrad {

void EfSgd::begin(std::size_t workers, const Layout& layout) {
  MeanAggregation::begin(workers, layout);
  uploads_.begin(workers, layout, true);
}

Result<WorkerReport> EfSgd::work(const WorkerTurn& turn, Payload& payload) {
  WorkerReport report;
  report.loss = turn.gradient->differentiate(*turn.weights);
  if (auto sent = uploads_.send(turn, static_cast<float>(rate()), payload); !sent)
    return sent.error();
  if (turn.measure) report.residualNormSquared = uploads_.residualNormSquared(turn.worker);
  return report;
}

Result<double> EfSgd::step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                           const Compressor& compressor, std::span<const float> weights,
                           std::span<float> next, const ParallelRanges& parallel) {
  if (auto received = receive(reports, payloads, compressor); !received) return received.error();
  return descend(1.0, weights, next, parallel);
}

AlgorithmEntry EfSgd::entry() {
  AlgorithmEntry entry;
  entry.parameters = DelayedAggregation::withRate({});
  entry.make = [](const Settings& settings) { return std::make_unique<EfSgd>(settings); };
  entry.wholeUploads = true;
  return entry;
}

}  // namespace telegrad
