// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/mean_aggregation.h"
#include "core/algorithm/worker_uploads.h"

namespace telegrad {

/// Distributed SGD with biased compression and error feedback, the learning rate inside:
///
///   g~_i = C(e_i + gamma g_i),   e_i <- e_i + gamma g_i - g~_i,   x <- x - 1/n sum_i g~_i
///
/// so that x - 1/n sum_i e_i moves as SGD does, by -gamma/n sum_i g_i. Any compressor will do: C
/// need only be in B3(delta), which scaling brings every operator of B1, B2 or U into.
///
/// Who is away sends zero, and goes on with its e_i when it is back.
///
/// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
///   Learning, JMLR 2023, Algorithm 1; Stich, Cordonnier and Jaggi, NeurIPS 2018.
class EfSgd final : public MeanAggregation {
 public:
  using MeanAggregation::MeanAggregation;

  void begin(std::size_t workers, const Layout& layout) override;
  void exchange(StateArchive& state) override { state(uploads_); }
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;

  /// An entry that makes one, without its words.
  static AlgorithmEntry entry();

 private:
  WorkerUploads uploads_;
};

}  // namespace telegrad
