// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep_folder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <system_error>
#include <utility>

#include "core/base/said.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/run_parameters.h"
#include "core/experiment/summary_file.h"
#include "core/metrics/csv.h"
#include "core/metrics/targets.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEvaluationsFile = "evaluations.csv";

bool isThere(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

/// What a run is but for what it is called.
bool isSameRun(const Experiment& one, const Experiment& other) {
  return formatExperiment(one.withName({}).withWindow({})) ==
         formatExperiment(other.withName({}).withWindow({}));
}

Result<Experiment> noReference(const std::string& reference) {
  return Error{said("read \"%1\"; allowed in a sweep's folder: the base written out", reference)};
}

/// Evaluations are few: some figures of a run without its many rows.
Result<void> takeEvaluations(const fs::path& folder, const Target& target, CellResult& result) {
  const auto file = folder / kEvaluationsFile;
  if (!isThere(file)) return {};
  const auto text = readFile(file);
  if (!text) return text.error();
  const auto rows = parseCsv(*text, file.string());
  if (!rows) return rows.error();
  const auto& accuracy = accuracyQuantity(target.metric);
  TargetWatcher watcher(target);
  for (const auto& record : rows->records) {
    watcher.observe(record);
    result.last = record;
    const double value = accuracy.read(record);
    if (std::isnan(value)) continue;
    result.finalAccuracy = value;
    result.bestAccuracy =
        std::isnan(result.bestAccuracy) ? value : std::max(result.bestAccuracy, value);
  }
  result.reached = watcher.reached();
  return {};
}

CellState stateFrom(const std::string& name) {
  if (name == "finished") return CellState::Finished;
  if (name == "diverged") return CellState::Diverged;
  return name == "failed" ? CellState::Failed : CellState::Unfinished;
}

}  // namespace

std::string cellStateName(CellState state) {
  constexpr std::array<const char*, 5> kNames{"absent", "unfinished", "finished", "diverged",
                                              "failed"};
  return kNames.at(static_cast<std::size_t>(state));
}

Result<Sweep> readSweepFolder(const fs::path& folder) {
  return readSweep(folder / kSweepFile, noReference);
}

Result<void> prepareSweepFolder(const fs::path& folder, const Sweep& sweep) {
  const auto whole = selfContained(sweep);
  if (!whole) return whole.error();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return Error{said("cannot make %1: %2", folder, error.message())};
  if (isThere(folder / kSweepFile)) {
    const auto former = readSweepFolder(folder);
    if (!former) return former.error();
    if (!isSameRun(former->base, whole->base))
      return Error{said(
          "%1 holds a sweep with another base experiment; allowed: the same, or another folder",
          folder)};
  } else if (!fs::is_empty(folder, error) || error) {
    return Error{said(
        "%1 is not empty and holds no sweep; allowed: a new folder, or one of a sweep", folder)};
  }
  return replaceFile(folder / kSweepFile, formatSweep(*whole));
}

Result<CellResult> readCell(const fs::path& folder, const SweepCell& cell) {
  CellResult result;
  const auto run = folder / cell.folder;
  if (!isThere(run / kExperimentFile)) return result;
  const auto experiment = readExperiment(run / kExperimentFile);
  if (!experiment) return experiment.error();
  if (!isSameRun(*experiment, cell.experiment))
    return Error{said("%1 holds another run than the sweep's; allowed: another folder", run)};
  result.state = CellState::Unfinished;
  const auto target = targetOf(cell.experiment.slot("run").settings);
  if (auto taken = takeEvaluations(run, target, result); !taken) return taken.error();
  if (!isThere(run / kSummaryFile)) return result;
  const auto summary = readSummary(run);
  if (!summary) return result;  // half a summary: the run goes on from its checkpoint
  result.state = stateFrom(summary->state);
  result.message = summary->message;
  if (!result.isOver()) return result;
  result.last = summary->last;
  result.weightsSha256 = summary->weightsSha256;
  return result;
}

Result<std::vector<CellResult>> readCells(const fs::path& folder, const SweepPlan& plan) {
  std::vector<CellResult> results;
  for (const auto& cell : plan.cells) {
    auto result = readCell(folder, cell);
    if (!result) return result.error();
    results.push_back(*std::move(result));
  }
  return results;
}

}  // namespace telegrad
