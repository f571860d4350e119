// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that go on from iterations that are there, in RunController.
#include <algorithm>
#include <memory>
#include <utility>

#include "ui/panels/run_controller.h"

namespace telegrad::ui {
namespace {

/// The values that the controls show: those in force, with the changes that are still to be made.
Experiment valuesOf(const Continuation& continuation) {
  const auto& checkpoint = continuation.options.resume->checkpoint;
  Experiment current = checkpoint ? checkpoint->current : continuation.experiment;
  for (const auto& change : continuation.options.controls)
    if (auto changed = current.with(change.name, change.to)) current = *std::move(changed);
  return current;
}

}  // namespace

void RunController::fork(int id, qint64 iteration, const std::vector<std::string>& assignments) {
  const Run* run = runs_.byId(id);
  if (run == nullptr) return;
  for (const auto& assignment : assignments) {
    const auto name = parseParameterName(assignment.substr(0, assignment.find('=')));
    if (name && run->experiment.window().locks(name->slot, name->key))
      return emit refused(
          tr("%1 is locked by the experiment file.").arg(QString::fromStdString(name->text())));
  }
  goOnWith({.source = id,
            .prepare = [folder = run->folder, iteration,
                        assignments] { return prepareFork(folder, iteration, assignments); },
            .branch = BranchPoint{run->folder, iteration}});
}

void RunController::rewindTo(int id, qint64 iteration) {
  const bool waits = feed_ == nullptr || feed_->state() == RunState::Paused;
  fork(id, iteration);
  if (pending_) pending_->waits = waits;
}

void RunController::rewindToBefore(int id, const std::vector<AppliedChange>& changes) {
  const Run* run = runs_.byId(id);
  if (run == nullptr || changes.empty()) return;
  const bool waits = feed_ == nullptr || feed_->state() == RunState::Paused;
  const auto first = changes.front().iteration;
  std::vector<std::string> others;
  for (const auto& change : run->changes) {
    if (change.iteration != first || std::ranges::find(changes, change) != changes.end()) continue;
    const auto parameter = describe(run->experiment, change.name);
    if (parameter) others.push_back(change.name.text() + "=" + formatValue(**parameter, change.to));
  }
  fork(id, first - 1, others);
  if (pending_) pending_->waits = waits;
}

bool RunController::canGoOn(const Run& run) {
  return !run.folder.empty() && (run.state == RunState::Stopped || run.state == RunState::Failed);
}

void RunController::goOn(int id) {
  const Run* run = runs_.byId(id);
  if (run == nullptr || !canGoOn(*run)) return;
  goOnWith({.source = id, .prepare = [folder = run->folder] { return prepareResume(folder); }});
}

void RunController::goOn(const std::filesystem::path& folder) {
  open({folder}, [this, folder] {
    for (int row = 0; row < runs_.count(); ++row)
      if (runs_.at(row).folder == folder) return goOn(runs_.at(row).id);
  });
}

void RunController::retry() {
  if (feed_ != nullptr) feed_->retry();
}

void RunController::goOnWith(Pending pending) {
  letGo();
  pending_ = std::move(pending);
  // What it has last is written as it ends: finish() goes on from here.
  if (!ending_.contains(pending_->source)) prepare();
  emit stateChanged();
}

void RunController::prepare() {
  readers_.emplace_back(
      [this, make = pending_->prepare, number = ++prepared_](const std::stop_token&) {
        auto made = std::make_shared<Result<Continuation>>(make());
        QMetaObject::invokeMethod(this, [this, made, number] {
          if (!pending_ || number != prepared_) return;  // something else was wanted meanwhile
          if (*made) return enter(*std::move(*made));
          pending_.reset();
          emit refused(QString::fromStdString(made->error().message));
        });
      });
}

void RunController::enter(Continuation continuation) {
  const auto pending = *std::exchange(pending_, std::nullopt);
  const auto from = continuation.from;
  auto usual = usualOptions();
  auto& options = continuation.options;
  options.data = std::move(usual.data);
  options.giveWay = usual.giveWay;
  options.waitForRoom = usual.waitForRoom;
  options.datasets = std::move(usual.datasets);
  options.checkpoints = usual.checkpoints;
  options.startPaused = pending.waits;
  live_ = valuesOf(continuation);
  int id = pending.source;
  if (pending.branch) {
    options.folder = newFolder(continuation.experiment.name());
    id = runs_.branch(pending.source, from, *pending.branch, *options.folder);
  } else {
    runs_.goOn(id, from);
  }
  if (id == 0) return;  // it was taken out of the table
  begin(id, continuation.experiment, std::move(options));
  if (pending.waits) feed_->step(pending.branch->iteration - from);
}

void RunController::lookForInterrupted() {
  readers_.emplace_back([this](const std::stop_token&) {
    auto found = interruptedRuns(runsFolder());
    if (found.empty()) return;
    QMetaObject::invokeMethod(this, [this, found] { emit interruptedFound(found); });
  });
}

void RunController::keepInterrupted(const std::filesystem::path& folder) {
  readers_.emplace_back([this, folder](const std::stop_token&) {
    const auto kept = keepAsItIs(folder);
    QMetaObject::invokeMethod(this, [this, folder, kept] {
      if (!kept) emit refused(QString::fromStdString(kept.error().message));
      open({folder});
    });
  });
}

}  // namespace telegrad::ui
