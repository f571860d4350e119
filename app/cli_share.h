// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace telegrad {

/// The arguments of `telegrad-cli export`.
struct ExportArguments {
  std::string kind;
  std::string folder;
  std::string out;
};

/// The arguments of `telegrad-cli report`.
struct ReportArguments {
  std::string folder;
  std::string out;
};

/// The arguments of `telegrad-cli extract`.
struct ExtractArguments {
  std::string figure;
  std::string out;
};

// Add the commands to `app`; parsing fills `arguments`, which must live as long.
CLI::App* addExportCommand(CLI::App& app, ExportArguments& arguments);
CLI::App* addReportCommand(CLI::App& app, ReportArguments& arguments);
CLI::App* addExtractCommand(CLI::App& app, ExtractArguments& arguments);

// What a run folder holds as TensorBoard's event file, or as a page of HTML; notes on what is not
// sound there go to standard error. The result is the exit status: kUnusable for a folder that
// cannot be read, kFailed for what cannot be written.
int exportCommand(const ExportArguments& arguments);
int reportCommand(const ReportArguments& arguments);

/// Leaves experiment.toml and journal.jsonl of the run that a figure carries in a folder; of
/// several runs each in a folder of its own there, "1" and so on. Says on standard output how each
/// is run again. The result is the exit status: kUnusable for a figure that carries none.
int extractCommand(const ExtractArguments& arguments);

}  // namespace telegrad
