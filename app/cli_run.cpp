// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_run.h"

#include <chrono>
#include <iostream>
#include <thread>
#include <utility>

#include "app/exit_status.h"
#include "app/interrupt.h"
#include "app/run_progress.h"
#include "app/run_table.h"
#include "app/shipped_experiments.h"
#include "core/base/units.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/journal.h"
#include "core/experiment/training_run.h"

namespace telegrad {
namespace {

constexpr std::chrono::milliseconds kPollInterval{20};

Result<RunOptions> optionsFrom(const RunArguments& arguments, const Experiment& experiment) {
  RunOptions options;
  if (auto how = apply(arguments.how, options); !how) return how.error();
  if (!arguments.out.empty()) options.folder = arguments.out;
  options.overwrite = arguments.overwrite;
  if (!arguments.weights.empty()) options.initialWeights = arguments.weights;
  if (!arguments.saveWeights.empty()) options.finalWeights = arguments.saveWeights;
  if (!arguments.controls.empty()) {
    auto controls = readJournal(arguments.controls, experiment);
    if (!controls) return Error{"--controls " + controls.error().message};
    options.controls = *std::move(controls);
  }
  return options;
}

/// Follows the run to its end.
void follow(TrainingRun& run, RunProgress& progress) {
  bool stopping = false;
  for (;;) {
    const bool last = run.finished();  // read first: what it published before is then in the queue
    if (!stopping && interruptSignal() != 0) {
      stopping = true;
      progress.note("stopping after the iteration in hand; once more to stop at once");
      run.stop();
    }
    if (const auto info = run.info()) progress.prepared(*info);
    bool any = false;
    while (const auto sample = run.poll()) {
      progress.show(*sample);
      any = true;
    }
    if (last) return progress.end();
    if (!any) std::this_thread::sleep_for(kPollInterval);
  }
}

int statusOf(const TrainingRun& run) {
  const auto state = run.state();
  if (state == RunState::Finished) return kDone;
  if (state == RunState::Stopped) return interruptSignal() != 0 ? 128 + interruptSignal() : kFailed;
  // Without info the run never began: its data, its folder or its settings cannot be used.
  return state == RunState::Failed && !run.info() ? kUnusable : kFailed;
}

}  // namespace

Result<Experiment> experimentOf(const RunArguments& arguments) {
  const auto file = findExperiment(arguments.file);
  if (!file) return file.error();
  auto experiment = readExperiment(*file);
  if (!experiment) return experiment;
  for (const auto& assignment : arguments.assignments) {
    auto changed = experiment->withText(assignment);
    if (!changed) return Error{"--set " + assignment + ": " + changed.error().message};
    experiment = std::move(changed);
  }
  return experiment;
}

CLI::App* addRunCommand(CLI::App& app, RunArguments& arguments) {
  auto* run = app.add_subcommand("run", "Carry out an experiment.");
  run->add_option("EXPERIMENT", arguments.file,
                  "Experiment file, or the name of a shipped experiment (quick-start)")
      ->required();
  run->add_option("--set", arguments.assignments,
                  "slot.key=value: another value than the file's. Repeatable, taken in order; "
                  "algorithm.key=... also sets that algorithm's usual compressor")
      ->allow_extra_args(false)
      ->type_name("ASSIGNMENT");
  run->add_option("--out", arguments.out,
                  "Folder to leave the run in. Without it nothing is written to files")
      ->type_name("FOLDER");
  run->add_flag("--overwrite", arguments.overwrite, "Replace the run that is in --out");
  addCarryOutOptions(*run, arguments.how);
  run->add_option("--controls", arguments.controls,
                  "A run's journal.jsonl: its changes are made again, at the same iterations")
      ->type_name("FILE");
  run->add_option("--weights", arguments.weights,
                  "Begin with these weights (safetensors, named as PyTorch's models name them) "
                  "instead of drawing them from the seed")
      ->type_name("FILE");
  run->add_option("--save-weights", arguments.saveWeights,
                  "Write the final weights and running statistics there, likewise")
      ->type_name("FILE");
  run->footer(
      "Progress goes to standard error, the final figures to standard output.\n"
      "Exit status: 0 done; 1 the run failed or diverged; 2 unusable arguments or files.\n"
      "SIGINT and SIGTERM finish the iteration in hand, save, and exit with 128 + the signal's\n"
      "number (130, 143); a second one stops at once.");
  return run;
}

void addCarryOutOptions(CLI::App& command, CarryOutArguments& arguments) {
  command.add_option("--data", arguments.data, "Folder to look for datasets first")
      ->type_name("FOLDER");
  command
      .add_option("--threads", arguments.threads,
                  "Threads to compute with; 0: as many as the machine has. The results are the "
                  "same with any number")
      ->check(CLI::Range(0, kMostThreads))
      ->type_name("N");
  command
      .add_option("--checkpoint-every", arguments.checkpointEvery,
                  "Time from one checkpoint to the next; 30 s unless given")
      ->type_name("TIME");
  command
      .add_option("--checkpoint-budget", arguments.checkpointBudget,
                  "What the folder's checkpoints may take up, 0 for none; 512 MB unless given")
      ->type_name("SIZE");
}

Result<void> apply(const CarryOutArguments& arguments, RunOptions& options) {
  constexpr double kMostSeconds = 1e9;
  constexpr double kMostBytes = 1e18;
  if (!arguments.data.empty()) options.data = arguments.data;
  options.threads = arguments.threads;
  if (const auto& text = arguments.checkpointEvery; !text.empty()) {
    const auto time = parseQuantity(text, "s");
    if (!time || !(*time >= 0.0 && *time <= kMostSeconds))
      return Error{"--checkpoint-every: read \"" + text + "\"; allowed: a time from 0 s on"};
    options.checkpoints.every =
        std::chrono::milliseconds(static_cast<std::int64_t>(*time * 1000.0));
  }
  if (const auto& text = arguments.checkpointBudget; !text.empty()) {
    const auto size = parseQuantity(text, "B");
    if (!size || !(*size >= 0.0 && *size <= kMostBytes))
      return Error{"--checkpoint-budget: read \"" + text + "\"; allowed: a size from 0 B on"};
    options.checkpoints.budget = static_cast<std::uint64_t>(*size);
  }
  return {};
}

int carryOut(const Experiment& experiment, RunOptions options) {
  const auto folder = options.folder;
  noteInterrupts();
  TrainingRun run(experiment, std::move(options));
  RunProgress progress(experiment, std::cerr);
  follow(run, progress);
  const auto& summary = run.summary();
  if (run.info()) printRunTable(std::cout, experiment, summary);
  if (!summary.message.empty() && run.state() != RunState::Finished)
    std::cerr << "telegrad-cli: " << summary.state << ": " << summary.message << '\n';
  if (summary.cutShort && folder)
    std::cerr << "Nothing before that is lost. When there is room, it goes on with: telegrad-cli "
                 "resume "
              << *folder << '\n';
  return statusOf(run);
}

int runCommand(const RunArguments& arguments) {
  const auto experiment = experimentOf(arguments);
  if (!experiment) return refuse("telegrad-cli", experiment.error().message);
  if (const auto conflict = conflictIn(*experiment))
    return refuse("telegrad-cli", conflict->message);
  auto options = optionsFrom(arguments, *experiment);
  if (!options) return refuse("telegrad-cli", options.error().message);
  return carryOut(*experiment, *std::move(options));
}

}  // namespace telegrad
