// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/data/shard_view.h"
#include "core/experiment/captured_gradient.h"
#include "core/experiment/checkpoint.h"
#include "core/experiment/experiment.h"
#include "core/experiment/journal.h"
#include "core/experiment/run_folder.h"
#include "core/metrics/confusion.h"
#include "core/metrics/layer_record.h"
#include "core/metrics/record.h"
#include "core/net/network.h"

namespace telegrad {

class DatasetCache;

enum class RunState : std::uint8_t {
  Preparing,  ///< reading data, making the model
  Running,
  Paused,
  Finished,  ///< every iteration done
  Stopped,   ///< by the user
  Diverged,  ///< a loss or a weight was not finite
  Failed,    ///< could not start or go on; the message says why
};

/// "running", as files and the window say it.
std::string stateName(RunState state);

/// What one worker did in one iteration.
struct WorkerSample {
  enum class Outcome : std::uint8_t { Uploaded, Skipped, Forced, Absent };
  Outcome outcome = Outcome::Uploaded;
  double change = 0.0;     ///< left side of the skipping rule; 0 where there is none
  double threshold = 0.0;  ///< right side of it
};

/// All there is to know of one finished iteration.
struct Sample {
  Record record;
  std::vector<WorkerSample> workers;
  std::vector<AppliedChange> changes;  ///< that took effect with this iteration
  std::vector<JournalEvent> notes;     ///< that the journal has since the last sample
  /// When what happened, of the iterations of which that is known since the last sample, in their
  /// order: of this one alone if nothing is delayed.
  std::vector<IterationTiming> timings;
  /// What compression did to each tensor, where evaluated; empty where it did nothing that could be
  /// measured.
  std::vector<LayerRecord> layers;
  std::shared_ptr<const ConfusionMatrix> confusion;  ///< of the test set, where evaluated on one
  std::string weightsSha256;  ///< of the weights after it, where evaluated; else empty
  /// Where it was asked for, see TrainingRun::captureGradient(); else nothing.
  std::shared_ptr<const CapturedGradient> gradient;
};

/// What is known once a run has been prepared.
struct RunInfo {
  std::string dataOrigin;
  std::size_t parameters = 0;  ///< d
  std::size_t workers = 0;
  std::int64_t iterations = 0;  ///< in all
  std::int64_t before = 0;      ///< of these, done before it was resumed
  std::int64_t iterationsPerEpoch = 0;
  std::vector<LayerInfo> layers;          ///< the model's tensors
  std::shared_ptr<const DealtData> data;  ///< what each worker has; none for a convex problem
  std::size_t testExamples = 0;
  std::int64_t multiplyAdds = 0;  ///< of evaluating one of them; 0: not known
};

/// Where a run begins that has begun elsewhere; prepareResume() and prepareFork() (continuation.h)
/// make one. Such a run's samples, and the rows it writes, are those after the checkpoint's
/// iteration; it ends as one that never stopped, with the same weights, figures and files.
struct ResumePoint {
  /// None: from the beginning, though what stands in the folder's journal is still to come.
  std::shared_ptr<const Checkpoint> checkpoint;
  /// The run folder that the checkpoint is of. If it is the run's own, what is there of later
  /// iterations is cut off; if not, it stays as it is, and the run's own begins with a copy.
  std::filesystem::path history;
  std::vector<JournalEvent> events;  ///< to write into the journal at their iterations
};

/// When checkpoints are made, in a run that has a folder. They are made at changes, pauses and the
/// end as well; nothing in a run depends on them.
struct CheckpointOptions {
  std::chrono::milliseconds every = std::chrono::seconds(30);  ///< of wall time, at most
  /// Of wall time, at least. As long as what there is of the run fits into the budget in steps that
  /// are shorter than `every`, checkpoints are made as close: that is how far a fork has to compute
  /// again. They never take up more than a twentieth of the run's time.
  std::chrono::milliseconds closest = std::chrono::seconds(30);
  /// Bytes that they may take up together; the newest stays, whatever its size, and one more is
  /// there for a moment. 0: none are made.
  std::uint64_t budget = 512'000'000;
};

struct RunOptions {
  std::optional<std::filesystem::path> data;    ///< a folder searched before all others
  std::optional<std::filesystem::path> folder;  ///< where to leave the run; else it leaves nothing
  bool overwrite = false;                       ///< of a run folder that exists
  /// Weights to begin with (safetensors), in place of those that the seed draws: the run folder
  /// then has a copy, which belongs to what the run is made of.
  std::optional<std::filesystem::path> initialWeights;
  std::optional<std::filesystem::path> finalWeights;  ///< where to write them at the end, likewise
  int threads = 0;                                    ///< 0: as many as the machine has
  bool giveWay = false;                 ///< the run's threads, to a window's; see giveWay()
  std::vector<AppliedChange> controls;  ///< to make, as readJournal() gives them
  bool startPaused = false;
  CheckpointOptions checkpoints;
  std::optional<ResumePoint> resume;  ///< with it, `controls` are those still to come
  /// Where files cannot be written, the run pauses and tries again every few seconds, and when
  /// retry() says so; see obstacle(). Else it ends there: it failed, and can be resumed.
  bool waitForRoom = false;
  /// Where datasets are kept between runs; none: each run reads its own.
  std::shared_ptr<DatasetCache> datasets;
};

/// The description of a parameter that a user may change while a run of the experiment goes on.
/// Errors: there is no such parameter, it cannot change, or another decides it.
Result<const Parameter*> changeable(const Experiment& experiment, const ParameterName& name);

/// An experiment being carried out on a thread of its own, from construction to destruction.
///
/// Threads: all calls from one thread (the window's). None waits but the destructor, which ends the
/// iteration in hand, saves, and joins.
class TrainingRun {
 public:
  TrainingRun(Experiment experiment, RunOptions options);
  ~TrainingRun();
  TrainingRun(const TrainingRun&) = delete;
  TrainingRun& operator=(const TrainingRun&) = delete;

  const Experiment& experiment() const;  ///< as it was started

  /// The next sample, in order and without a gap, or nothing yet. A run whose samples nobody takes
  /// goes on for 1024 of them, then waits.
  std::optional<Sample> poll();
  RunState state() const;
  /// True once no sample will follow those in the queue: ask before draining.
  bool finished() const;
  /// Known after Preparing; nothing before, or when preparing failed.
  std::optional<RunInfo> info() const;
  /// How it ended. Only after finished().
  const RunSummary& summary() const;

  /// A parameter's new value, from the next iteration on. Answered by a Sample that holds the
  /// change; of several for one parameter before that, the last counts. Errors: no such parameter,
  /// one that cannot change while running, a value that is not allowed, the last worker that is
  /// present made absent: the run goes on with it.
  Result<void> change(const ParameterName& name, const Value& value);

  /// Whether the timings of coming iterations hold their messages one by one. Off at first.
  void watchMessages(bool on);
  /// The next iteration's sample holds the gradient of its first worker that is present. Asked for
  /// again before that iteration, it is the same wish.
  void captureGradient();

  /// What cannot be written, and why, while the run waits for room (it is then Paused); else
  /// nothing.
  std::optional<std::string> obstacle() const;
  /// Tries to write that again.
  void retry();

  void pause();
  void resume();
  /// That many more iterations, then pause.
  void step(std::int64_t iterations);
  /// After the iteration in hand.
  void stop();
  /// A word of the user's for the journal, which has it before the next iteration.
  void note(std::string text);

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace telegrad
