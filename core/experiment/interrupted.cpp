// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/interrupted.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <system_error>

#include "core/base/said.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/run_parameters.h"
#include "core/experiment/summary_file.h"

namespace telegrad {
namespace {

std::optional<InterruptedRun> interruptedIn(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::exists(folder / kExperimentFile, error) ||
      std::filesystem::exists(folder / kSummaryFile, error) || isBeingWritten(folder))
    return std::nullopt;
  const auto experiment = readExperiment(folder / kExperimentFile);
  if (!experiment) return std::nullopt;
  InterruptedRun run{folder, experiment->name(), lastIterationIn(folder), {}};
  run.when = std::filesystem::last_write_time(folder / kIterationsFile, error);
  if (error) return std::nullopt;  // it had not begun
  return run;
}

}  // namespace

std::vector<InterruptedRun> interruptedRuns(const std::filesystem::path& runs) {
  std::vector<InterruptedRun> all;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(runs, none))
    if (auto run = interruptedIn(entry.path())) all.push_back(*std::move(run));
  std::ranges::sort(all, std::ranges::greater(), &InterruptedRun::when);
  return all;
}

Result<void> keepAsItIs(const std::filesystem::path& folder) {
  const auto stored = readRunFolder(folder);
  if (!stored) return stored.error();
  RunSummary summary;
  summary.state = kInterruptedState;
  summary.message = said("it ended without a word, and was kept as it is");
  const auto target = targetOf(stored->experiment.slot("run").settings);
  for (const auto& record : stored->records)
    if (summary.targets.empty() && target.isReachedBy(record))
      summary.targets.push_back({target, record});
  if (!stored->records.empty()) summary.last = stored->records.back();
  return writeSummary(folder, summary);
}

}  // namespace telegrad
