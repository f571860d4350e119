// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/parameter.h"
#include "core/metrics/targets.h"

namespace telegrad {

/// The `cluster` slot's parameters: workers and batch (minibatch size of each), both Integer, and
/// batch_statistics, Choice.
std::vector<Parameter> clusterParameters();

/// The `run` slot's parameters: epochs, max_iterations (0: no bound other than epochs),
/// evaluate_every (iterations), all Integer, target_accuracy, Real in [0, 1], and target_metric,
/// Choice.
std::vector<Parameter> runParameters();

/// What target_accuracy and target_metric say.
Target targetOf(const Settings& run);

}  // namespace telegrad
