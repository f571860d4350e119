// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/base/catalogue.h"
#include "core/base/result.h"

namespace telegrad {

/// How curved a function is: 0 <= mu <= curvature <= L everywhere.
struct ProblemCurvature {
  double smoothness = 0.0;       ///< L of f
  double strongConvexity = 0.0;  ///< mu of f
  double worstSmoothness = 0.0;  ///< the largest L of an f_m
};

/// A convex function that n workers have a part of each, and whose minimum is known:
///
///   f(x) = 1/n sum_m f_m(x),   x in R^d
///
/// Everything is computed in double from the weights as they are.
/// Shapes: x and gradients [d]. Threads: any number at once.
class Problem {
 public:
  virtual ~Problem() = default;

  virtual std::size_t size() const = 0;     ///< d
  virtual std::size_t workers() const = 0;  ///< n
  virtual void start(std::span<float> x) const = 0;
  /// f_m(x), and its gradient.
  virtual double differentiate(std::size_t worker, std::span<const float> x,
                               std::span<double> gradient) const = 0;
  /// f(x) - f*, over all workers; about 0 at the minimum, where rounding may make it less.
  virtual double suboptimality(std::span<const float> x) const = 0;
  virtual ProblemCurvature curvature() const = 0;
  /// Whether all f_m are f.
  virtual bool isHomogeneous() const { return workers() == 1; }
};

/// A way to make a problem for that many workers.
class ProblemSource {
 public:
  virtual ~ProblemSource() = default;
  /// The same from the same settings, workers and seed everywhere.
  /// Errors: a number of workers that it cannot be divided among.
  virtual Result<std::unique_ptr<Problem>> build(std::size_t workers, std::uint64_t seed) const = 0;
  /// Standard deviation of the noise that a worker's gradient has on each coordinate.
  virtual double noise() const { return 0.0; }
};

struct ProblemEntry : Entry<ProblemSource> {
  std::optional<std::size_t> workers;  ///< the only number of them that it is defined for
};

/// All problems, in menu order. They stand among the models: each is a model that brings its own
/// data, and `decides` what else it makes meaningless.
std::span<const ProblemEntry> problems();

}  // namespace telegrad
