// SPDX-License-Identifier: GPL-3.0-or-later
// What a run does while its files cannot be written.
#include <chrono>
#include <utility>

#include "core/experiment/training_engine.h"

namespace telegrad {
namespace {

constexpr std::chrono::seconds kRetryInterval{5};

}  // namespace

std::optional<std::string> TrainingRun::Engine::obstacle() const {
  const std::scoped_lock lock(obstacleMutex_);
  return obstacle_;
}

void TrainingRun::Engine::setObstacle(std::optional<std::string> message) {
  const std::scoped_lock lock(obstacleMutex_);
  obstacle_ = std::move(message);
}

/// Until `again` succeeds. Errors: the run is stopped before, or does not wait at all.
Result<void> TrainingRun::Engine::waitForRoom(Error error,
                                              const std::function<Result<void>()>& again) {
  const auto before = state();
  while (options_.waitForRoom) {
    const auto words = controls_.words();
    setObstacle(error.message);
    state_.store(RunState::Paused, std::memory_order_release);
    const bool goesOn = controls_.waitForWord(stop_, words, kRetryInterval);
    auto written = goesOn ? again() : Result<void>(error);
    if (!goesOn || written) setObstacle(std::nullopt);
    if (!goesOn) break;
    if (!written) {
      error = written.error();
      continue;
    }
    state_.store(before, std::memory_order_release);
    return {};
  }
  summary_.cutShort = true;
  return error;
}

/// Rows and events that were refused, and the checkpoint that there was no room for.
Result<void> TrainingRun::Engine::writeWhatIsKept() {
  if (folder_ == nullptr) return {};
  if (auto flushed = folder_->flush(); !flushed) return flushed;
  if (!checkpointLost_) return {};
  saved_ = 0;
  saveCheckpoint(CheckpointReason::Interval);
  auto written = checkpoints_->finish();
  checkpointLost_ = !written;
  return written;
}

/// Nothing is kept back any more. Errors: as waitForRoom().
Result<void> TrainingRun::Engine::settle() {
  const auto error = std::exchange(notWritten_, std::nullopt);
  auto written = error ? Result<void>(*error) : writeWhatIsKept();
  return written ? written : waitForRoom(written.error(), [this] { return writeWhatIsKept(); });
}

}  // namespace telegrad
