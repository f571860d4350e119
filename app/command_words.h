// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace telegrad {

/// A program's manual page (roff with the macros of man(7), section 1), from what parses its
/// command line: name, options, commands with theirs, and what stands under each. Hidden options
/// are left out.
std::string manualPage(const CLI::App& app);

/// What makes bash complete a program's commands and options, from the same. Commands that begin
/// with an experiment or a sweep have the shipped ones' names; elsewhere bash completes files.
std::string bashCompletion(const CLI::App& app);

/// Adds --manual and --bash-completion, hidden: each prints that, and the program ends. For those
/// who package it.
void addDocumentationFlags(CLI::App& app);

}  // namespace telegrad
