// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/experiment/compressor_lab.h"

namespace telegrad {

/// Points of one curve: an operator with several values of one of its parameters, or as it is.
struct LabSweep {
  std::string name;       ///< of the operator
  std::string parameter;  ///< its label; empty: a single point
  LabOperator op;         ///< what has the other settings of all points, and its own value
  std::vector<LabOperator> points;
  std::vector<std::string> labels;  ///< of each point, "1 %"; empty for a single one
};

/// Along the parameter that sweptParameter() names, or of the operator alone.
LabSweep sweepOf(const LabOperator& op, std::size_t count);

/// The vector of Figures 1 and 3: d = 10^4 entries N(0, 1).
LabVector paperVector();

/// Figure 1: what is lost against the bits for each coordinate, of Top-k and Rand-k over k.
std::vector<LabSweep> paperFigure1(std::size_t count);
/// Figure 3: log10 delta against the bits for each coordinate. Curves of Top-k, Rand-k, and Top-k
/// with natural compression and with natural dithering (4 levels, p = infinity) over k; of natural
/// dithering with p = 2 and infinity and of standard dithering with p = 2, under one norm, over
/// their levels. Points of natural compression, biased natural rounding, ternary under the
/// Euclidean norm and the largest magnitude, and scaled sign. Names say what is not as usual.
std::vector<LabSweep> paperFigure3(std::size_t count);

/// s / ||g||^2 along compressed gradient descent, s the part of ||g||^2 that its operator keeps.
struct SavingOverSteps {
  std::string name;           ///< "Top-5"
  double kappa = 0.0;         ///< of the quadratic; 0: the logistic regression
  std::vector<double> share;  ///< at x^0, x^1, ...
};

/// Figure 2: the share of ||grad f(x^k)||^2 that C keeps, C = Top-5, and Rand-5 in the mean over
/// `draws` draws, along its own path x^{k+1} = x^k - C(grad f(x^k)) / L, of Rand-5 by the first of
/// the draws. f(x) = (1/2) sum lambda_i x_i^2 with d = 100, lambda_i = 1 + (kappa - 1)(i - 1)/
/// (d - 1), L = kappa, x^0 = (1, ..., 1), for kappa = 100 and 1,000; then l2-regularised logistic
/// regression on 200 drawn examples, d = 100. `iterations` + 1 values each. The paper's own data
/// are not known. Errors: as measure().
Result<std::vector<SavingOverSteps>> paperFigure2(std::size_t iterations, std::size_t draws);

/// Figure 2's operators, and the vector that they meet first: grad f(x^0) with kappa = 100.
std::vector<LabSweep> paperFigure2Operators();
LabVector paperFigure2Vector();

}  // namespace telegrad
