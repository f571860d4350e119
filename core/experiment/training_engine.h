// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/base/crash_handler.h"
#include "core/base/spsc_queue.h"
#include "core/experiment/checkpoint_store.h"
#include "core/experiment/control_box.h"
#include "core/experiment/run_builder.h"
#include "core/experiment/training_run.h"

namespace telegrad {

/// The thread behind a TrainingRun.
///
/// Threads: run() is the engine's own thread's; what it shares with the watcher is atomic, a queue,
/// or written before a flag that is read first.
class TrainingRun::Engine {
 public:
  Engine(Experiment experiment, RunOptions options);

  const Experiment& started() const { return started_; }
  std::optional<Sample> poll();
  RunState state() const { return state_.load(std::memory_order_acquire); }
  bool finished() const { return finished_.load(std::memory_order_acquire); }
  std::optional<RunInfo> info() const;
  const RunSummary& summary() const { return summary_; }
  ControlBox& controls() { return controls_; }
  std::optional<std::string> obstacle() const;
  /// Passes a wish on to the run. The watcher's thread only.
  Result<void> ask(const ParameterName& name, const Value& value);
  void stop() { thread_.request_stop(); }
  void watchMessages(bool on) { messagesWatched_.store(on, std::memory_order_relaxed); }
  void captureGradient() { gradientWanted_.store(true, std::memory_order_relaxed); }

 private:
  using Clock = std::chrono::steady_clock;

  void run(const std::stop_token& stop);
  Result<void> prepare();
  void describe(const BuiltRun& built);
  Result<void> load(const Checkpoint& checkpoint);
  void exchange(StateArchive& state);
  Result<void> openFolder();
  void saveCheckpoint(CheckpointReason reason);
  void saveCheckpointNow(CheckpointReason reason);
  void checkpointFailed(const Error& error);
  Clock::duration checkpointInterval() const;
  void journal(const std::string& event, const std::string& detail);
  void journalWhatIsDue();
  void journalNotes();
  void pause(const std::stop_token& stop);
  void train(const std::stop_token& stop);
  /// False when the run is over.
  bool trainOne(const std::stop_token& stop);
  Result<IterationResult*> iterate(bool evaluates, Sample& sample);
  bool goOn(const std::stop_token& stop);
  std::vector<AppliedChange> applyChanges();
  void apply(const ParameterName& name, const Value& value, std::vector<AppliedChange>& applied);
  void account(const IterationResult& result);
  void account(const IterationTiming& timing);
  std::vector<LayerRecord> layers(const IterationResult& result) const;
  void evaluate();
  bool evaluatesNow() const;
  Result<void> record(const Sample& sample);
  Result<void> append(const Sample& sample);
  Result<void> waitForRoom(Error error, const std::function<Result<void>()>& again);
  Result<void> writeWhatIsKept();
  Result<void> settle();
  Result<void> writeEnd();
  void setObstacle(std::optional<std::string> message);
  void publish(Sample sample, const std::stop_token& stop);
  void end(RunState state, std::string message);
  void writeFinalWeights();
  void writeSummary();

  SpscQueue<Sample, 1024> samples_;  // first: it keeps to lines of the cache
  const Experiment started_;
  RunOptions options_;
  Experiment current_;  // with the changes so far
  Experiment asked_;    // with those that were asked for; the watcher's
  ControlBox controls_;

  std::atomic<RunState> state_{RunState::Preparing};
  std::atomic<bool> messagesWatched_{false};
  std::atomic<bool> gradientWanted_{false};
  std::atomic<bool> prepared_{false};
  std::atomic<bool> finished_{false};
  RunInfo info_;                // written before prepared_
  RunSummary summary_;          // written before finished_
  std::optional<Sample> last_;  // had no room in the queue when the run was stopped; likewise

  std::unique_ptr<WorkerPool> pool_;
  std::unique_ptr<Cluster> cluster_;
  std::unique_ptr<RunFolderWriter> folder_;
  std::unique_ptr<CheckpointStore> checkpoints_;
  std::int64_t saved_ = 0;           // the iteration of the last checkpoint
  Clock::time_point lastSaved_{};    // when that was
  Clock::duration savingTook_{};     // of the run's own time
  std::uint64_t savedBytes_ = 0;     // of it
  std::optional<Error> notWritten_;  // an event or a checkpoint could not be
  bool checkpointLost_ = false;      // it was a checkpoint
  std::size_t nextControl_ = 0;      // of options_.controls
  std::size_t nextEvent_ = 0;        // of options_.resume->events
  std::vector<JournalEvent> notes_;  // that no sample has yet
  Record record_;
  std::optional<UnderWay> underWay_;                  // in a crash's report
  std::shared_ptr<const ConfusionMatrix> confusion_;  // of the last evaluation
  double epochLossSum_ = 0.0;
  std::int64_t epochLossCount_ = 0;
  Clock::duration trained_{};  // wall time without pauses
  Clock::time_point lastFlush_{};
  std::stop_token stop_;  // run()'s
  mutable std::mutex obstacleMutex_;
  std::optional<std::string> obstacle_;

  std::jthread thread_;  // last, so that it stops before what it uses goes
};

}  // namespace telegrad
