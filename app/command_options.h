// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace telegrad {

/// The options that a program or a command is to be described with, positionals first; without
/// hidden ones, and without --help of a command: what it does is said once, by the program.
std::vector<const CLI::Option*> shownOptions(const CLI::App& app);

std::vector<const CLI::App*> commandsOf(const CLI::App& app);

/// What stands for an option's value: "FOLDER", "N".
std::string typeOf(const CLI::Option& option);

}  // namespace telegrad
