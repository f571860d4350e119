// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/cli_run.h"

namespace telegrad {

/// The arguments of `telegrad-cli sweep`.
struct SweepArguments {
  std::string file;
  std::string out;
  int jobs = 0;
  CarryOutArguments how;
};

CLI::App* addSweepCommand(CLI::App& app, SweepArguments& arguments);

/// Carries out the cells of a sweep that are not over yet; progress to standard error, what came of
/// it to standard output. The result is the exit status.
int sweepCommand(const SweepArguments& arguments);

}  // namespace telegrad
