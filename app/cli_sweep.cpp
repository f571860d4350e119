// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_sweep.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <thread>
#include <utility>

#include "app/exit_status.h"
#include "app/interrupt.h"
#include "app/shipped_experiments.h"
#include "app/sweep_report.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/sweep_file.h"
#include "core/experiment/sweep_run.h"

namespace telegrad {
namespace {

constexpr std::chrono::milliseconds kNewsInterval{20};
constexpr int kMostJobs = 256;

/// A sweep, what it makes, and what there is of it.
struct Prepared {
  Sweep sweep;
  SweepPlan plan;
  std::vector<CellResult> results;
  SweepOptions options;
};

int coresOfThisMachine() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Result<SweepOptions> sweepOptions(const SweepArguments& arguments) {
  RunOptions run;
  if (auto how = apply(arguments.how, run); !how) return how.error();
  SweepOptions options;
  options.folder = arguments.out;
  options.data = run.data;
  options.checkpoints = run.checkpoints;
  options.jobs = arguments.jobs > 0 ? arguments.jobs : coresOfThisMachine();
  // Of one thread each, unless cores would be left over.
  options.threads =
      run.threads > 0 ? run.threads : std::max(1, coresOfThisMachine() / options.jobs);
  return options;
}

Result<Prepared> prepare(const SweepArguments& arguments) {
  const auto file = findSweep(arguments.file);
  if (!file) return file.error();
  const auto sweep = readSweep(*file, experimentsFrom(*file));
  if (!sweep) return sweep.error();
  auto plan = planOf(*sweep);
  if (!plan) return plan.error();
  auto options = sweepOptions(arguments);
  if (!options) return options.error();
  if (auto ready = prepareSweepFolder(options->folder, *sweep); !ready) return ready.error();
  auto results = readCells(options->folder, *plan);
  if (!results) return results.error();
  return Prepared{*sweep, *std::move(plan), *std::move(results), *std::move(options)};
}

/// Follows the sweep to its end, and takes down what becomes of each cell. False if one could not
/// begin: its data or its folder cannot be used.
bool followSweep(SweepRun& run, SweepProgress& progress, std::vector<CellResult>& results) {
  bool stopping = false;
  bool allBegan = true;
  for (;;) {
    const bool last = run.finished();  // read first: all its news are then there
    if (!stopping && interruptSignal() != 0) {
      stopping = true;
      progress.note("stopping after the iterations in hand; once more to stop at once");
      run.stop();
    }
    for (const auto& news : run.poll()) {
      progress.show(news);
      results[news.cell] = news.result;
      if (news.result.state == CellState::Failed && !news.running && news.iterations == 0)
        allBegan = false;
    }
    if (last) break;
    progress.draw();
    std::this_thread::sleep_for(kNewsInterval);
  }
  progress.end();
  return allBegan;
}

}  // namespace

CLI::App* addSweepCommand(CLI::App& app, SweepArguments& arguments) {
  auto* sweep = app.add_subcommand("sweep", "Carry out a grid or a list of runs.");
  sweep->add_option("SWEEP", arguments.file, "Sweep file, or the name of a shipped sweep")
      ->required();
  sweep
      ->add_option("--out", arguments.out,
                   "Folder of the sweep: a run folder for each cell, and results.csv. One that "
                   "holds this sweep goes on")
      ->required()
      ->type_name("FOLDER");
  sweep
      ->add_option("--jobs", arguments.jobs,
                   "Cells at a time; 0: as many as the machine has cores. The results are the same "
                   "with any number")
      ->check(CLI::Range(0, kMostJobs))
      ->type_name("N");
  addCarryOutOptions(*sweep, arguments.how);
  sweep->footer(
      "Called again, it skips the cells that are done and goes on with those that are not, from\n"
      "their checkpoints. Exit status: 0 every cell came to its end, be it that it diverged; 1 a\n"
      "cell failed; 2 unusable arguments, files or data. SIGINT and SIGTERM: as run.");
  return sweep;
}

int sweepCommand(const SweepArguments& arguments) {
  auto prepared = prepare(arguments);
  if (!prepared) return refuse("telegrad-cli", prepared.error().message);
  auto& [sweep, plan, results, options] = *prepared;
  noteInterrupts();
  const auto over = static_cast<std::size_t>(std::ranges::count_if(results, &CellResult::isOver));
  SweepProgress progress(plan, over, std::cerr);
  progress.note(std::to_string(plan.cells.size()) + " cells, " + std::to_string(over) +
                " of them done before");
  SweepRun run(plan, results, options);
  const bool allBegan = followSweep(run, progress, results);
  printSweep(std::cout, sweep, plan, results);
  std::cout << "results in " << (options.folder / kResultsFile).string() << '\n';
  if (const auto failure = run.failure(); !failure.empty()) {
    std::cerr << "telegrad-cli: " << failure << '\n';
    return allBegan ? kFailed : kUnusable;
  }
  if (std::ranges::all_of(results, &CellResult::isOver)) return kDone;
  return interruptSignal() != 0 ? 128 + interruptSignal() : kFailed;
}

}  // namespace telegrad
