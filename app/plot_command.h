// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace telegrad {

/// What `telegrad plot` is given.
struct PlotArguments {
  std::vector<std::string> folders;
  std::string x = "iteration";
  std::string y = "test-accuracy";
  std::string out;
  std::string size;  ///< "160x120", millimetres
  std::string title;
  double target = -1.0;  ///< in [0, 1]; negative: that of the first run's experiment
  double smoothing = 0.6;
  bool logX = false;
  bool dark = false;
};

/// Adds the subcommand to `app`; parsing fills `arguments`, which must live as long.
CLI::App* addPlotCommand(CLI::App& app, PlotArguments& arguments);

/// Draws the runs' curves to a file. Needs a QApplication, no screen.
/// The result is the exit status: kUnusable for folders that cannot be read or a file that cannot
/// be written.
int plotCommand(const PlotArguments& arguments);

}  // namespace telegrad
