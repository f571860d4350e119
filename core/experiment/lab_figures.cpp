// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/lab_figures.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "core/compress/compressor.h"

namespace telegrad {
namespace {

constexpr std::size_t kQuadraticSize = 100;
constexpr double kShare = 0.05;  // 5 of them
constexpr std::array kConditionNumbers{100.0, 1000.0};

/// x^k of gradient descent, coordinate by coordinate, and the gradient there.
class Descent {
 public:
  explicit Descent(double kappa) : smoothness_(kappa), x_(kQuadraticSize, 1.0) {
    for (std::size_t i = 0; i < kQuadraticSize; ++i)
      curvatures_.push_back(1.0 + (kappa - 1.0) * static_cast<double>(i) /
                                      static_cast<double>(kQuadraticSize - 1));
  }

  /// With the largest entry 1, so that small ones keep their digits: shares are the same.
  LabVector gradient() const {
    LabVector vector;
    vector.layout = {{"gradient", {static_cast<std::int64_t>(kQuadraticSize)}, 0}};
    double largest = 0.0;
    for (std::size_t i = 0; i < kQuadraticSize; ++i)
      largest = std::max(largest, curvatures_[i] * x_[i]);
    for (std::size_t i = 0; i < kQuadraticSize; ++i)
      vector.values.push_back(static_cast<float>(curvatures_[i] * x_[i] / largest));
    return vector;
  }
  void step() {
    for (std::size_t i = 0; i < kQuadraticSize; ++i) x_[i] *= 1.0 - curvatures_[i] / smoothness_;
  }

 private:
  double smoothness_;
  std::vector<double> x_;
  std::vector<double> curvatures_;
};

LabOperator keeping(const char* key, double fraction) {
  auto made = labOperator(key, {{"fraction", Value{fraction}}});
  assert(made.has_value());
  return *std::move(made);
}

Result<EnergySaving> savingOf(const char* key, double kappa, std::size_t iterations,
                              std::size_t draws) {
  const auto op = keeping(key, kShare);
  EnergySaving saving;
  saving.name = std::string(key == std::string("top-k") ? "Top-5" : "Rand-5") +
                ", κ = " + (kappa < 1000.0 ? "100" : "1,000");
  Descent descent(kappa);
  LabOptions options;
  options.times = false;
  for (std::size_t k = 0; k <= iterations; ++k) {
    options.draws = draws;
    options.seed = k + 1;  // other positions in every iteration
    const auto outcome = measure(op, descent.gradient(), options);
    if (!outcome) return outcome.error();
    saving.share.push_back(outcome->measured.m2);
    descent.step();
  }
  return saving;
}

}  // namespace

LabSweep sweepOf(const LabOperator& op, std::size_t count) {
  LabSweep made;
  made.name = descriptionOf(op).name;
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
    curve.name = descriptionOf(curve.points.front()).name;
    curves.push_back(std::move(curve));
  }
  return curves;
}

std::vector<LabSweep> paperFigure3(std::size_t count) {
  std::vector<LabSweep> curves;
  for (const auto& entry : compressors()) {
    const auto op = labOperator(entry.key);
    assert(op.has_value());
    curves.push_back(sweepOf(*op, count));
  }
  return curves;
}

std::vector<LabSweep> paperFigure2Operators() {
  std::vector<LabSweep> all;
  for (const char* key : {"top-k", "rand-k"}) {
    LabSweep alone;
    alone.points = {keeping(key, kShare)};
    alone.name = nameOf(alone.points.front());
    all.push_back(std::move(alone));
  }
  return all;
}

LabVector paperFigure2Vector() {
  auto vector = Descent(kConditionNumbers.front()).gradient();
  vector.name = "First gradient of the quadratic with κ = 100, d = 100";
  return vector;
}

Result<std::vector<EnergySaving>> paperFigure2(std::size_t iterations, std::size_t draws) {
  std::vector<EnergySaving> all;
  for (const double kappa : kConditionNumbers) {
    for (const char* key : {"top-k", "rand-k"}) {
      auto saving = savingOf(key, kappa, iterations, key == std::string("top-k") ? 1 : draws);
      if (!saving) return saving.error();
      all.push_back(*std::move(saving));
    }
  }
  return all;
}

}  // namespace telegrad
