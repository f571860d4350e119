// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/training_engine.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <exception>
#include <utility>

#include "core/base/thread_priority.h"
#include "core/data/digest.h"
#include "core/experiment/run_forecast.h"
#include "core/experiment/run_parameters.h"
#include "core/experiment/test_figures.h"
#include "core/experiment/weights_file.h"
#include "core/experiment/worker_slots.h"
#include "core/nn/model.h"

namespace telegrad {
namespace {

static_assert(std::endian::native == std::endian::little, "digests are of little-endian floats");

constexpr auto kFlushInterval = std::chrono::seconds(1);

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
      text += (text.empty() ? "" : ", ") + workerSlot(number) + " is away";
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
      current_(started_),
      asked_(started_),
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
  try {
    if (auto prepared = prepare(); prepared) {
      train(stop);
    } else {
      end(RunState::Failed, prepared.error().message);
    }
  } catch (const std::exception& exception) {  // memory that is not there; a kernel's refusal
    end(RunState::Failed, std::string("the run could not go on: ") + exception.what());
  }
  writeFinalWeights();
  writeSummary();
  finished_.store(true, std::memory_order_release);
}

Result<void> TrainingRun::Engine::prepare() {
  pool_ = std::make_unique<WorkerPool>(options_.threads, options_.giveWay);
  auto built = build(started_, options_.data, *pool_);
  if (!built) return built.error();
  cluster_ = std::move(built->cluster);
  if (options_.initialWeights)
    if (auto read = readWeights(*options_.initialWeights, *cluster_); !read) return read;
  if (options_.folder) {
    // Only now: a run that cannot start leaves no folder behind.
    auto folder = RunFolderWriter::create(*options_.folder, started_, options_.overwrite);
    if (!folder) return folder.error();
    folder_ = *std::move(folder);
    if (options_.initialWeights)
      if (auto kept = writeWeights(*options_.folder / kInitialWeightsFile, *cluster_); !kept)
        return kept;
  }
  info_.dataOrigin = built->dataOrigin;
  info_.parameters = elementCount(cluster_->layout());
  info_.workers = cluster_->workers();
  for (const auto& tensor : cluster_->layout())
    info_.layers.push_back({tensor.name, tensor.shape, static_cast<std::int64_t>(tensor.size())});
  info_.data = std::move(built->data);
  info_.testExamples = built->testExamples;
  info_.multiplyAdds = built->multiplyAdds;
  info_.iterationsPerEpoch = cluster_->iterationsPerEpoch();
  info_.iterations = planOf(started_, info_.iterationsPerEpoch, info_.testExamples).iterations;
  summary_.dataOrigin = built->dataOrigin;
  prepared_.store(true, std::memory_order_release);
  return {};
}

void TrainingRun::Engine::train(const std::stop_token& stop) {
  state_.store(RunState::Running, std::memory_order_release);
  while (goOn(stop) && trainOne(stop)) {
  }
}

bool TrainingRun::Engine::goOn(const std::stop_token& stop) {
  if (record_.iteration >= info_.iterations) {
    end(RunState::Finished, {});
    return false;
  }
  if (!controls_.mayGoOn() && !stop.stop_requested()) {
    if (folder_ != nullptr) static_cast<void>(folder_->flush());  // a write error shows on append
    state_.store(RunState::Paused, std::memory_order_release);
    controls_.waitUntilMayGoOn(stop);
    if (!stop.stop_requested()) state_.store(RunState::Running, std::memory_order_release);
  }
  if (stop.stop_requested()) {
    end(RunState::Stopped, {});
    return false;
  }
  return true;
}

bool TrainingRun::Engine::trainOne(const std::stop_token& stop) {
  const auto began = Clock::now();
  Sample sample;
  sample.changes = applyChanges();
  cluster_->recordMessages(messagesWatched_.load(std::memory_order_relaxed));
  const bool evaluates = evaluatesNow();
  const auto result = iterate(evaluates, sample);
  if (!result) {
    end(cluster_->networkStopped() ? RunState::Failed : RunState::Diverged,
        "iteration " + std::to_string(record_.iteration + 1) + ": " + result.error().message +
            "; in force: " + inForce(current_));
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
  while (nextControl_ < planned.size() && planned[nextControl_].iteration <= next) {
    const auto& change = planned[nextControl_++];
    apply(change.name, change.to, applied);
  }
  auto wishes = controls_.begin();
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

void TrainingRun::Engine::account(const IterationResult& result) {
  if (record_.iteration % info_.iterationsPerEpoch == 0) {
    epochLossSum_ = 0.0;
    epochLossCount_ = 0;
  }
  ++record_.iteration;
  record_.epoch =
      static_cast<double>(record_.iteration) / static_cast<double>(info_.iterationsPerEpoch);
  record_.uploads = 0;
  record_.forced = 0;
  record_.skips = 0;
  double residual = 0.0;
  for (const auto& report : result.reports) {
    if (isUpload(report.outcome)) ++record_.uploads;
    if (report.outcome == Outcome::Skipped) ++record_.skips;
    if (report.outcome == Outcome::Forced) ++record_.forced;
    residual += report.residualNormSquared;
  }
  const std::int64_t present = record_.uploads + record_.skips;
  record_.rounds += record_.uploads;
  record_.payloadBits += result.valueBits;
  record_.wireBits += result.wireBits;
  record_.trainLoss = result.meanLoss;
  epochLossSum_ += result.meanLoss;
  ++epochLossCount_;
  record_.epochLoss = epochLossSum_ / static_cast<double>(epochLossCount_);
  record_.residualNorm =
      residual > 0.0 ? std::sqrt(residual / static_cast<double>(present)) : Record::kNone;
  record_.testLoss = Record::kNone;
  record_.testAccuracy = Record::kNone;
  record_.testTop5Accuracy = Record::kNone;
  record_.source1Accuracy = Record::kNone;
  record_.source2Accuracy = Record::kNone;
  record_.suboptimality = Record::kNone;
  TensorFidelity whole;
  for (const auto& tensor : result.fidelity) whole += tensor;
  const auto model = layerRecord(whole, result.measured, info_.parameters);
  record_.compressionError = model.error;
  record_.cosine = model.cosine;
  const bool counted = result.measured > 0;
  record_.paperBits = counted ? result.messageCounts.paper : Record::kNone;
  record_.entropyBits = counted ? result.messageCounts.entropy : Record::kNone;
  record_.codedBits = counted ? static_cast<double>(result.messageBits) : Record::kNone;

  record_.staleness = result.staleness;
  record_.compressionRatio = result.denseBits == 0 ? Record::kNone
                                                   : static_cast<double>(result.valueBits) /
                                                         static_cast<double>(result.denseBits);
  record_.simulatedSeconds = seconds(result.end);
  if (!result.timings.empty()) account(result.timings.back());
}

std::vector<LayerRecord> TrainingRun::Engine::layers(const IterationResult& result) const {
  std::vector<LayerRecord> records;
  for (std::size_t t = 0; t < result.fidelity.size(); ++t)
    records.push_back(layerRecord(result.fidelity[t], result.measured,
                                  static_cast<std::size_t>(info_.layers[t].size)));
  return records;
}

/// The times of the worker whose upload arrived last.
void TrainingRun::Engine::account(const IterationTiming& timing) {
  // Of who is away, all times are the beginning.
  const auto last = std::ranges::max_element(timing.workers, {}, [](const WorkerTiming& worker) {
    return worker.present ? worker.delivered : SimTime::min();
  });
  const Way way = last->broadcast + last->upload;
  record_.computeSeconds = seconds(last->computed - last->received);
  record_.encodeSeconds = seconds(last->encoded - last->computed);
  record_.queueSeconds = seconds(way.queueing);
  record_.transferSeconds = seconds(way.transfer);
  record_.latencySeconds = seconds(way.propagation);
}

void TrainingRun::Engine::evaluate() {
  record_.suboptimality = cluster_->suboptimality();
  if (const auto sources = cluster_->evaluateSources(); sources.front().count > 0) {
    setTestFigures(sources, record_);
    Evaluation whole;
    for (const auto& source : sources) whole += source;
    if (info_.data != nullptr)
      confusion_ = std::make_shared<const ConfusionMatrix>(
          ConfusionMatrix{info_.data->classNames, std::move(whole.confusion)});
  }
  summary_.last = record_;
  const auto target = targetOf(started_.slot("run").settings);
  if (summary_.targets.empty() && target.isReachedBy(record_)) {
    auto at = record_;
    at.wallSeconds = std::chrono::duration<double>(trained_).count();
    summary_.targets.push_back({target, at});
  }
}

Result<void> TrainingRun::Engine::record(const Sample& sample) {
  if (folder_ == nullptr) return {};
  for (const auto& change : sample.changes) {
    if (auto written = folder_->append(change); !written) return written;
  }
  if (auto written = folder_->append(sample.record); !written) return written;
  if (!sample.weightsSha256.empty())
    if (auto written = folder_->appendDigest(sample.record.iteration, sample.weightsSha256);
        !written)
      return written;
  if (!sample.layers.empty())
    if (auto written = folder_->append(sample.record.iteration, info_.layers, sample.layers);
        !written)
      return written;
  // A crash can cost about a second of curves, and nothing of what a user did.
  if (sample.changes.empty() && Clock::now() - lastFlush_ < kFlushInterval) return {};
  lastFlush_ = Clock::now();
  return folder_->flush();
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

void TrainingRun::Engine::writeFinalWeights() {
  if (!options_.finalWeights || cluster_ == nullptr) return;
  const auto written = writeWeights(*options_.finalWeights, *cluster_);
  if (!written && summary_.state != stateName(RunState::Failed))
    end(RunState::Failed, written.error().message);
}

void TrainingRun::Engine::writeSummary() {
  const auto evaluated = std::exchange(summary_.last, record_);
  for (const auto field :
       {&Record::testLoss, &Record::testAccuracy, &Record::testTop5Accuracy,
        &Record::source1Accuracy, &Record::source2Accuracy, &Record::suboptimality})
    summary_.last.*field = evaluated.*field;
  summary_.versions = {{"telegrad", TELEGRAD_VERSION}, {"kernels", kernelVersion()}};
  if (cluster_ != nullptr) summary_.weightsSha256 = sha256(std::as_bytes(cluster_->weights()));
  if (folder_ == nullptr) return;
  auto written = folder_->append(record_.iteration, summary_.state, summary_.message);
  if (confusion_ != nullptr)
    if (auto matrix = folder_->write(*confusion_); written) written = std::move(matrix);
  // The summary is tried all the same: where a long file has no room, a short one may.
  auto finished = folder_->finish(summary_);
  if (written) written = std::move(finished);
  if (!written && summary_.state != stateName(RunState::Failed))
    end(RunState::Failed, written.error().message);
}

}  // namespace telegrad
