// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/problem/noisy_source.h"

namespace telegrad {
namespace {

/// f(x) = 1/2 sum_i lambda_i x_i^2, the same for every worker, from x = (1, ..., 1):
///
///   lambda_i = 1 + (kappa - 1) (i - 1) / (d - 1)      linear, i = 1, ..., d
///   lambda_i = kappa^((i - 1) / (d - 1))              geometric
///
/// so that mu = 1, L = kappa (with d = 1: both kappa) and f* = 0 at 0.
class Quadratic final : public Problem {
 public:
  Quadratic(std::vector<double> spectrum, std::size_t workers)
      : spectrum_(std::move(spectrum)),
        workers_(workers) {}

  std::size_t size() const override { return spectrum_.size(); }
  std::size_t workers() const override { return workers_; }
  void start(std::span<float> x) const override { std::ranges::fill(x, 1.0F); }
  double differentiate(std::size_t /*worker*/, std::span<const float> x,
                       std::span<double> gradient) const override {
    for (std::size_t i = 0; i < x.size(); ++i)
      gradient[i] = spectrum_[i] * static_cast<double>(x[i]);
    return suboptimality(x);
  }
  double suboptimality(std::span<const float> x) const override {
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const auto xi = static_cast<double>(x[i]);
      sum += spectrum_[i] * xi * xi;
    }
    return 0.5 * sum;
  }
  bool isHomogeneous() const override { return true; }
  ProblemCurvature curvature() const override {
    return {.smoothness = spectrum_.back(),
            .strongConvexity = spectrum_.front(),
            .worstSmoothness = spectrum_.back()};
  }

 private:
  std::vector<double> spectrum_;  // rising
  std::size_t workers_;
};

class QuadraticSource final : public NoisySource {
 public:
  explicit QuadraticSource(const Settings& settings)
      : NoisySource(settings),
        size_(static_cast<std::size_t>(settings.integer("dimension"))),
        condition_(settings.real("condition_number")),
        linear_(settings.choice("spectrum") == "linear") {}

  Result<std::unique_ptr<Problem>> build(std::size_t workers,
                                         std::uint64_t /*seed*/) const override {
    std::vector<double> spectrum(size_, condition_);
    for (std::size_t i = 0; i + 1 < size_; ++i) {
      const double part = static_cast<double>(i) / static_cast<double>(size_ - 1);
      spectrum[i] = linear_ ? 1.0 + (condition_ - 1.0) * part : std::pow(condition_, part);
    }
    return std::unique_ptr<Problem>(std::make_unique<Quadratic>(std::move(spectrum), workers));
  }

 private:
  std::size_t size_;
  double condition_;
  bool linear_;
};

}  // namespace

ProblemEntry quadratic() {
  auto entry = NoisySource::entry();
  entry.key = "quadratic";
  entry.name = "Quadratic";
  entry.summary =
      "A convex problem: f(x) = ½ Σ λᵢ xᵢ² with a given condition number, the same for every "
      "worker.";
  entry.source =
      "Beznosikov, Horváth, Richtárik and Safaryan, On Biased Compression for Distributed "
      "Learning, JMLR 2023";
  entry.parameters = NoisySource::withNoise(
      {{.key = "dimension",
        .label = "Dimension d",
        .unit = "",
        .help = "Number of weights.",
        .kind = Integer{100, 1, 1'000'000, Scale::Log}},
       {.key = "condition_number",
        .label = "Condition number κ",
        .unit = "",
        .help = "The largest curvature over the smallest, which is 1.",
        .kind = Real{100.0, 1.0, 1e6, Scale::Log}},
       {.key = "spectrum",
        .label = "Spectrum",
        .unit = "",
        .help = "How the curvatures lie between 1 and κ: by equal steps or by equal factors.",
        .kind = Choice{"linear", {"linear", "geometric"}, {"equal steps", "equal factors"}}}});
  entry.make = [](const Settings& settings) { return std::make_unique<QuadraticSource>(settings); };
  return entry;
}

}  // namespace telegrad
