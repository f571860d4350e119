// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include "core/problem/noisy_source.h"

namespace telegrad {
namespace {

/// f_m(x) = sum_j A_mj x_j^2 / 2 - B_mj x_j, other A and B for every worker, from x = 0. The
/// minimum is at x*_j = mean B_j / mean A_j, where no worker's own gradient is 0.
///
/// A and then B are drawn row by row, one row a worker: A = 1 + 9 u, B = 2 u - 1, with
/// s <- 6364136223846793005 s + 1442695040888963407 mod 2^64 and u = floor(s / 2^11) 2^-53: numbers
/// that anyone can draw anywhere.
class HeterogeneousQuadratic final : public Problem {
 public:
  HeterogeneousQuadratic(std::size_t size, std::size_t workers, std::uint64_t seed)
      : size_(size),
        workers_(workers),
        curvatures_(size * workers),
        slopes_(size * workers),
        curvature_(size),
        minimum_(size) {
    for (auto& a : curvatures_) a = 1.0 + 9.0 * draw(seed);
    for (auto& b : slopes_) b = 2.0 * draw(seed) - 1.0;
    for (std::size_t j = 0; j < size; ++j) {
      for (std::size_t m = 0; m < workers; ++m) {
        curvature_[j] += curvatures_[m * size + j] / static_cast<double>(workers);
        minimum_[j] += slopes_[m * size + j] / static_cast<double>(workers);
      }
      minimum_[j] /= curvature_[j];
    }
  }

  std::size_t size() const override { return size_; }
  std::size_t workers() const override { return workers_; }
  void start(std::span<float> x) const override { std::ranges::fill(x, 0.0F); }
  double differentiate(std::size_t worker, std::span<const float> x,
                       std::span<double> gradient) const override {
    double sum = 0.0;
    for (std::size_t j = 0; j < size_; ++j) {
      const double a = curvatures_[worker * size_ + j];
      const double b = slopes_[worker * size_ + j];
      const auto xj = static_cast<double>(x[j]);
      gradient[j] = a * xj - b;
      sum += (0.5 * a * xj - b) * xj;
    }
    return sum;
  }
  double suboptimality(std::span<const float> x) const override {
    // About the minimum, where f(x) - f* as a difference would be rounding.
    double sum = 0.0;
    for (std::size_t j = 0; j < size_; ++j) {
      const double away = static_cast<double>(x[j]) - minimum_[j];
      sum += curvature_[j] * away * away;
    }
    return 0.5 * sum;
  }
  ProblemCurvature curvature() const override {
    const auto [least, most] = std::ranges::minmax(curvature_);
    return {.smoothness = most,
            .strongConvexity = least,
            .worstSmoothness = std::ranges::max(curvatures_)};
  }

 private:
  static double draw(std::uint64_t& state) {
    state = 6364136223846793005U * state + 1442695040888963407U;
    return static_cast<double>(state >> 11U) * 0x1p-53;
  }

  std::size_t size_;
  std::size_t workers_;
  std::vector<double> curvatures_;  // A, [worker, j]
  std::vector<double> slopes_;      // B, likewise
  std::vector<double> curvature_;   // the mean over workers, [j]
  std::vector<double> minimum_;     // x*
};

class HeterogeneousSource final : public NoisySource {
 public:
  explicit HeterogeneousSource(const Settings& settings)
      : NoisySource(settings),
        size_(static_cast<std::size_t>(settings.integer("dimension"))),
        seed_(static_cast<std::uint64_t>(settings.integer("problem_seed"))) {}

  Result<std::unique_ptr<Problem>> build(std::size_t workers,
                                         std::uint64_t /*seed*/) const override {
    return std::unique_ptr<Problem>(
        std::make_unique<HeterogeneousQuadratic>(size_, workers, seed_));
  }

 private:
  std::size_t size_;
  std::uint64_t seed_;
};

}  // namespace

ProblemEntry heterogeneousQuadratic() {
  auto entry = NoisySource::entry();
  entry.key = "heterogeneous-quadratic";
  entry.name = "Heterogeneous quadratic";
  entry.summary =
      "A convex problem in which every worker has a quadratic of its own, so that at the common "
      "minimum their gradients cancel without being zero.";
  entry.source = "";
  entry.parameters = NoisySource::withNoise(
      {{.key = "dimension",
        .label = "Dimension d",
        .unit = "",
        .help = "Number of weights.",
        .kind = Integer{20, 1, 1'000'000, Scale::Log}},
       {.key = "problem_seed",
        .label = "Problem's seed",
        .unit = "",
        .help = "Begins the numbers that the workers' quadratics are drawn from; the run's seed "
                "does not move them.",
        .kind = Integer{42, 0, 1'000'000'000}}});
  entry.make = [](const Settings& settings) {
    return std::make_unique<HeterogeneousSource>(settings);
  };
  return entry;
}

}  // namespace telegrad
