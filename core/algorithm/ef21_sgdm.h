// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/algorithm/ef21.h"
#include "core/algorithm/mean_aggregation.h"

namespace telegrad {

/// EF21 on an average of the worker's gradients:
///
///   v_m <- (1 - eta) v_m + eta g_m,   h_m <- h_m + C(v_m - h_m),   x <- x - gamma / n sum_m h_m
///
/// With eta = 1 it is EF21. v_m begins as g_m, h_m as ef21.h says. Who is away sends nothing: its
/// h_m stays in the sum, as its gradients' best known value.
///
/// Source: Fatkhullin, Tyurin and Richtarik, Momentum provably improves error feedback!, NeurIPS
///   2023; EF21: Richtarik, Sokolov and Fatkhullin, NeurIPS 2021.
class Ef21Sgdm final : public MeanAggregation {
 public:
  explicit Ef21Sgdm(const Settings& settings);

  static std::vector<Parameter> parameters(bool momentum);

  void configure(const Settings& settings) override;
  void begin(std::size_t workers, const Layout& layout) override;
  void exchange(StateArchive& state) override;
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;

 private:
  double weight_ = 1.0;  // eta
  Ef21::Start start_;
  Ef21 feedback_;
  std::vector<FloatVector> averages_;  // v, one a worker; empty until its first turn
};

}  // namespace telegrad
