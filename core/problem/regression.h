// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/problem/noisy_source.h"

namespace telegrad {

/// What a regression has lost by predicting z where y was true, and the first two derivatives by z.
struct Loss {
  double (*value)(double z, double y);
  double (*slope)(double z, double y);
  double (*curvature)(double z, double y);
  double mostCurved;  ///< the largest curvature there is
};

/// What the workers' examples are drawn from. Inputs u are standard normal; true weights
/// w_m = w + heterogeneity * v_m with w, v_m standard normal / sqrt(d), each worker's own v_m.
struct RegressionShape {
  std::size_t size = 0;      ///< d
  std::size_t examples = 0;  ///< N, of each worker
  double heterogeneity = 0.0;
  double regularisation = 0.0;  ///< lambda > 0
};

/// f_m(x) = 1/N sum_i loss(<u_mi, x>, y_mi) + lambda/2 ||x||^2, from x = 0.
///
/// f* is found by Newton's method from 0, with halved steps as long as f would not fall, until
/// rounding leaves nothing to gain: to the machine's precision.
class Regression final : public Problem {
 public:
  /// y of a prediction <u, w_m>, with some normal noise to draw from.
  using Target = double (*)(double prediction, double noise);
  Regression(const RegressionShape& shape, const Loss& loss, Target target, std::size_t workers,
             std::uint64_t seed);

  std::size_t size() const override { return shape_.size; }
  std::size_t workers() const override { return workers_; }
  void start(std::span<float> x) const override;
  double differentiate(std::size_t worker, std::span<const float> x,
                       std::span<double> gradient) const override;
  double suboptimality(std::span<const float> x) const override;
  ProblemCurvature curvature() const override { return curvature_; }

 private:
  double worker(std::size_t worker, std::span<const double> x, std::span<double> gradient) const;
  double whole(std::span<const double> x, std::span<double> gradient) const;
  /// sum over examples of weight * u u^T, divided by N, plus lambda on the diagonal.
  std::vector<double> hessian(std::size_t worker, std::span<const double> x, bool greatest) const;
  std::vector<double> meanHessian(std::span<const double> x, bool greatest) const;
  void solve();
  void measure();
  std::span<const double> input(std::size_t worker, std::size_t example) const {
    return std::span(inputs_).subspan((worker * shape_.examples + example) * shape_.size,
                                      shape_.size);
  }

  RegressionShape shape_;
  Loss loss_;
  std::size_t workers_;
  std::vector<double> inputs_;   // [worker, example, d]
  std::vector<double> targets_;  // [worker, example]
  double least_ = 0.0;           // f*
  ProblemCurvature curvature_;
};

/// A source of regressions; each kind has its loss and its targets.
class RegressionSource final : public NoisySource {
 public:
  RegressionSource(const Settings& settings, const Loss& loss, Regression::Target target);
  Result<std::unique_ptr<Problem>> build(std::size_t workers, std::uint64_t seed) const override;

  static std::vector<Parameter> parameters();

 private:
  RegressionShape shape_;
  Loss loss_;
  Regression::Target target_;
};

}  // namespace telegrad
