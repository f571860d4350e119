// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QUndoStack>

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
  /// Whether samples hold the messages one by one, of the run in hand and those after it.
  void watchMessages(bool on);
  /// The run in hand, if there is one, delivers the gradient of its next iteration in a sample.
  void captureGradient();

  /// A parameter's new value as the user wants it now: of the run, from its next iteration on, or
  /// of the draft where none goes on. Undo sets it back in the same way.
  void change(const ParameterName& name, const Value& value);
  /// The same without undo. Errors: as TrainingRun::change() and Experiment::with().
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
  void refused(const QString& message);  ///< something asked for cannot be; why

 private:
  void begin(bool paused, std::vector<AppliedChange> controls = {});
  void follow(RunFeed* feed, int id);
  void take(const SampleBatch& batch, int id);
  void finish(RunFeed* feed, int id);
  void letGo();
  std::filesystem::path newFolder() const;

  RunsModel& runs_;
  QUndoStack undo_;
  Experiment draft_;
  Experiment live_;
  bool messagesWatched_ = false;
  bool repeats_ = false;     ///< the run in hand makes changes by itself
  RunFeed* feed_ = nullptr;  // a child; one that was let go ends by itself
  int runId_ = 0;
  std::filesystem::path dataFolder_;
  std::vector<std::jthread> readers_;
};

}  // namespace telegrad::ui
