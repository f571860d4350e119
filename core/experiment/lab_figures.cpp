// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/lab_figures.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <functional>
#include <memory>
#include <span>
#include <utility>

#include "core/compress/compressor.h"
#include "core/problem/problem.h"

namespace telegrad {
namespace {

constexpr std::size_t kDescentSize = 100;
constexpr double kShare = 0.05;  // 5 of them
constexpr std::array kConditionNumbers{100.0, 1000.0};

/// x^k of gradient descent with step 1/L in double, and the gradient there.
class Descent {
 public:
  using Gradient = std::function<void(std::span<const double> x, std::span<double> gradient)>;
  Descent(std::vector<double> start, double smoothness, Gradient gradientOf)
      : smoothness_(smoothness),
        x_(std::move(start)),
        gradient_(x_.size()),
        gradientOf_(std::move(gradientOf)) {
    gradientOf_(x_, gradient_);
  }

  /// With the largest entry 1, so that small ones keep their digits: shares are the same.
  LabVector gradient() const {
    LabVector vector;
    vector.layout = {{"gradient", {static_cast<std::int64_t>(gradient_.size())}, 0}};
    double largest = 0.0;
    for (const double g : gradient_) largest = std::max(largest, std::abs(g));
    for (const double g : gradient_) vector.values.push_back(static_cast<float>(g / largest));
    return vector;
  }
  /// By the entries of the gradient that are kept, as they are: those that are not zero in `sent`.
  void step(std::span<const float> sent) {
    for (std::size_t i = 0; i < x_.size(); ++i)
      if (sent[i] != 0.0F) x_[i] -= gradient_[i] / smoothness_;
    gradientOf_(x_, gradient_);
  }

