// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace telegrad {

/// What is said of an experiment, as --set takes it: "algorithm.key=lasg", in order.
using Assignments = std::vector<std::string>;

/// Values from one to another, both ends among them: evenly apart, or by even factors.
struct SweepRange {
  std::string from;  ///< as --set takes it, with its unit
  std::string to;
  std::int64_t steps = 2;  ///< values, the ends included
  Scale scale = Scale::Linear;
  bool operator==(const SweepRange&) const = default;
};

/// A parameter, and the values that it takes in turn.
struct SweepAxis {
  std::string parameter;            ///< "compressor.fraction"; "algorithm.key"
  std::vector<std::string> values;  ///< as --set takes them
  std::optional<SweepRange> range;  ///< instead of `values`
  bool operator==(const SweepAxis&) const = default;
};

/// Many runs that differ in a few parameters: every combination of the axes' values (a grid), and
/// the cells of a list, each once a seed. A pure value, as its file says it; planOf() says which
/// runs that makes.
struct Sweep {
  std::string name;
  std::string summary;
  std::string reference;  ///< what the file calls the base experiment; empty: it is written out
  Experiment base;        ///< that experiment
  Assignments set;        ///< of all cells, before what is their own
  std::vector<SweepAxis> axes;
  std::vector<Assignments> cells;    ///< besides the grid; without axes alone
  std::vector<std::uint64_t> seeds;  ///< none: the base's own

  bool operator==(const Sweep&) const = default;
};

/// One run of a sweep.
struct SweepCell {
  /// What makes it another than the base: values of axes or of the list, spelled as files do.
  Assignments assignments;
  std::vector<std::size_t> at;  ///< the place on each axis; empty for a cell of the list
  std::uint64_t seed = 1;
  std::size_t point = 0;  ///< cells that differ in nothing but the seed have one in common
  /// Its folder in the sweep's: "compressor.fraction=0.01__seed=1". It does not depend on what else
  /// is in the sweep.
  std::string folder;
  Experiment experiment;
};

/// All runs of a sweep, in the order in which they are begun: seed by seed, so that every point has
/// its first figures early; within a seed first the grid, the last axis fastest, then the list.
struct SweepPlan {
  std::vector<std::string> parameters;           ///< of the axes
  std::vector<std::vector<std::string>> values;  ///< of each axis, spelled as files do
  std::size_t points = 0;                        ///< cells of one seed
  std::vector<SweepCell> cells;
};

/// The most cells that a sweep may have.
inline constexpr std::size_t kMostSweepCells = 10'000;

/// The base with what is set for all cells. Errors: as Experiment::withText().
Result<Experiment> baseOf(const Sweep& sweep);

/// An axis's values, spelled as files do; `context` is the experiment in which they are to count.
/// Values of a range are rounded to six digits, of a whole number to whole ones, of which each is
/// there once.
/// Errors: no such parameter; one that another decides; name, summary or seed, of which runs do not
/// differ so; a value that is not allowed or is there twice; none; a range whose ends are no
/// numbers or equal, not positive where it is logarithmic, or of less than 2 or more than 1,000
/// steps.
Result<std::vector<std::string>> valuesOf(const SweepAxis& axis, const Experiment& context);

/// Where the values of axis `index` count: the base, with the first value of every axis of a key
/// ("algorithm.key"), which count first wherever they stand, and of the other axes before it.
/// Errors: as valuesOf().
Result<Experiment> contextOf(const Sweep& sweep, std::size_t index);

/// Errors: as baseOf() and valuesOf(); a parameter on two axes; a cell that cannot run, or that is
/// there twice; a seed twice; nothing that varies; more than kMostSweepCells.
Result<SweepPlan> planOf(const Sweep& sweep);

/// What a text of the form says of an axis: "0.01, 3 %, 0.1", or "0.001 to 1 in 4 steps", which is
/// linear, or "... in 4 log steps".
SweepAxis axisFromText(std::string parameter, const std::string& text);
/// The text that axisFromText() reads back.
std::string textOf(const SweepAxis& axis);

}  // namespace telegrad
