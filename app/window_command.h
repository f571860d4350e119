// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace telegrad {

/// What `telegrad` without a subcommand is given.
struct WindowArguments {
  std::vector<std::string> paths;  ///< experiment files, shipped experiments, run folders
  std::string data;                ///< a folder searched before all others
  bool run = false;
};

void addWindowOptions(CLI::App& app, WindowArguments& arguments);

/// Opens the window and returns when it is closed: 0, or 2 for arguments that cannot be opened.
int windowCommand(const WindowArguments& arguments);

}  // namespace telegrad
