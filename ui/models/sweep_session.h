// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "core/experiment/sweep_run.h"
#include "core/experiment/sweep_table.h"

namespace telegrad::ui {

/// The sweep that the window shows: its plan and what there is of each cell, and carrying it out in
/// the background, on what is left over of the machine. Its folder says all of it, so that it goes
/// on whenever it is opened.
///
/// Threads: the window's. Folders are read and made ready on a thread of its own. The destructor
/// ends the iterations in hand.
class SweepSession : public QObject {
  Q_OBJECT

 public:
  enum class State : std::uint8_t { Idle, Preparing, Running, Paused, Stopping };

  /// A sweep, what it makes, and what there is of it.
  struct Contents {
    std::filesystem::path folder;
    Sweep sweep;
    SweepPlan plan;
    std::vector<CellResult> results;
    std::vector<SweepPoint> points;
    std::vector<double> running;  ///< the part of a cell that is done while it runs; else below 0

    bool isEmpty() const { return plan.cells.empty(); }
    std::size_t over() const;  ///< cells
    bool isRunning(std::size_t cell) const { return running[cell] >= 0.0; }
  };
  /// How a sweep is carried out.
  struct How {
    std::filesystem::path data;  ///< searched before all other data folders
    int jobs = 1;                ///< cells at a time
  };

  explicit SweepSession(QObject* parent = nullptr);
  ~SweepSession() override;
  Q_DISABLE_COPY_MOVE(SweepSession)

  /// $XDG_DATA_HOME/telegrad/sweeps
  static std::filesystem::path sweepsFolder();
  /// A folder in there for a sweep of that name that begins now; it does not exist yet.
  static std::filesystem::path newFolder(const std::string& name);

  // While a sweep is being carried out none of these does anything.

  /// Begins a sweep in a folder, or goes on with what is there of it.
  void start(const Sweep& sweep, const std::filesystem::path& folder, const How& how);
  /// Shows a sweep that may be begun in a folder, with what is there of it.
  void show(const Sweep& sweep, const std::filesystem::path& folder);
  /// Shows what a folder holds.
  void open(const std::filesystem::path& folder);
  /// Shows the sweep that was begun last, if there is one; says so if there is none and `aloud`.
  void openLast(bool aloud);

  void pause();
  void resume();
  /// After the iterations in hand; the state is Idle then.
  void stop();

  /// Whether its threads take only what nothing else of the machine has a use for; they do unless
  /// told otherwise.
  void setOnlySpare(bool on) { onlySpare_ = on; }

  State state() const { return state_; }
  bool isActive() const { return state_ != State::Idle; }
  const Contents& contents() const { return contents_; }

 signals:
  void opened();      ///< there is another sweep
  void changed();     ///< cells began or ended
  void progressed();  ///< some iterations more
  void stateChanged();
  void failed(const QString& message);  ///< what was asked for cannot be; why a sweep ended early

 private:
  void prepare(std::function<Result<Contents>()> make, std::function<void()> then);
  void begin(const How& how);
  void look();
  void setState(State state);

  State state_ = State::Idle;
  bool onlySpare_ = true;
  Contents contents_;
  std::unique_ptr<SweepRun> run_;
  QTimer timer_;
  QThreadPool thread_;
};

}  // namespace telegrad::ui
