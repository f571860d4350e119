// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/parameter.h"

namespace telegrad {

/// The `cluster` slot's parameters: workers and batch (minibatch size of each), both Integer.
std::vector<Parameter> clusterParameters();

/// The `run` slot's parameters: epochs, max_iterations (0: no bound other than epochs),
/// evaluate_every (iterations), all Integer, and target_accuracy, Real in [0, 1].
std::vector<Parameter> runParameters();

}  // namespace telegrad
