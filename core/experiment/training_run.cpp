// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/training_run.h"

#include <utility>

#include "core/base/said.h"
#include "core/experiment/training_engine.h"

namespace telegrad {

std::string stateName(RunState state) {
  switch (state) {
    case RunState::Preparing:
      return "preparing";
    case RunState::Running:
      return "running";
    case RunState::Paused:
      return "paused";
    case RunState::Finished:
      return "finished";
    case RunState::Stopped:
      return "stopped";
    case RunState::Diverged:
      return "diverged";
    case RunState::Failed:
      return "failed";
  }
  return {};
}

Result<const Parameter*> changeable(const Experiment& experiment, const ParameterName& name) {
  auto parameter = describe(experiment, name);
  if (!parameter) return parameter;
  if ((*parameter)->change != Change::BetweenIterations)
    return Error{
        said("%1 cannot change while a run goes on; start another run with it", name.text())};
  if (const auto decider = deciderOf(experiment, name))
    return Error{said("%1 is chosen by %2 itself", name.text(), *decider)};
  return parameter;
}

TrainingRun::TrainingRun(Experiment experiment, RunOptions options)
    : engine_(std::make_unique<Engine>(std::move(experiment), std::move(options))) {}

TrainingRun::~TrainingRun() = default;

const Experiment& TrainingRun::experiment() const {
  return engine_->started();
}
std::optional<Sample> TrainingRun::poll() {
  return engine_->poll();
}
RunState TrainingRun::state() const {
  return engine_->state();
}
bool TrainingRun::finished() const {
  return engine_->finished();
}
std::optional<RunInfo> TrainingRun::info() const {
  return engine_->info();
}
const RunSummary& TrainingRun::summary() const {
  return engine_->summary();
}

Result<void> TrainingRun::change(const ParameterName& name, const Value& value) {
  const auto parameter = changeable(engine_->started(), name);
  if (!parameter) return parameter.error();
  auto accepted = accept(**parameter, value);
  if (!accepted) return accepted.error();
  return engine_->ask(name, *accepted);
}

void TrainingRun::watchMessages(bool on) {
  engine_->watchMessages(on);
}

void TrainingRun::captureGradient() {
  engine_->captureGradient();
}

std::optional<std::string> TrainingRun::obstacle() const {
  return engine_->obstacle();
}
void TrainingRun::retry() {
  engine_->controls().retry();
}

void TrainingRun::pause() {
  engine_->controls().pause();
}
void TrainingRun::resume() {
  engine_->controls().resume();
}
void TrainingRun::step(std::int64_t iterations) {
  engine_->controls().step(iterations);
}
void TrainingRun::note(std::string text) {
  engine_->controls().note(std::move(text));
}
void TrainingRun::stop() {
  engine_->stop();
}

}  // namespace telegrad
