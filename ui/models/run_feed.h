// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>
#include <QTimer>

#include "core/experiment/training_run.h"

namespace telegrad::ui {

using SampleBatch = std::vector<Sample>;

/// A training run as the window follows it: asks it 30 times a second what is new, and says so in
/// signals. A turn takes 5 ms at most, whatever has piled up; the rest waits for the next turn.
///
/// Signals come in this order: ready (once, before the first batch, unless preparing failed),
/// arrived (samples in order, without a gap), stateChanged and obstructed when that changes,
/// finished (once, after the last sample).
/// Threads: the window's. The destructor stops the run and waits for the iteration in hand.
class RunFeed : public QObject {
  Q_OBJECT

 public:
  RunFeed(Experiment experiment, RunOptions options, QObject* parent = nullptr);
  ~RunFeed() override;
  Q_DISABLE_COPY_MOVE(RunFeed)

  const Experiment& experiment() const { return run_.experiment(); }
  RunState state() const { return state_; }
  bool isFinished() const { return finished_; }
  /// How it ended. Only after finished().
  const RunSummary& summary() const { return run_.summary(); }

  /// A parameter's new value, from the next iteration on. Errors: as TrainingRun::change().
  Result<void> change(const ParameterName& name, const Value& value);
  /// Whether coming samples hold the messages one by one. Off at first.
  void watchMessages(bool on) { run_.watchMessages(on); }
  /// The next iteration's sample holds a gradient, as TrainingRun says.
  void captureGradient() { run_.captureGradient(); }
  void pause();
  void resume();
  /// That many more iterations, then pause.
  void step(qint64 iterations = 1);
  /// After the iteration in hand; finished() follows.
  void stop();
  /// A word of the user's for the journal, which has it before the next iteration.
  void note(const QString& text) { run_.note(text.toStdString()); }
  /// Tries again to write what could not be.
  void retry() { run_.retry(); }

 signals:
  void ready(const telegrad::RunInfo& info);
  void arrived(const telegrad::ui::SampleBatch& batch);
  void stateChanged(telegrad::RunState state);
  /// The run waits until a file can be written: which, and why. Empty: it waits no longer.
  void obstructed(const QString& message);
  void finished();

 private:
  void turn();
  void noticeState();

  TrainingRun run_;
  QTimer timer_;
  RunState state_ = RunState::Preparing;
  QString obstacle_;
  bool informed_ = false;
  bool finished_ = false;
};

}  // namespace telegrad::ui
