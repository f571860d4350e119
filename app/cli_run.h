// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "core/experiment/training_run.h"

namespace telegrad {

inline constexpr int kMostThreads = 1024;  ///< that --threads may ask for

/// How a run is carried out, whatever it is; empty texts were not given.
struct CarryOutArguments {
  std::string data;
  int threads = 0;
  std::string checkpointEvery;   ///< "30 s"
  std::string checkpointBudget;  ///< "512 MB"
};

/// Gives a command the options --data, --threads, --checkpoint-every and --checkpoint-budget.
void addCarryOutOptions(CLI::App& command, CarryOutArguments& arguments);

/// What they say. Errors: a text that is no time, or no size.
Result<void> apply(const CarryOutArguments& arguments, RunOptions& options);

/// Follows a run to its end; progress to standard error, results to standard output. The result is
/// the exit status.
int carryOut(const Experiment& experiment, RunOptions options);

/// The arguments of `telegrad-cli run`; empty texts were not given.
struct RunArguments {
  std::string file;
  std::vector<std::string> assignments;
  std::string out;
  std::string controls;
  std::string weights;
  std::string saveWeights;
  bool overwrite = false;
  CarryOutArguments how;
};

/// Adds the command to `app`; parsing fills `arguments`, which must live as long.
CLI::App* addRunCommand(CLI::App& app, RunArguments& arguments);

/// The experiment that they say. Errors: no such file or shipped experiment, one that cannot be
/// read, an assignment that is not allowed.
Result<Experiment> experimentOf(const RunArguments& arguments);

/// Carries out an experiment, as carryOut() says.
int runCommand(const RunArguments& arguments);

}  // namespace telegrad
