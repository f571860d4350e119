// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/checkpoint_parameters.h"

#include <chrono>

namespace telegrad {
namespace {

std::uint64_t budgetOf(const Settings& settings, const char* key) {
  return static_cast<std::uint64_t>(settings.real(key));
}

}  // namespace

std::vector<Parameter> checkpointParameters() {
  return {{.key = "run_budget",
           .label = "For each run",
           .unit = "B",
           .help = "What the checkpoints of one run may take up on the disk. The more there are, "
                   "the sooner a fork shows its first point. 0: none are made; then a fork or a "
                   "run that was interrupted computes everything again.",
           .kind = Real{.initial = 2e9, .max = 1e13}},
          {.key = "all_budget",
           .label = "For all runs",
           .unit = "B",
           .help = "What the checkpoints of all runs may take up together. Those of runs that "
                   "ended long ago are thinned out first; the last one of a run stays.",
           .kind = Real{.initial = 10e9, .max = 1e15}},
          {.key = "closest",
           .label = "At most every",
           .unit = "s",
           .help = "The shortest time between two checkpoints of a run. They also are made before "
                   "every change, at pauses and at the end, and every 30 s at the least.",
           .kind = Real{.initial = 0.4, .min = 0.1, .max = 30.0}}};
}

CheckpointOptions checkpointOptions(const Settings& settings) {
  CheckpointOptions options;
  options.budget = budgetOf(settings, "run_budget");
  options.closest =
      std::chrono::milliseconds(static_cast<std::int64_t>(1000.0 * settings.real("closest")));
  return options;
}

std::uint64_t checkpointBudgetOfAll(const Settings& settings) {
  return budgetOf(settings, "all_budget");
}

}  // namespace telegrad
