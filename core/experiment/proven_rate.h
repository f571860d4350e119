// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/experiment/experiment.h"

namespace telegrad {

/// What theory promises of a run on a convex problem: f(x^k) - f* <= start * factor^k, in the mean.
struct ProvenRate {
  double start = 0.0;  ///< f(x^0) - f*
  double factor = 1.0;
  std::string formula;  ///< of the factor, for a label

  double after(double iterations) const;
};

/// The line to draw beside the run's suboptimality: where the model is a convex problem with exact
/// gradients, the algorithm is compressed gradient descent, the compressor's classes with these
/// settings prove a factor below 1 (core/theory/proven_descent.h), and all workers have the same
/// function or nothing is compressed. Nothing otherwise. Parameters changed while it runs are not
/// in it. Makes the problem, so it is to be asked once for a run.
std::optional<ProvenRate> provenRate(const Experiment& experiment);

}  // namespace telegrad
