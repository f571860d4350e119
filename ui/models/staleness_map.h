// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <QPointF>
#include <QString>

#include "core/experiment/experiment.h"
#include "core/theory/deco.h"
#include "core/theory/iteration_time.h"
#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// The decision rule's picture for one network: where communication hides behind computation, which
/// points DeCo weighs there, and which it takes.
struct StalenessMap {
  static constexpr double kLeastDelta = 1e-4;  ///< left edge; the right one is 1
  static constexpr int kUsualTau = 16;         ///< upper edge, unless the choice is beyond it
  static constexpr int kMostTau = kMaxStaleness;

  IterationConditions conditions;
  DecoSettings settings;
  std::optional<DecoDecision> decision;  ///< none: `reason` says why
  QString reason;
  int mostTau = kUsualTau;
  std::vector<double> hiddenUpTo;  ///< largest delta at tau = 0, 1, ... mostTau; 0 where none

  /// What DeCo would do here and what an iteration would take, in a sentence or two.
  QString sentence() const;
  /// The edge of the region in (delta, tau): a staircase from the left edge of the map to its top,
  /// each staleness as a row from tau - 1/2 to tau + 1/2. Empty if there is no such point.
  std::vector<QPointF> outline() const;
};

/// DeCo's settings as the experiment has them, if DeCo is its algorithm; else its initial ones.
DecoSettings decoSettingsOf(const Experiment& experiment, PhiBase base);

StalenessMap stalenessMap(const IterationConditions& conditions, const DecoSettings& settings);

/// phi at `columns` deltas, evenly spread over the logarithm from kLeastDelta to 1, for tau = 0 ...
/// mostTau: row by row. Kept within [least, most], so that it has a colour.
std::vector<double> noiseMap(std::size_t columns, int mostTau, PhiBase base, double least,
                             double most);
/// The delta of a column.
double deltaOf(std::size_t column, std::size_t columns);

/// Where a run was: kept fraction and staleness of its last iterations, one point each time they
/// changed, oldest first.
class RunTrail {
 public:
  struct Point {
    double delta = 1.0;
    int tau = 0;
    bool operator==(const Point&) const = default;
  };
  static constexpr std::size_t kLongest = 24;

  /// Reads what the run has more than last time; from the start if it is another run.
  /// True if there is something new to draw.
  bool take(const Run* run);
  const std::vector<Point>& points() const { return points_; }

 private:
  int id_ = 0;
  std::size_t read_ = 0;
  std::vector<Point> points_;
};

}  // namespace telegrad::ui
