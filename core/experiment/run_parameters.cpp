// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_parameters.h"

namespace telegrad {

std::vector<Parameter> clusterParameters() {
  return {{.key = "workers",
           .label = "Workers",
           .unit = "",
           .help = "Number of workers, each with its own shard of the training set.",
           .kind = Integer{10, 1, 256, Scale::Log}},
          {.key = "batch",
           .label = "Batch size",
           .unit = "",
           .help = "Examples in each worker's minibatch.",
           .kind = Integer{10, 1, 4096, Scale::Log}}};
}

std::vector<Parameter> runParameters() {
  return {{.key = "epochs",
           .label = "Epochs",
           .unit = "",
           .help = "Passes of every worker over its shard.",
           .kind = Integer{20, 1, 100000, Scale::Log}},
          {.key = "max_iterations",
           .label = "Iteration limit",
           .unit = "",
           .help = "Ends the run after that many iterations, even within an epoch; 0: no limit.",
           .kind = Integer{0, 0, 1000000000}},
          {.key = "evaluate_every",
           .label = "Evaluate every",
           .unit = "",
           .help = "Iterations between two evaluations on the test set.",
           .kind = Integer{100, 1, 1000000, Scale::Log}},
          {.key = "target_accuracy",
           .label = "Target accuracy",
           .unit = "",
           .help = "The costs of first exceeding this test accuracy are noted.",
           .kind = Real{.initial = 0.98, .max = 1.0, .share = true}}};
}

}  // namespace telegrad
