// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

/// A page of the manual's reference in resources/manual/reference.
struct ReferencePage {
  std::string file;      ///< "algorithms.md"
  std::string markdown;  ///< with tables, as GitHub reads it
};

/// In the language that the program speaks: a page for each of listable() and for the slots without
/// a choice, from the descriptions that the forms, the command line and the files read. Errors: a
/// shipped file that cannot be read.
Result<std::vector<ReferencePage>> referencePages();

/// A program's command line as a page, from what parses it: what manualPage() has, for the manual.
std::string commandLinePage(const CLI::App& app);

/// Adds an option FLAG FOLDER, hidden: writes those pages there, and the program ends. For
/// packaging/manual.sh.
void addReferenceOption(CLI::App& app, const std::string& flag,
                        std::function<Result<std::vector<ReferencePage>>()> pages);

}  // namespace telegrad
