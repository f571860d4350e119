// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include <QObject>
#include <QString>

#include "ui/models/run_feed.h"
#include "ui/models/staleness_grid.h"

namespace telegrad::ui {

/// Carries out a grid of runs, one after the other on threads that give way to the window's, and
/// keeps what came of each. A run's figures are those of `telegrad-cli run` with the same
/// experiment.
///
/// Threads: the window's. The destructor ends the iteration in hand.
class GridMeasurement : public QObject {
  Q_OBJECT

 public:
  explicit GridMeasurement(QObject* parent = nullptr);
  ~GridMeasurement() override;
  Q_DISABLE_COPY_MOVE(GridMeasurement)

  /// Begins a grid in the place of the one there is. `data` is searched before all other data
  /// folders. Nothing happens while a grid is being measured.
  /// Errors: a run of the plan is no allowed experiment; a plan without runs.
  Result<void> start(const GridPlan& plan, const std::filesystem::path& data = {});
  /// Goes on with the runs that are still waiting, and tries those that failed again. Likewise.
  Result<void> resume(const std::filesystem::path& data = {});
  /// After the iteration in hand; the run in hand counts as waiting. ended() follows.
  void cancel();
  /// Shows a grid that was read back. Nothing happens while one is being measured.
  void show(const StalenessGrid& grid);

  bool isRunning() const { return feed_ != nullptr; }
  bool isCancelling() const { return cancelled_ && isRunning(); }
  const StalenessGrid& grid() const { return grid_; }
  /// Of all runs, with the part of the one in hand that is done; 0 to 1.
  double progress() const;
  /// Why the last run that failed did.
  const QString& failure() const { return failure_; }

 signals:
  void changed();     ///< a run began or ended, or there is another grid
  void progressed();  ///< some iterations more
  void ended();       ///< nothing is being measured any more

 private:
  void next();
  void finish();

  StalenessGrid grid_;
  std::filesystem::path data_;
  RunFeed* feed_ = nullptr;  // a child
  std::size_t run_ = 0;      // the one in hand
  std::optional<GridRunFigures> figures_;
  qint64 iteration_ = 0;
  qint64 iterations_ = 1;
  bool cancelled_ = false;
  QString failure_;
};

}  // namespace telegrad::ui
