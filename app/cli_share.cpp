// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_share.h"

#include <filesystem>
#include <iostream>
#include <optional>
#include <system_error>

#include "app/exit_status.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "core/sharing/carried_runs.h"
#include "core/sharing/command_line.h"
#include "core/sharing/event_file.h"
#include "core/sharing/report.h"

namespace telegrad {
namespace {

/// The run in a folder, its notes on standard error; or why there is none, there too.
std::optional<StoredRun> readWithNotes(const std::string& folder) {
  auto stored = readRunFolder(folder);
  if (!stored) {
    refuse("telegrad-cli", stored.error().message);
    return std::nullopt;
  }
  for (const auto& note : stored->notes) std::cerr << "note: " << note << '\n';
  return *std::move(stored);
}

int cannotWrite(const Error& error) {
  refuse("telegrad-cli", error.message);
  return kFailed;
}

/// The files of one run, and how it is run again.
Result<void> leave(const RepeatableRun& run, const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return Error{"cannot make " + folder.string() + ": " + error.message()};
  const auto experiment = folder / kExperimentFile;
  const auto journal = folder / kJournalFile;
  if (auto done = replaceFile(experiment, run.files.experiment); !done) return done;
  if (auto done = replaceFile(journal, run.files.journal); !done) return done;
  std::cout << "telegrad-cli run " << shellWord(experiment.string());
  if (!run.changes.empty()) std::cout << " --controls " << shellWord(journal.string());
  std::cout << '\n';
  if (run.files.givenWeights)
    std::cerr << "note: this run began with weights of a file, which a figure does not carry\n";
  return {};
}

}  // namespace

CLI::App* addExportCommand(CLI::App& app, ExportArguments& arguments) {
  auto* command = app.add_subcommand("export", "Write a run's curves for another program.");
  command->add_option("WHAT", arguments.kind, "tensorboard: an event file of scalars")
      ->required()
      ->check(CLI::IsMember({"tensorboard"}));
  command->add_option("RUN", arguments.folder, "A run's folder")->required();
  command->add_option("--out", arguments.out, "Folder to put the file in, made if need be")
      ->required()
      ->type_name("DIR");
  command->footer(
      "tensorboard --logdir DIR shows it; a folder for each run below DIR shows them together.");
  return command;
}

CLI::App* addReportCommand(CLI::App& app, ReportArguments& arguments) {
  auto* command = app.add_subcommand("report", "Write a page of HTML about a run.");
  command->add_option("RUN", arguments.folder, "A run's folder")->required();
  command->add_option("-o,--out", arguments.out, "File to write")->required()->type_name("FILE");
  return command;
}

CLI::App* addExtractCommand(CLI::App& app, ExtractArguments& arguments) {
  auto* command = app.add_subcommand(
      "extract", "Take the experiments and journals out of a figure that carries them.");
  command->add_option("FIGURE", arguments.figure, "A figure of Telegrad's: .png, .svg or .pdf")
      ->required();
  command->add_option("--out", arguments.out, "Folder to put them in, made if need be")
      ->required()
      ->type_name("DIR");
  return command;
}

int exportCommand(const ExportArguments& arguments) {
  const auto run = readWithNotes(arguments.folder);
  if (!run) return kUnusable;
  const auto file = exportTensorBoard(*run, arguments.out);
  if (!file) return cannotWrite(file.error());
  std::cout << file->string() << '\n';
  return kDone;
}

int reportCommand(const ReportArguments& arguments) {
  const auto run = readWithNotes(arguments.folder);
  if (!run) return kUnusable;
  if (auto written = writeReport(arguments.folder, arguments.out); !written)
    return cannotWrite(written.error());
  return kDone;
}

int extractCommand(const ExtractArguments& arguments) {
  const auto runs = readFigure(arguments.figure);
  if (!runs) return refuse("telegrad-cli", runs.error().message);
  for (std::size_t i = 0; i < runs->size(); ++i) {
    auto folder = std::filesystem::path(arguments.out);
    if (runs->size() > 1) folder /= std::to_string(i + 1);
    if (auto done = leave((*runs)[i], folder); !done) return cannotWrite(done.error());
  }
  return kDone;
}

}  // namespace telegrad
