// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/continuation.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/base/said.h"
#include "core/experiment/checkpoint_store.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/weights_file.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

constexpr const char* kForked = "forked";
constexpr std::string_view kFrom = "from ";

/// Why a checkpoint is of no use; nothing if it is of use, and then it is `checkpoint`.
Result<Checkpoint> usable(const fs::path& folder, std::int64_t iteration,
                          const Experiment& experiment) {
  auto checkpoint = readCheckpoint(checkpointFile(folder, iteration));
  if (!checkpoint) return checkpoint;
  if (auto fits = checkFits(*checkpoint, experiment); !fits) return fits.error();
  if (checkpoint->head.iteration != iteration)
    return Error{said("it is of iteration %1", checkpoint->head.iteration)};
  if (auto there = checkSizes(folder, checkpoint->sizes); !there) return there.error();
  return checkpoint;
}

/// The newest of a folder's checkpoints that is of use and not after `last`.
std::shared_ptr<const Checkpoint> newest(const fs::path& folder, std::int64_t last,
                                         Continuation& continuation) {
  auto iterations = checkpointsIn(folder);
  std::ranges::reverse(iterations);
  for (const auto iteration : iterations) {
    if (iteration > last) continue;
    auto checkpoint = usable(folder, iteration, continuation.experiment);
    if (checkpoint) return std::make_shared<const Checkpoint>(*std::move(checkpoint));
    continuation.notes.push_back(
        said("the checkpoint of iteration %1 is not used: %2", iteration, checkpoint.error()));
  }
  return nullptr;
}

/// What the journal has that the checkpoint has not seen: changes up to those of iteration `last`,
/// and events that are not an end.
Result<void> takeJournal(const fs::path& folder, std::int64_t last, Continuation& continuation) {
  const auto file = folder / kJournalFile;
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return {};
  const auto entries = readEntries(file, continuation.experiment);
  if (!entries) return entries.error();
  const auto& checkpoint = continuation.options.resume->checkpoint;
  const std::uint64_t seen = checkpoint ? checkpoint->sizes.journal : 0;
  for (const auto& entry : *entries) {
    if (entry.begin < seen) continue;
    if (const auto* change = std::get_if<AppliedChange>(&entry.what)) {
      if (change->iteration > continuation.from && change->iteration <= last)
        continuation.options.controls.push_back(*change);
    } else if (const auto& event = std::get<JournalEvent>(entry.what);
               !event.isEnd() && event.iteration <= last) {
      continuation.options.resume->events.push_back(event);
    }
  }
  return {};
}

Result<Continuation> prepare(const fs::path& folder, std::int64_t last) {
  auto experiment = readExperiment(folder / kExperimentFile);
  if (!experiment) return experiment.error();
  Continuation continuation;
  continuation.experiment = *std::move(experiment);
  auto& point = continuation.options.resume.emplace();
  point.history = folder;
  continuation.options.initialWeights = initialWeightsIn(folder);
  point.checkpoint = newest(folder, last, continuation);
  continuation.from = point.checkpoint ? point.checkpoint->head.iteration : 0;
  if (auto taken = takeJournal(folder, last, continuation); !taken) return taken.error();
  return continuation;
}

/// The values in force after the changes that are still to be made.
Result<Experiment> inForce(const Continuation& continuation) {
  const auto& checkpoint = continuation.options.resume->checkpoint;
  Experiment current = checkpoint ? checkpoint->current : continuation.experiment;
  for (const auto& change : continuation.options.controls) {
    auto changed = current.with(change.name, change.to);
    if (!changed) return changed;
    current = *std::move(changed);
  }
  return current;
}

/// "algorithm.learning_rate=0.1" as a change of what is in force.
Result<AppliedChange> changeFrom(const std::string& assignment, std::int64_t iteration,
                                 Experiment& current) {
  const auto name = parseParameterName(assignment.substr(0, assignment.find('=')));
  if (!name) return Error{said("read \"%1\"; allowed: slot.key=value", assignment)};
  if (auto parameter = changeable(current, *name); !parameter) return parameter.error();
  auto changed = current.withText(assignment);
  if (!changed) return changed.error();
  AppliedChange change{iteration, *name, current.value(*name), changed->value(*name)};
  current = *std::move(changed);
  return change;
}

}  // namespace

Result<Continuation> prepareResume(const fs::path& folder) {
  auto continuation = prepare(folder, std::numeric_limits<std::int64_t>::max());
  if (!continuation) return continuation;
  continuation->options.folder = folder;
  return continuation;
}

Result<Continuation> prepareFork(const fs::path& folder, std::int64_t iteration,
                                 std::span<const std::string> assignments) {
  auto continuation = prepare(folder, iteration);
  if (!continuation) return continuation;
  const auto rows = lastIterationIn(folder);
  if (iteration < 0 || iteration > rows)
    return Error{said("iteration: read %1; allowed: 0 to %2, as far as the run in %3 got",
                      iteration, rows, folder)};
  auto current = inForce(*continuation);
  if (!current) return current.error();
  continuation->options.resume->events.push_back(
      {iteration, kForked, std::string(kFrom) + folder.string()});
  for (const auto& assignment : assignments) {
    auto change = changeFrom(assignment, iteration + 1, *current);
    if (!change) return Error{"--set " + assignment + ": " + change.error().message};
    continuation->options.controls.push_back(*std::move(change));
  }
  return continuation;
}

std::optional<BranchPoint> branchPointOf(std::span<const JournalEvent> events) {
  std::optional<BranchPoint> last;
  for (const auto& event : events)
    if (event.event == kForked && event.detail.starts_with(kFrom))
      last = BranchPoint{event.detail.substr(kFrom.size()), event.iteration};
  return last;
}

}  // namespace telegrad
