// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/sweep_folder.h"

namespace telegrad {

/// A figure of a cell that finished: a column of results.csv, what a heat map shows, an axis.
struct SweepQuantity {
  std::string key;   ///< the column's name, with its unit: "payload_bits"
  std::string name;  ///< what a user reads: "Payload bits"
  std::string unit;  ///< "bit", "s"; empty for counts, losses and shares
  std::string summary;
  bool isShare = false;                      ///< in [0, 1]
  bool isWhole = false;                      ///< a count
  bool moreIsBetter = false;                 ///< of two runs
  bool isOfTarget = false;                   ///< absent where the target was not reached
  double (*read)(const CellResult& result);  ///< NaN where there is none
};

/// All of them, in the order of the columns.
std::span<const SweepQuantity> sweepQuantities();

/// The quantity with that key, which the program itself has written down.
const SweepQuantity& sweepQuantity(std::string_view key);

/// The cells of a point, one for each seed, together.
struct SweepPoint {
  std::vector<std::size_t> cells;
  std::size_t finished = 0;
  std::size_t diverged = 0;
  std::size_t failed = 0;
};

std::vector<SweepPoint> pointsOf(const SweepPlan& plan, std::span<const CellResult> results);

/// A figure of some cells.
struct MeanFigure {
  double mean = Record::kNone;  ///< over those that have it
  std::size_t count = 0;        ///< how many that are
};
MeanFigure meanOf(const SweepQuantity& quantity, const SweepPoint& point,
                  std::span<const CellResult> results);

/// What the runs of a sweep are judged by: final accuracy, or for convex problems suboptimality,
/// of which less is better.
const SweepQuantity& worthOf(const SweepPlan& plan);

/// The points that no other beats, of means: worth against a cost (paretoFront()), by rising cost.
std::vector<std::size_t> frontOf(std::span<const SweepPoint> points,
                                 std::span<const CellResult> results, const SweepQuantity& worth,
                                 const SweepQuantity& cost);

/// results.csv: one row a cell: its folder, its value on each axis and of each parameter of the
/// list, seed, state, all quantities, the weights' digest, and whether its point is on the front
/// of payload bits and of simulated time. It has no wall time, so the same sweep gives the same
/// bytes.
std::string resultsCsv(const SweepPlan& plan, std::span<const CellResult> results);

/// The value that a cell has of a parameter: "compressor.fraction", "algorithm.key".
std::string valueIn(const SweepCell& cell, const std::string& parameter);

/// What cells differ in, besides the seed: the axes, then what only the list names.
std::vector<std::string> parametersOf(const SweepPlan& plan);

}  // namespace telegrad
