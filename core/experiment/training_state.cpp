// SPDX-License-Identifier: GPL-3.0-or-later
// What a run leaves behind: rows, events, checkpoints and the summary.
#include <chrono>
#include <limits>
#include <utility>

#include "core/base/said.h"
#include "core/base/state.h"
#include "core/data/digest.h"
#include "core/data/part_file.h"
#include "core/experiment/files.h"
#include "core/experiment/journal_file.h"
#include "core/experiment/training_engine.h"
#include "core/experiment/weights_file.h"
#include "core/metrics/quantities.h"
#include "core/nn/model.h"

namespace telegrad {
namespace {

constexpr auto kFlushInterval = std::chrono::seconds(1);
/// Weights from which a state is too large to be in memory twice: the run waits for the disk then,
/// where else another thread writes while it goes on.
constexpr std::size_t kLargeModel = std::size_t{1} << 22U;

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
    loaded = Error{said("the state is of another iteration")};
  if (!loaded)
    return Error{
        said("the checkpoint of iteration %1: %2", checkpoint.head.iteration, loaded.error())};
  saved_ = checkpoint.head.iteration;
  return {};
}

Result<void> TrainingRun::Engine::record(const Sample& sample) {
  if (folder_ == nullptr) return {};
  auto written = append(sample);
  // A crash can cost about a second of curves, and nothing of what a user did.
  if (written && (!sample.changes.empty() || Clock::now() - lastFlush_ >= kFlushInterval)) {
    lastFlush_ = Clock::now();
    written = folder_->flush();
  }
  return written ? written : waitForRoom(written.error(), [this] { return writeWhatIsKept(); });
}

/// All of it, whatever becomes of the first: what is refused is kept back.
Result<void> TrainingRun::Engine::append(const Sample& sample) {
  Result<void> first;
  const auto note = [&](Result<void> written) {
    if (!written && first) first = std::move(written);
  };
  for (const auto& change : sample.changes) note(folder_->append(change));
  note(folder_->append(sample.record));
  if (!sample.weightsSha256.empty())
    note(folder_->appendDigest(sample.record.iteration, sample.weightsSha256));
  if (!sample.layers.empty())
    note(folder_->append(sample.record.iteration, info_.layers, sample.layers));
  return first;
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
  if (record_.iteration > 0 && options_.checkpoints.budget > 0 &&
      checkpoints_->adopt(checkpointFile(resume->history, record_.iteration), record_.iteration))
    return {};
  saved_ = 0;
  saveCheckpointNow(CheckpointReason::Change);
  return {};
}

/// Unless one is being written already: the run does not wait for it.
void TrainingRun::Engine::saveCheckpoint(CheckpointReason reason) {
  if (checkpoints_ == nullptr || checkpoints_->isBusy()) return;
  if (options_.checkpoints.budget == 0 || record_.iteration == saved_) return;
  const auto began = Clock::now();
  // What it says is in the files has to be there.
  if (auto flushed = folder_->flush(); !flushed) {
    if (!notWritten_) notWritten_ = flushed.error();
    return;
  }
  lastSaved_ = began;
  saved_ = record_.iteration;
  Checkpoint checkpoint{.head = {TELEGRAD_VERSION, saved_, reason},
                        .experimentSha256 = digestOf(started_),
                        .current = current_,
                        .sizes = folder_->sizes(),
                        .state = {}};
  const auto save = [this](StateArchive& state) {
    exchange(state);
    static_cast<void>(cluster_->exchange(state));  // saving does not fail
  };
  Result<void> written;
  if (cluster_->weights().size() >= kLargeModel) {
    written = checkpoints_->writeNow(checkpoint, save);
    savedBytes_ =
        static_cast<std::uint64_t>(bytesThere(checkpointFile(*options_.folder, record_.iteration)));
  } else {
    StateArchive state;
    save(state);
    checkpoint.state = state.takeBytes();
    savedBytes_ = checkpoint.state.size();
    written = checkpoints_->write(std::move(checkpoint));
  }
  savingTook_ = Clock::now() - began;
  if (!written) checkpointFailed(written.error());
}

void TrainingRun::Engine::saveCheckpointNow(CheckpointReason reason) {
  if (checkpoints_ == nullptr) return;
  auto before = checkpoints_->finish();
  saveCheckpoint(reason);
  auto written = checkpoints_->finish();
  if (before) before = std::move(written);
  if (!before) checkpointFailed(before.error());
}

void TrainingRun::Engine::checkpointFailed(const Error& error) {
  if (!options_.waitForRoom) return journal("fault", error.message);
  checkpointLost_ = true;
  if (!notWritten_) notWritten_ = error;
}

/// From one to the next, of wall time.
TrainingRun::Engine::Clock::duration TrainingRun::Engine::checkpointInterval() const {
  constexpr int kBearable = 20;  // times what it takes
  const auto& wanted = options_.checkpoints;
  const auto longest = std::chrono::duration_cast<Clock::duration>(wanted.every);
  if (savedBytes_ == 0) return std::min<Clock::duration>(wanted.closest, longest);
  const auto fitting =
      static_cast<Clock::rep>(std::max<std::uint64_t>(1, wanted.budget / savedBytes_));
  const Clock::duration bearable = kBearable * savingTook_;
  const auto shortest = std::max<Clock::duration>(wanted.closest, bearable);
  return std::max(std::min(std::max(shortest, trained_ / fitting), longest), bearable);
}

void TrainingRun::Engine::journal(const std::string& event, const std::string& detail) {
  if (folder_ == nullptr) return;
  auto written = folder_->append(JournalEvent{record_.iteration, event, detail});
  if (!written && !notWritten_) notWritten_ = written.error();
}

/// The events of this iteration that are repeated, and the user's notes.
void TrainingRun::Engine::journalWhatIsDue() {
  if (options_.resume) {
    const auto& events = options_.resume->events;
    for (; nextEvent_ < events.size() && events[nextEvent_].iteration <= record_.iteration;
         ++nextEvent_) {
      if (folder_ == nullptr) continue;
      auto written = folder_->append(events[nextEvent_]);
      if (!written && !notWritten_) notWritten_ = written.error();
    }
  }
  journalNotes();
}

void TrainingRun::Engine::journalNotes() {
  for (auto& note : controls_.takeNotes()) {
    journal("note", note);
    notes_.push_back({record_.iteration, "note", std::move(note)});
  }
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
  // Of a run that may go on what is still expected stays.
  const bool mayGoOn = summary_.cutShort || summary_.state == stateName(RunState::Stopped);
  if (auto forgotten = folder_->forgetThrough(mayGoOn ? record_.iteration
                                                      : std::numeric_limits<std::int64_t>::max());
      written && !forgotten)
    written = std::move(forgotten);
  if (auto ended = writeEnd(); !ended && written) written = std::move(ended);
  if (!written && summary_.state != stateName(RunState::Failed))
    written = waitForRoom(written.error(), [this] { return writeEnd(); });
  if (!written && summary_.state != stateName(RunState::Failed))
    end(RunState::Failed, written.error().message);
}

Result<void> TrainingRun::Engine::writeEnd() {
  Result<void> matrix;
  if (confusion_ != nullptr) matrix = folder_->write(*confusion_);
  // The summary is tried all the same: where a long file has no room, a short one may.
  auto finished = folder_->finish(summary_);
  return matrix ? finished : matrix;
}

}  // namespace telegrad
