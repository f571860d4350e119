// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QUndoStack>

#include "core/experiment/continuation.h"
#include "core/experiment/dataset_cache.h"
#include "core/experiment/interrupted.h"
#include "ui/models/run_feed.h"
#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// What the window trains: the experiment as it stands in the form (the draft), the run that goes
/// on, and those there were. A run that ends stays in the table of runs, as an overlay.
///
/// Threads: the window's. Folders are read on a thread of their own.
class RunController : public QObject {
  Q_OBJECT

 public:
  explicit RunController(RunsModel& runs, QObject* parent = nullptr);
  /// Ends the iteration in hand, saves it, and waits for that.
  ~RunController() override;
  Q_DISABLE_COPY_MOVE(RunController)

  RunsModel& runs() { return runs_; }
  QUndoStack& undoStack() { return undo_; }

  /// What the next run will be.
  const Experiment& draft() const { return draft_; }
  void setDraft(const Experiment& experiment);
  /// What the controls show: the run that goes on with the changes made to it, else the draft.
  const Experiment& shown() const { return isActive() ? live_ : draft_; }

  bool isActive() const { return feed_ != nullptr; }  ///< a run goes on, or pauses
  RunState state() const;                             ///< of the run in hand, else of the last
  int runId() const { return runId_; }                ///< of the run in hand or the last; 0: none
  qint64 iteration() const;                           ///< done so far by it

  // Begins a run if none goes on.
  void toggle();  ///< run, pause, go on
  void step(qint64 iterations);
  void stepEpoch();
  void stop();
  /// From iteration 0 with the draft and the same seed: the same initial weights, the same
  /// minibatches. Goes on if the run was going on, else waits at the start.
  void rewind();
  void newSeed();  ///< the same with the next seed
  /// A run of an experiment, which becomes the draft, with changes that are made at their
  /// iterations as if someone made them again. A run that goes on is stopped.
  void repeat(const Experiment& experiment, std::vector<AppliedChange> changes);

  // What goes on from iterations that are there (run_continuations.cpp). A run in hand is stopped
  // where it is; nothing of it is lost. Preparing takes a moment, on another thread; what cannot
  // be is refused().
  /// A branch of a run: a run of its own that shares the other's first iterations and goes on with
  /// other values ("slot.key=value").
  void fork(int id, qint64 iteration, const std::vector<std::string>& assignments = {});
  /// A branch with the same values. Goes on if a run was going on, else waits at that iteration.
  void rewindTo(int id, qint64 iteration);
  /// The same to before the first of these changes, and without all of them. Others that took
  /// effect with that iteration are made again.
  void rewindToBefore(int id, const std::vector<AppliedChange>& changes);
  /// Goes on with a run that was interrupted or stopped, from its last checkpoint.
  void goOn(int id);
  /// The same of a folder, which is opened if it is not in the table.
  void goOn(const std::filesystem::path& folder);
  /// Whether that can be: it has a folder, is not going on, and did not come to its end.
  static bool canGoOn(const Run& run);
  /// Tries again to write what could not be.
  void retry();
  /// A word for the journal of the run in hand, if there is one, at the iteration where it is; its
  /// marker is there with the next.
  void note(const QString& text);

  /// Looks for runs that ended without a word, on another thread: interruptedFound() if there are.
  void lookForInterrupted();
  /// Such a run stays as it is, is shown, and is not found again.
  void keepInterrupted(const std::filesystem::path& folder);

  /// Whether samples hold the messages one by one, of the run in hand and those after it.
  void watchMessages(bool on);
  /// The run in hand, if there is one, delivers the gradient of its next iteration in a sample.
  void captureGradient();

  /// A parameter's new value as the user wants it now: of the run, from its next iteration on, or
  /// of the draft where none goes on. Undo sets it back in the same way.
  void change(const ParameterName& name, const Value& value);
  /// The same without undo. Errors: as TrainingRun::change() and Experiment::with(), and a
  /// parameter that the experiment's file locks.
  Result<void> apply(const ParameterName& name, const Value& value);

  /// Reads run folders on another thread and adds them as overlays, in this order; when all are
  /// there, `then` is called.
  void open(std::vector<std::filesystem::path> folders, std::function<void()> then = {});
  /// The folders of the runs in the table, oldest first.
  QStringList folders() const;
  /// $XDG_DATA_HOME/telegrad/runs
  static std::filesystem::path runsFolder();
  const std::filesystem::path& dataFolder() const { return dataFolder_; }
  void setDataFolder(const std::filesystem::path& folder) { dataFolder_ = folder; }

 signals:
  void draftChanged();
  void runBegan(int id);
  void stateChanged();
  void arrived(const telegrad::ui::SampleBatch& batch);  ///< of the run in hand
  void valueChanged(const telegrad::ParameterName& name, const telegrad::Value& value);
  void ended(int id);
  /// The run in hand waits until a file can be written: which, and why. Empty: no longer.
  void obstructed(const QString& message);
  void interruptedFound(const std::vector<telegrad::InterruptedRun>& runs);
  void refused(const QString& message);  ///< something asked for cannot be; why

 private:
  /// A run that is to go on, until it is prepared.
  struct Pending {
    int source = 0;
    std::function<Result<Continuation>()> prepare;
    std::optional<BranchPoint> branch = std::nullopt;  ///< nothing: the run itself goes on
    bool waits = false;                                ///< at the branch
  };
  void begin(bool paused, std::vector<AppliedChange> controls = {});
  void begin(int id, const Experiment& experiment, RunOptions options);
  RunOptions usualOptions() const;
  void goOnWith(Pending pending);
  void prepare();
  void enter(Continuation continuation);
  void follow(RunFeed* feed, int id);
  void take(const SampleBatch& batch, int id);
  void finish(RunFeed* feed, int id);
  void letGo();
  static std::filesystem::path newFolder(const std::string& name);

  RunsModel& runs_;
  QUndoStack undo_;
  Experiment draft_;
  Experiment live_;
  bool messagesWatched_ = false;
  bool repeats_ = false;     ///< the run in hand makes changes by itself
  RunFeed* feed_ = nullptr;  // a child; one that was let go ends by itself
  std::set<int> ending_;     // the runs of those
  std::optional<Pending> pending_;
  int prepared_ = 0;  // counts, so that of two that are being prepared the later one counts
  std::shared_ptr<DatasetCache> datasets_;
  int runId_ = 0;
  std::filesystem::path dataFolder_;
  std::vector<std::jthread> readers_;
};

}  // namespace telegrad::ui
