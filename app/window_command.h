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
  bool kiosk = false;
  bool timing = false;
};

/// Adds the options to `app`; parsing fills `arguments`, which must live as long.
void addWindowOptions(CLI::App& app, WindowArguments& arguments);

/// Opens the window and returns when it is closed. The result is the exit status: kUnusable for
/// arguments that cannot be opened.
int windowCommand(const WindowArguments& arguments);

}  // namespace telegrad
