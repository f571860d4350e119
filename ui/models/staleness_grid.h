// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/experiment/training_run.h"

namespace telegrad::ui {

/// A grid of real runs over kept fraction and staleness: everything else is the same in all.
struct GridPlan {
  Experiment experiment;       ///< DD-EF-SGD and a compressor with a kept fraction
  std::vector<double> deltas;  ///< kept fractions, ascending
  std::vector<int> taus;       ///< staleness, ascending
  int seeds = 1;               ///< of each point: the experiment's and those after it

  bool operator==(const GridPlan&) const = default;

  std::size_t points() const { return deltas.size() * taus.size(); }
  std::size_t runs() const { return points() * static_cast<std::size_t>(seeds); }
  /// The experiment of one run, 0 ... runs() - 1. Seed by seed, so that every point has its first
  /// figure early; within a seed tau by tau.
  /// Errors: a value that the experiment does not allow, or has no place for.
  Result<Experiment> at(std::size_t run) const;
  std::size_t delta(std::size_t run) const { return run % deltas.size(); }
  std::size_t tau(std::size_t run) const { return run % points() / deltas.size(); }
  std::size_t seed(std::size_t run) const { return run / points(); }
};

/// What the runs of a grid train.
struct GridSetting {
  /// Synthetic digits, logistic regression and four workers, which take a fraction of a second a
  /// run; else the draft's dataset, partition, model and cluster.
  bool quick = true;
  std::int64_t iterations = 400;
  double learningRate = 0.01;
  double targetAccuracy = 0.85;  ///< in [0, 1]
  double gradientBits = 0.0;     ///< what the links see of a dense gradient; 0: the real size
};

/// The experiment that the runs share: the draft's network and seed, DD-EF-SGD, the draft's
/// compressor if it has a kept fraction, else top-k.
/// Errors: a setting that is not allowed.
Result<Experiment> gridExperiment(const Experiment& draft, const GridSetting& setting);

/// How one run of the grid ended.
struct GridRun {
  enum class State : std::uint8_t { Waiting, Running, Done, Diverged, Failed };
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

  State state = State::Waiting;
  /// Mean over workers of ||e||^2, and over the evaluations in the second half of the iterations.
  double residual = kNone;
  double iterations = kNone;  ///< to the target; none: not reached
  double seconds = kNone;     ///< likewise, simulated
  double accuracy = kNone;    ///< of the last evaluation

  bool isOver() const { return state != State::Waiting && state != State::Running; }
  bool hasReached() const { return iterations > 0.0; }
};

/// Collects one run's figures from its samples.
class GridRunFigures {
 public:
  GridRunFigures(std::int64_t iterations, double target)
      : iterations_(iterations),
        target_(target) {}

  void take(const Record& record);
  /// With the state that the run ended in.
  GridRun result(RunState state) const;

 private:
  std::int64_t iterations_;
  double target_;
  double residualSum_ = 0.0;
  std::size_t residuals_ = 0;
  GridRun figures_;
};

/// A plan and what came of it so far.
struct StalenessGrid {
  GridPlan plan;
  std::vector<GridRun> runs;  ///< as GridPlan::at() counts them

  /// A point: its runs together. Means are over the seeds that have the figure.
  struct Point {
    int over = 0;  ///< of `seeds`
    int done = 0;
    int diverged = 0;
    int failed = 0;
    int reached = 0;
    bool running = false;
    double residual = GridRun::kNone;
    double iterations = GridRun::kNone;
    double seconds = GridRun::kNone;
  };
  Point point(std::size_t delta, std::size_t tau) const;
  std::size_t over() const;  ///< runs that have ended
};

/// One row a run, with its delta, tau and seed; what is absent is an empty cell.
std::string formatGrid(const StalenessGrid& grid);

/// Reads what formatGrid() wrote; `file` is the name in messages, `experiment` what the runs
/// shared. Rows whose run was under way count as waiting. Errors: another header, a cell that is no
/// such number or state, rows that are no whole grid.
Result<StalenessGrid> parseGrid(std::string_view text, std::string_view file,
                                const Experiment& experiment);

}  // namespace telegrad::ui
