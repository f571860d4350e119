// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem/regression.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/base/random.h"
#include "core/problem/positive_definite.h"

namespace telegrad {
namespace {

constexpr int kMostNewtonSteps = 100;
constexpr int kMostHalvings = 40;

double dot(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace

Regression::Regression(const RegressionShape& shape, const Loss& loss, Target target,
                       std::size_t workers, std::uint64_t seed)
    : shape_(shape),
      loss_(loss),
      workers_(workers),
      inputs_(workers * shape.examples * shape.size),
      targets_(workers * shape.examples) {
  const double unit = 1.0 / std::sqrt(static_cast<double>(shape_.size));
  Random common(seed, Purpose::SyntheticData);
  std::vector<double> truth(shape_.size);
  for (auto& w : truth) w = unit * common.normal();
  for (std::size_t m = 0; m < workers_; ++m) {
    Random own(seed, Purpose::SyntheticData, static_cast<std::uint32_t>(m), 1);
    auto ownTruth = truth;
    for (auto& w : ownTruth) w += shape_.heterogeneity * unit * own.normal();
    for (std::size_t i = 0; i < shape_.examples; ++i) {
      const auto u =
          std::span(inputs_).subspan((m * shape_.examples + i) * shape_.size, shape_.size);
      for (auto& entry : u) entry = own.normal();
      targets_[m * shape_.examples + i] = target(dot(u, ownTruth), own.normal());
    }
  }
  solve();
  measure();
}

void Regression::start(std::span<float> x) const {
  std::ranges::fill(x, 0.0F);
}

double Regression::worker(std::size_t worker, std::span<const double> x,
                          std::span<double> gradient) const {
  const double share = 1.0 / static_cast<double>(shape_.examples);
  double sum = 0.5 * shape_.regularisation * dot(x, x);
  for (std::size_t j = 0; j < x.size(); ++j) gradient[j] = shape_.regularisation * x[j];
  for (std::size_t i = 0; i < shape_.examples; ++i) {
    const auto u = input(worker, i);
    const double y = targets_[worker * shape_.examples + i];
    const double z = dot(u, x);
    sum += share * loss_.value(z, y);
    const double slope = share * loss_.slope(z, y);
    for (std::size_t j = 0; j < x.size(); ++j) gradient[j] += slope * u[j];
  }
  return sum;
}

double Regression::whole(std::span<const double> x, std::span<double> gradient) const {
  const double share = 1.0 / static_cast<double>(workers_);
  std::vector<double> part(x.size());
  std::ranges::fill(gradient, 0.0);
  double sum = 0.0;
  for (std::size_t m = 0; m < workers_; ++m) {
    sum += share * worker(m, x, part);
    for (std::size_t j = 0; j < x.size(); ++j) gradient[j] += share * part[j];
  }
  return sum;
}

std::vector<double> Regression::hessian(std::size_t worker, std::span<const double> x,
                                        bool greatest) const {
  const std::size_t d = shape_.size;
  std::vector<double> matrix(d * d);
  for (std::size_t i = 0; i < shape_.examples; ++i) {
    const auto u = input(worker, i);
    const double y = targets_[worker * shape_.examples + i];
    const double weight = (greatest ? loss_.mostCurved : loss_.curvature(dot(u, x), y)) /
                          static_cast<double>(shape_.examples);
    for (std::size_t row = 0; row < d; ++row)
      for (std::size_t column = 0; column < d; ++column)
        matrix[row * d + column] += weight * u[row] * u[column];
  }
  for (std::size_t j = 0; j < d; ++j) matrix[j * d + j] += shape_.regularisation;
  return matrix;
}

std::vector<double> Regression::meanHessian(std::span<const double> x, bool greatest) const {
  std::vector<double> mean(shape_.size * shape_.size);
  for (std::size_t m = 0; m < workers_; ++m) {
    const auto own = hessian(m, x, greatest);
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += own[i] / static_cast<double>(workers_);
  }
  return mean;
}

void Regression::solve() {
  const std::size_t d = shape_.size;
  std::vector<double> x(d);
  std::vector<double> gradient(d);
  std::vector<double> tried(d);
  std::vector<double> ignored(d);
  least_ = whole(x, gradient);
  for (int k = 0; k < kMostNewtonSteps; ++k) {
    auto step = gradient;
    PositiveDefinite(meanHessian(x, false), d).solve(step);
    double length = 1.0;
    double value = least_;
    for (int halving = 0; halving < kMostHalvings; ++halving, length /= 2.0) {
      for (std::size_t j = 0; j < d; ++j) tried[j] = x[j] - length * step[j];
      value = whole(tried, ignored);
      if (value < least_) break;
    }
    if (!(value < least_)) return;
    x = tried;
    least_ = whole(x, gradient);
  }
}

void Regression::measure() {
  const std::vector<double> zero(shape_.size);
  auto mean = meanHessian(zero, true);
  curvature_.smoothness = largestEigenvalue(mean, shape_.size);
  for (std::size_t m = 0; m < workers_; ++m)
    curvature_.worstSmoothness = std::max(curvature_.worstSmoothness,
                                          largestEigenvalue(hessian(m, zero, true), shape_.size));
  // Where the loss may be flat, only the regularisation is curved everywhere.
  const bool alwaysCurved = loss_.curvature(1e3, 1.0) == loss_.mostCurved;
  curvature_.strongConvexity =
      alwaysCurved ? PositiveDefinite(std::move(mean), shape_.size).smallestEigenvalue()
                   : shape_.regularisation;
}

double Regression::differentiate(std::size_t worker, std::span<const float> x,
                                 std::span<double> gradient) const {
  return this->worker(worker, std::vector<double>(x.begin(), x.end()), gradient);
}

double Regression::suboptimality(std::span<const float> x) const {
  std::vector<double> gradient(x.size());
  return whole(std::vector<double>(x.begin(), x.end()), gradient) - least_;
}

RegressionSource::RegressionSource(const Settings& settings, const Loss& loss,
                                   Regression::Target target)
    : NoisySource(settings),
      shape_{.size = static_cast<std::size_t>(settings.integer("dimension")),
             .examples = static_cast<std::size_t>(settings.integer("examples")),
             .heterogeneity = settings.real("heterogeneity"),
             .regularisation = settings.real("regularisation")},
      loss_(loss),
      target_(target) {}

Result<std::unique_ptr<Problem>> RegressionSource::build(std::size_t workers,
                                                         std::uint64_t seed) const {
  return std::unique_ptr<Problem>(
      std::make_unique<Regression>(shape_, loss_, target_, workers, seed));
}

std::vector<Parameter> RegressionSource::parameters() {
  return withNoise(
      {{.key = "dimension",
        .label = "Dimension d",
        .unit = "",
        .help = "Number of weights, and of entries of an example.",
        .kind = Integer{20, 1, 100, Scale::Log}},
       {.key = "examples",
        .label = "Examples a worker",
        .unit = "",
        .help = "Drawn examples that each worker has; its gradient is over all of them.",
        .kind = Integer{50, 1, 200, Scale::Log}},
       {.key = "regularisation",
        .label = "Regularisation λ",
        .unit = "",
        .help = "Adds λ/2 times the squared length of the weights.",
        .kind = Real{0.01, 1e-6, 10.0, Scale::Log}},
       {.key = "heterogeneity",
        .label = "Heterogeneity",
        .unit = "",
        .help = "How far the weights behind a worker's own examples are from the common ones, "
                "over the length of these.",
        .kind = Real{.initial = 0.5, .min = 0.0, .max = 10.0}}});
}

}  // namespace telegrad
