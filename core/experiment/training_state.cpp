// SPDX-License-Identifier: GPL-3.0-or-later
// What a run leaves behind: rows, events, checkpoints and the summary.
#include <chrono>
#include <limits>
#include <utility>

#include "core/base/state.h"
#include "core/data/digest.h"
#include "core/experiment/files.h"
#include "core/experiment/journal_file.h"
#include "core/experiment/training_engine.h"
#include "core/experiment/weights_file.h"
#include "core/metrics/quantities.h"
#include "core/nn/model.h"

namespace telegrad {
namespace {

constexpr auto kFlushInterval = std::chrono::seconds(1);

void exchangeRecord(StateArchive& state, Record& record) {
  for (const auto& quantity : quantities())
    std::visit([&](auto field) { state(record.*field); }, quantity.field);
}

Result<void> copyFile(const std::filesystem::path& from, const std::filesystem::path& to) {
  const auto bytes = readFile(from);
  return bytes ? replaceFile(to, *bytes) : Result<void>(bytes.error());
}

}  // namespace

void TrainingRun::Engine::exchange(StateArchive& state) {
  state.begin("run");
  state(epochLossSum_, epochLossCount_, trained_);
  exchangeRecord(state, record_);
  exchangeRecord(state, summary_.last);
  state.list(summary_.targets, [&](TargetReached& reached) {
    state(reached.target.accuracy, reached.target.metric);
    exchangeRecord(state, reached.at);
  });
}

Result<void> TrainingRun::Engine::load(const Checkpoint& checkpoint) {
  StateArchive state(checkpoint.state);
  exchange(state);
  auto loaded = cluster_->exchange(state);
  if (loaded) loaded = state.finish();
  if (loaded && (record_.iteration != checkpoint.head.iteration ||
                 cluster_->iteration() != checkpoint.head.iteration))
    loaded = Error{"the state is of another iteration"};
  if (!loaded)
    return Error{"the checkpoint of iteration " + std::to_string(checkpoint.head.iteration) + ": " +
                 loaded.error().message};
  saved_ = checkpoint.head.iteration;
  return {};
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

Result<void> TrainingRun::Engine::openFolder() {
  const auto& resume = options_.resume;
  const auto expected =
      expectedEntries(options_.controls, resume ? std::span<const JournalEvent>(resume->events)
                                                : std::span<const JournalEvent>());
  std::error_code ignored;
  const bool inPlace =
      resume && std::filesystem::equivalent(*options_.folder, resume->history, ignored);
  RunFolderWriter::History history;
  if (resume) history.folder = resume->history;
  if (resume && resume->checkpoint) history.sizes = resume->checkpoint->sizes;
  auto folder =
      resume && (inPlace || resume->checkpoint)
          ? RunFolderWriter::goOn(*options_.folder, started_, options_.overwrite, history, expected)
          : RunFolderWriter::create(*options_.folder, started_, options_.overwrite, expected);
  if (!folder) return folder.error();
  folder_ = *std::move(folder);
  checkpoints_ = std::make_unique<CheckpointStore>(*options_.folder, options_.checkpoints.budget,
                                                   options_.giveWay, record_.iteration);
  if (inPlace) return {};
  if (options_.initialWeights)
    if (auto kept = copyFile(*options_.initialWeights, *options_.folder / kInitialWeightsFile);
        !kept)
      return kept;
  // A fork that is interrupted before it has a checkpoint of its own goes on from this one.
  saved_ = 0;
  saveCheckpointNow(CheckpointReason::Change);
  return {};
}

/// Unless one is being written already: the run does not wait for it.
void TrainingRun::Engine::saveCheckpoint(CheckpointReason reason) {
  if (checkpoints_ == nullptr || checkpoints_->isBusy()) return;
  if (options_.checkpoints.budget == 0 || record_.iteration == saved_) return;
  // What it says is in the files has to be there. An error shows on the next append.
  if (!folder_->flush()) return;
  StateArchive state;
  exchange(state);
  if (!cluster_->exchange(state)) return;
  lastSaved_ = Clock::now();
  saved_ = record_.iteration;
  const auto before = checkpoints_->write({.head = {TELEGRAD_VERSION, saved_, reason},
                                           .experimentSha256 = digestOf(started_),
                                           .current = current_,
                                           .sizes = folder_->sizes(),
                                           .state = state.takeBytes()});
  if (!before) journal("fault", before.error().message);
}

void TrainingRun::Engine::saveCheckpointNow(CheckpointReason reason) {
  if (checkpoints_ == nullptr) return;
  auto before = checkpoints_->finish();
  saveCheckpoint(reason);
  auto written = checkpoints_->finish();
  if (before) before = std::move(written);
  if (!before) journal("fault", before.error().message);
}

void TrainingRun::Engine::journal(const std::string& event, const std::string& detail) {
  if (folder_ == nullptr) return;
  auto written = folder_->append(JournalEvent{record_.iteration, event, detail});
  if (!written && !journalFailure_) journalFailure_ = written.error();
}

/// The events of this iteration that are repeated, and the user's notes.
void TrainingRun::Engine::journalWhatIsDue() {
  if (options_.resume) {
    const auto& events = options_.resume->events;
    for (; nextEvent_ < events.size() && events[nextEvent_].iteration <= record_.iteration;
         ++nextEvent_) {
      if (folder_ == nullptr) continue;
      auto written = folder_->append(events[nextEvent_]);
      if (!written && !journalFailure_) journalFailure_ = written.error();
    }
  }
  journalNotes();
}

void TrainingRun::Engine::journalNotes() {
  for (const auto& note : controls_.takeNotes()) journal("note", note);
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
  auto written = folder_->append(JournalEvent{record_.iteration, summary_.state, summary_.message});
  // Of a stopped run what is still expected stays: it may go on.
  if (auto forgotten = folder_->forgetThrough(summary_.state == stateName(RunState::Stopped)
                                                  ? record_.iteration
                                                  : std::numeric_limits<std::int64_t>::max());
      written && !forgotten)
    written = std::move(forgotten);
  if (confusion_ != nullptr)
    if (auto matrix = folder_->write(*confusion_); written) written = std::move(matrix);
  // The summary is tried all the same: where a long file has no room, a short one may.
  auto finished = folder_->finish(summary_);
  if (written) written = std::move(finished);
  if (!written && summary_.state != stateName(RunState::Failed))
    end(RunState::Failed, written.error().message);
}

}  // namespace telegrad
