// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "app/cli_run.h"

namespace telegrad {

/// The arguments of `telegrad-cli resume`.
struct ResumeArguments {
  std::string folder;
  CarryOutArguments how;
};

/// The arguments of `telegrad-cli fork`.
struct ForkArguments {
  std::string folder;
  std::int64_t at = 0;
  std::vector<std::string> assignments;
  std::string out;
  bool overwrite = false;
  CarryOutArguments how;
};

CLI::App* addResumeCommand(CLI::App& app, ResumeArguments& arguments);
CLI::App* addForkCommand(CLI::App& app, ForkArguments& arguments);

// They go on with a run, or with one that shares its beginning, to its end, as carryOut() says. The
// result is the exit status.
int resumeCommand(const ResumeArguments& arguments);
int forkCommand(const ForkArguments& arguments);

}  // namespace telegrad