 private:
  double smoothness_;
  std::vector<double> x_;
  std::vector<double> gradient_;
  Gradient gradientOf_;
};

Descent quadraticDescent(double kappa) {
  std::vector<double> curvatures;
  for (std::size_t i = 0; i < kDescentSize; ++i)
    curvatures.push_back(1.0 + (kappa - 1.0) * static_cast<double>(i) /
                                   static_cast<double>(kDescentSize - 1));
  return {std::vector<double>(kDescentSize, 1.0), kappa,
          [curvatures](std::span<const double> x, std::span<double> gradient) {
            for (std::size_t i = 0; i < x.size(); ++i) gradient[i] = curvatures[i] * x[i];
          }};
}

/// On the catalogue's problem, of one worker.
Descent logisticDescent() {
  const auto entry = find(problems(), "l2-logistic-regression", "problem");
  assert(entry.has_value());
  const auto settings =
      Settings::from((*entry)->parameters,
                     {{"dimension", std::int64_t{kDescentSize}}, {"examples", std::int64_t{200}}});
  assert(settings.has_value());
  auto built = (*entry)->make(*settings)->build(1, 1);
  assert(built.has_value());
  const std::shared_ptr<const Problem> problem = *std::move(built);
  std::vector<float> start(kDescentSize);
  problem->start(start);
  return {{start.begin(), start.end()},
          problem->curvature().smoothness,
          [problem](std::span<const double> x, std::span<double> gradient) {
            const std::vector<float> rounded(x.begin(), x.end());
            problem->differentiate(0, rounded, gradient);
          }};
}

LabOperator given(const char* key, const Values& values = {}) {
  auto made = labOperator(key, values);
  assert(made.has_value());
  return *std::move(made);
}

LabOperator keeping(const char* key, double fraction) {
  return given(key, {{"fraction", Value{fraction}}});
}

/// Along the operator's own descent.
Result<std::vector<double>> sharesOf(const LabOperator& op, Descent descent, std::size_t iterations,
                                     std::size_t draws) {
  std::vector<double> shares;
  LabOptions options;
  options.times = false;
  options.draws = draws;
  for (std::size_t k = 0; k <= iterations; ++k) {
    options.seed = k + 1;  // other positions in every iteration
    const auto outcome = measure(op, descent.gradient(), options);
    if (!outcome) return outcome.error();
    shares.push_back(outcome->measured.m2);
    descent.step(outcome->decoded);
  }
  return shares;
}

/// A curve that is called after all of its operator's settings.
LabSweep curveOf(const LabOperator& op, std::size_t count) {
  auto curve = sweepOf(op, count);
  curve.name = nameOf(op);
  return curve;
}

LabSweep pointOf(const LabOperator& op) {
  LabSweep point;
  point.name = nameOf(op);
  point.op = op;
  point.points = {op};
  return point;
}

}  // namespace

LabSweep sweepOf(const LabOperator& op, std::size_t count) {
  LabSweep made;
  made.name = descriptionOf(op).name;
  made.op = op;
  const auto* parameter = sweptParameter(op);
  if (parameter == nullptr) {
    made.points = {op};
    return made;
  }
  const auto values = sweepValues(*parameter, count);
  made.parameter = parameter->label;
  made.points = sweep(op, *parameter, values);
  for (const auto& point : made.points)
    made.labels.push_back(
        displayValue(*parameter, point.settings.values().find(parameter->key)->second));
  return made;
}

LabVector paperVector() {
  const auto settings = Settings::from(labVectorParameters());
  assert(settings.has_value());
  auto vector = makeLabVector(*settings);
  assert(vector.has_value());
  return *std::move(vector);
}

std::vector<LabSweep> paperFigure1(std::size_t count) {
  // k over d evenly: the axis is linear, and so is Rand-k's line.
  std::vector<LabSweep> curves;
  for (const char* key : {"top-k", "rand-k"}) {
    LabSweep curve;
    for (std::size_t i = 1; i <= count; ++i) {
      const double fraction = static_cast<double>(i) / static_cast<double>(count);
      curve.points.push_back(keeping(key, fraction));
      const auto* parameter = sweptParameter(curve.points.back());
      curve.parameter = parameter->label;
      curve.labels.push_back(displayValue(*parameter, Value{fraction}));
    }
    curve.op = given(key);
    curve.name = descriptionOf(curve.op).name;
    curves.push_back(std::move(curve));
  }
  return curves;
}

std::vector<LabSweep> paperFigure3(std::size_t count) {
  const auto with = [](const char* parameter, const char* choice) {
    return Values{{parameter, Value{std::string(choice)}}};
  };
  auto under = with("norm", "2");
  under["scope"] = std::string("model");
  const Values natural{{"values_base", 2.0}, {"values_levels", std::int64_t{4}}};
  return {curveOf(given("top-k"), count),
          curveOf(given("rand-k"), count),
          curveOf(given("top-k-natural"), count),
          curveOf(given("top-k-dithering", natural), count),
          curveOf(given("natural-dithering", with("norm", "2")), count),
          curveOf(given("natural-dithering", with("norm", "infinity")), count),
          curveOf(given("standard-dithering", under), count),
          pointOf(given("natural-compression")),
          pointOf(given("biased-rounding", {{"base", 2.0}})),
          pointOf(given("ternary", with("norm", "l2"))),
          pointOf(given("ternary", with("norm", "max"))),
          pointOf(given("scaled-sign"))};
}

std::vector<LabSweep> paperFigure2Operators() {
  std::vector<LabSweep> all;
  for (const char* key : {"top-k", "rand-k"}) all.push_back(pointOf(keeping(key, kShare)));
  return all;
}

LabVector paperFigure2Vector() {
  auto vector = quadraticDescent(kConditionNumbers.front()).gradient();
  vector.name = "First gradient of the quadratic with κ = 100, d = 100";
  return vector;
}

Result<std::vector<SavingOverSteps>> paperFigure2(std::size_t iterations, std::size_t draws) {
  std::vector<SavingOverSteps> all;
  const auto add = [&](double kappa, const Descent& descent) -> Result<void> {
    for (const bool top : {true, false}) {
      auto shares =
          sharesOf(keeping(top ? "top-k" : "rand-k", kShare), descent, iterations, top ? 1 : draws);
      if (!shares) return shares.error();
      all.push_back({top ? "Top-5" : "Rand-5", kappa, *std::move(shares)});
    }
    return {};
  };
  for (const double kappa : kConditionNumbers)
    if (auto done = add(kappa, quadraticDescent(kappa)); !done) return done.error();
  if (auto done = add(0.0, logisticDescent()); !done) return done.error();
  return all;
}

}  // namespace telegrad
