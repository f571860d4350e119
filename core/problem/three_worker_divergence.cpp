// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "core/base/said.h"
#include "core/problem/noisy_source.h"

namespace telegrad {
namespace {

constexpr std::size_t kSize = 3;
using Vector = std::array<float, kSize>;

/// f_m(x) = <a_m, x>^2 + ||x||^2 / 4 with a_1 = (-3, 2, 2), a_2 = (2, -3, 2), a_3 = (2, 2, -3).
///
/// At (t, t, t) the gradients are t/2 (-11, 9, 9) and its rotations, so that the largest entry of
/// each points away from the minimum, 0: with Top-1, no error feedback and a rate of eta on the
/// mean, x^k = (1 + 11 eta / 6)^k x^0, for every eta > 0. f has curvatures 7/6, 103/6 and 103/6,
/// each f_m up to 69/2.
///
/// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
///   Learning, JMLR 2023, Example 1.
class ThreeWorkerDivergence final : public Problem {
 public:
  explicit ThreeWorkerDivergence(const Vector& start) : start_(start) {}

  std::size_t size() const override { return kSize; }
  std::size_t workers() const override { return kSize; }
  void start(std::span<float> x) const override { std::ranges::copy(start_, x.begin()); }
  double differentiate(std::size_t worker, std::span<const float> x,
                       std::span<double> gradient) const override {
    const double along = product(worker, x);
    double squares = 0.0;
    for (std::size_t j = 0; j < kSize; ++j) {
      const auto xj = static_cast<double>(x[j]);
      gradient[j] = 2.0 * along * entry(worker, j) + 0.5 * xj;
      squares += xj * xj;
    }
    return along * along + 0.25 * squares;
  }
  double suboptimality(std::span<const float> x) const override {
    double sum = 0.0;
    std::array<double, kSize> ignored{};
    for (std::size_t m = 0; m < kSize; ++m) sum += differentiate(m, x, ignored);
    return sum / kSize;
  }
  ProblemCurvature curvature() const override {
    return {.smoothness = 103.0 / 6.0, .strongConvexity = 7.0 / 6.0, .worstSmoothness = 34.5};
  }

 private:
  static double entry(std::size_t m, std::size_t j) { return m == j ? -3.0 : 2.0; }
  static double product(std::size_t m, std::span<const float> x) {
    double sum = 0.0;
    for (std::size_t j = 0; j < kSize; ++j) sum += entry(m, j) * static_cast<double>(x[j]);
    return sum;
  }

  Vector start_;
};

class ThreeWorkerSource final : public NoisySource {
 public:
  explicit ThreeWorkerSource(const Settings& settings)
      : NoisySource(settings),
        equal_(settings.choice("start") == "equal") {}

  Result<std::unique_ptr<Problem>> build(std::size_t workers,
                                         std::uint64_t /*seed*/) const override {
    if (workers != kSize)
      return Error{said("cluster.workers: read %1; model \"%2\" allows: %3", workers,
                        "three-worker-divergence", 3)};
    const Vector start = equal_ ? Vector{1.0F, 1.0F, 1.0F} : Vector{1.0F, 0.9F, 1.1F};
    return std::unique_ptr<Problem>(std::make_unique<ThreeWorkerDivergence>(start));
  }

 private:
  bool equal_;
};

}  // namespace

ProblemEntry threeWorkerDivergence() {
  auto entry = NoisySource::entry();
  entry.key = "three-worker-divergence";
  entry.name = "Three-worker divergence";
  entry.summary =
      "A convex problem of three weights and three workers on which the largest entries alone, "
      "without error feedback, lead away from the minimum at every learning rate.";
  entry.source =
      "Beznosikov, Horváth, Richtárik and Safaryan, On Biased Compression for Distributed "
      "Learning, JMLR 2023, Example 1";
  entry.parameters = NoisySource::withNoise(
      {{.key = "start",
        .label = "Start",
        .unit = "",
        .help = "Where the weights begin: at (1, 1, 1), where workers' entries tie, or at "
                "(1, 0.9, 1.1).",
        .kind = Choice{"equal", {"equal", "apart"}, {"(1, 1, 1)", "(1, 0.9, 1.1)"}}}});
  entry.make = [](const Settings& settings) {
    return std::make_unique<ThreeWorkerSource>(settings);
  };
  entry.workers = kSize;
  return entry;
}

}  // namespace telegrad
