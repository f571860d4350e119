// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "core/experiment/experiment.h"
#include "core/metrics/remaining_time.h"

namespace telegrad {

/// What a run will do, given what its data say; testExamples 0: there is no test set.
RunPlan planOf(const Experiment& experiment, std::int64_t iterationsPerEpoch,
               std::size_t testExamples);

/// The multiply-adds of an iteration of a network that takes `multiplyAdds` to evaluate an example:
/// three times as many for each example of each worker's minibatch, and twice that where the
/// algorithm compares gradients at two weight vectors.
double iterationMultiplyAdds(const Experiment& experiment, std::int64_t multiplyAdds);

/// What a run will have to compute.
struct ExpectedWork {
  RunPlan plan;
  double iterationMultiplyAdds = 0.0;

  /// How long that takes at so many multiply-adds a second; evaluations are in it.
  double seconds(double multiplyAddsPerSecond) const;
};

/// That, without reading data: from the dataset's outline and a model that is made for it, so it is
/// to be asked away from the window's thread. Nothing for a convex problem, an experiment that
/// cannot run, or a dataset of which nobody knows how large it is.
std::optional<ExpectedWork> expectedWork(const Experiment& experiment);

/// What decides how long an iteration takes on a machine, as words that are the same for runs that
/// take as long: dataset, model, workers, batch size, algorithm and compressor.
std::string workloadOf(const Experiment& experiment);

}  // namespace telegrad
