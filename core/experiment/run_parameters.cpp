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
           .kind = Integer{10, 1, 4096, Scale::Log}},
          {.key = "batch_statistics",
           .label = "Batch statistics",
           .unit = "",
           .help = "Of models that normalise batches: whether all workers share the running "
                   "statistics that the model is evaluated with, or each has its own, of which "
                   "evaluation takes the mean over the workers.",
           .kind = Choice{"shared", {"shared", "per-worker"}, {"shared", "per worker"}}}};
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
           .kind = Real{.initial = 0.98, .max = 1.0, .share = true}},
          {.key = "target_metric",
           .label = "Target is for",
           .unit = "",
           .help = "Whether an example counts if its class is rated highest, or among the five "
                   "that are.",
           .kind = Choice{"top-1", {"top-1", "top-5"}}}};
}

Target targetOf(const Settings& run) {
  return {run.real("target_accuracy"),
          run.choice("target_metric") == "top-5" ? AccuracyMetric::Top5 : AccuracyMetric::Top1};
}

}  // namespace telegrad
