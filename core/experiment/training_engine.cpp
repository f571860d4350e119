// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/training_engine.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <exception>
#include <utility>

#include "core/base/said.h"
#include "core/base/thread_priority.h"
#include "core/data/digest.h"
#include "core/experiment/run_forecast.h"
#include "core/experiment/weights_file.h"
#include "core/experiment/worker_slots.h"

namespace telegrad {
namespace {

static_assert(std::endian::native == std::endian::little, "digests are of little-endian floats");

/// The live parameters in force, for a message: "algorithm.learning_rate = 0.5, ...".
std::string inForce(const Experiment& experiment) {
  std::string text;
  for (const auto& name : liveParameters(experiment)) {
    if (name.slot == "network") continue;  // moves time, never a weight
    const auto parameter = describe(experiment, name);
    text += (text.empty() ? "" : ", ") + name.text() + " = " +
            formatValue(**parameter, experiment.value(name));
  }
  for (std::size_t number = 1; number <= experiment.workers(); ++number)
    if (!workerCondition(experiment, number).present)
      text += (text.empty() ? "" : ", ") + said("%1 is away", workerSlot(number));
  return text;
}

WorkerSample::Outcome outcomeOf(const WorkerReport& report) {
  switch (report.outcome) {
    case Outcome::Uploaded:
      break;
    case Outcome::Skipped:
      return WorkerSample::Outcome::Skipped;
    case Outcome::Forced:
      return WorkerSample::Outcome::Forced;
    case Outcome::Absent:
      return WorkerSample::Outcome::Absent;
  }
  return WorkerSample::Outcome::Uploaded;
}

}  // namespace

TrainingRun::Engine::Engine(Experiment experiment, RunOptions options)
    : started_(std::move(experiment)),
      options_(std::move(options)),
      current_(options_.resume && options_.resume->checkpoint ? options_.resume->checkpoint->current
                                                              : started_),
      asked_(current_),
      controls_(options_.startPaused),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

std::optional<RunInfo> TrainingRun::Engine::info() const {
  if (!prepared_.load(std::memory_order_acquire)) return std::nullopt;
  return info_;
}

Result<void> TrainingRun::Engine::ask(const ParameterName& name, const Value& value) {
  auto changed = asked_.with(name, value);
  if (!changed) return changed.error();
  asked_ = *std::move(changed);
  controls_.change(name, value);
  return {};
}

std::optional<Sample> TrainingRun::Engine::poll() {
  const bool over = finished();  // read first: all that came before last_ is then in the queue
  if (auto sample = samples_.tryPop()) return sample;
  return over ? std::exchange(last_, std::nullopt) : std::nullopt;
}

void TrainingRun::Engine::run(const std::stop_token& stop) {
  if (options_.giveWay) giveWay();
  stop_ = stop;
  const auto place = options_.folder ? " in " + options_.folder->string() : std::string();
  underWay_.emplace("training " + started_.name() + place);
  try {
    if (auto prepared = prepare(); prepared) {
      train(stop);
    } else {
      end(RunState::Failed, prepared.error().message);
    }
  } catch (const std::exception& exception) {  // memory that is not there; a kernel's refusal
    end(RunState::Failed, said("the run could not go on: %1", exception.what()));
  }
  writeFinalWeights();
  writeSummary();
  underWay_.reset();
  finished_.store(true, std::memory_order_release);
}

Result<void> TrainingRun::Engine::prepare() {
  pool_ = std::make_unique<WorkerPool>(options_.threads, options_.giveWay);
  auto built = build(current_, options_.data, *pool_, options_.datasets.get());
  if (!built) return built.error();
  cluster_ = std::move(built->cluster);
  if (options_.resume && options_.resume->checkpoint) {
    if (auto loaded = load(*options_.resume->checkpoint); !loaded) return loaded;
  } else if (options_.initialWeights) {
    if (auto read = readWeights(*options_.initialWeights, *cluster_); !read) return read;
  }
  // Only now: a run that cannot start leaves no folder behind.
  if (options_.folder)
    if (auto opened = openFolder(); !opened) return opened;
  if (options_.resume) options_.resume->checkpoint = nullptr;  // it may be large
  describe(*built);
  prepared_.store(true, std::memory_order_release);
  return {};
}

void TrainingRun::Engine::describe(const BuiltRun& built) {
  info_.dataOrigin = built.dataOrigin;
  info_.parameters = elementCount(cluster_->layout());
  info_.workers = cluster_->workers();
  for (const auto& tensor : cluster_->layout())
    info_.layers.push_back({tensor.name, tensor.shape, static_cast<std::int64_t>(tensor.size())});
  info_.data = built.data;
  info_.testExamples = built.testExamples;
  info_.multiplyAdds = built.multiplyAdds;
  info_.iterationsPerEpoch = cluster_->iterationsPerEpoch();
  info_.iterations = planOf(started_, info_.iterationsPerEpoch, info_.testExamples).iterations;
  info_.before = record_.iteration;
  summary_.dataOrigin = built.dataOrigin;
}

void TrainingRun::Engine::train(const std::stop_token& stop) {
  state_.store(RunState::Running, std::memory_order_release);
  lastSaved_ = Clock::now();
  while (goOn(stop) && trainOne(stop)) {
  }
}

bool TrainingRun::Engine::goOn(const std::stop_token& stop) {
  journalWhatIsDue();
  if (record_.iteration >= info_.iterations) {
    saveCheckpointNow(CheckpointReason::End);
    const auto written = settle();
    end(written ? RunState::Finished : RunState::Failed, written ? "" : written.error().message);
    return false;
  }
  if (!controls_.mayGoOn() && !stop.stop_requested()) pause(stop);
  if (stop.stop_requested()) {
    saveCheckpointNow(CheckpointReason::Stop);
    end(RunState::Stopped, {});
    return false;
  }
  if (Clock::now() - lastSaved_ >= checkpointInterval()) saveCheckpoint(CheckpointReason::Interval);
  if (!notWritten_) return true;
  const auto written = settle();
  if (!written) end(RunState::Failed, written.error().message);
  return written.has_value();
}

void TrainingRun::Engine::pause(const std::stop_token& stop) {
  if (folder_ != nullptr) static_cast<void>(folder_->flush());  // a write error shows on append
  saveCheckpointNow(CheckpointReason::Pause);
  journal("paused", {});
  state_.store(RunState::Paused, std::memory_order_release);
  controls_.waitUntilMayGoOn(stop);
  journalNotes();
  if (stop.stop_requested()) return;
  journal("resumed", {});
  state_.store(RunState::Running, std::memory_order_release);
}

bool TrainingRun::Engine::trainOne(const std::stop_token& stop) {
  const auto began = Clock::now();
  underWay_->at(record_.iteration);
  Sample sample;
  sample.changes = applyChanges();
  sample.notes = std::exchange(notes_, {});
  cluster_->recordMessages(messagesWatched_.load(std::memory_order_relaxed));
  const bool evaluates = evaluatesNow();
  const auto result = iterate(evaluates, sample);
  if (!result) {
    end(cluster_->networkStopped() ? RunState::Failed : RunState::Diverged,
        said("iteration %1: %2; in force: %3", record_.iteration + 1, result.error(),
             inForce(current_)));
    return false;
  }
  account(**result);
  sample.layers = layers(**result);
  if (evaluates) {
    evaluate();
    sample.confusion = confusion_;
    sample.weightsSha256 = sha256(std::as_bytes(cluster_->weights()));
  }
  trained_ += Clock::now() - began;
  record_.wallSeconds = std::chrono::duration<double>(trained_).count();
  sample.record = record_;
  for (const auto& report : (*result)->reports)
    sample.workers.push_back({outcomeOf(report), report.change, report.threshold});
  sample.timings = std::move((*result)->timings);
  if (auto recorded = record(sample); !recorded) {
    publish(std::move(sample), stop);
    end(RunState::Failed, recorded.error().message);
    return false;
  }
  publish(std::move(sample), stop);
  return true;
}

Result<IterationResult*> TrainingRun::Engine::iterate(bool evaluates, Sample& sample) {
  const bool last = record_.iteration + 1 == info_.iterations;
  if (!gradientWanted_.exchange(false, std::memory_order_relaxed))
    return cluster_->iterate(evaluates, last);
  auto gradient = std::make_shared<CapturedGradient>();
  cluster_->captureGradient(&gradient->values);
  auto result = cluster_->iterate(evaluates, last);
  cluster_->captureGradient(nullptr);
  gradient->iteration = record_.iteration + 1;
  gradient->worker = cluster_->capturedWorker();
  gradient->layout = cluster_->layout();
  sample.gradient = std::move(gradient);
  return result;
}

bool TrainingRun::Engine::evaluatesNow() const {
  const std::int64_t next = record_.iteration + 1;
  return next % current_.slot("run").settings.integer("evaluate_every") == 0 ||
         next % info_.iterationsPerEpoch == 0 || next == info_.iterations;
}

std::vector<AppliedChange> TrainingRun::Engine::applyChanges() {
  std::vector<AppliedChange> applied;
  const std::int64_t next = record_.iteration + 1;
  const auto& planned = options_.controls;
  auto wishes = controls_.begin();
  if (!wishes.empty() || (nextControl_ < planned.size() && planned[nextControl_].iteration <= next))
    saveCheckpoint(CheckpointReason::Change);  // as it was before
  while (nextControl_ < planned.size() && planned[nextControl_].iteration <= next) {
    const auto& change = planned[nextControl_++];
    apply(change.name, change.to, applied);
  }
  // The box keeps no order. Who comes back does so first, so that somebody always is present.
  std::stable_partition(wishes.begin(), wishes.end(), [](const ControlBox::Wish& wish) {
    return workerNumber(wish.name.slot) && wish.value == Value{true};
  });
  for (const auto& wish : wishes) apply(wish.name, wish.value, applied);
  return applied;
}

void TrainingRun::Engine::apply(const ParameterName& name, const Value& value,
                                std::vector<AppliedChange>& applied) {
  auto changed = current_.with(name, value);
  // Checked where it was asked for, but for wishes that contradict the planned controls.
  if (!changed) return;
  applied.push_back({record_.iteration + 1, name, current_.value(name), value});
  current_ = *std::move(changed);
  configure(*cluster_, current_, name.slot);
}

void TrainingRun::Engine::publish(Sample sample, const std::stop_token& stop) {
  while (!samples_.tryPush(sample)) {
    if (stop.stop_requested()) {  // nobody may be there any more to make room
      last_ = std::move(sample);
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

void TrainingRun::Engine::end(RunState state, std::string message) {
  summary_.message = std::move(message);
  summary_.state = stateName(state);
  state_.store(state, std::memory_order_release);
}

}  // namespace telegrad
