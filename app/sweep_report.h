// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <iosfwd>
#include <map>
#include <span>
#include <string>

#include "core/experiment/sweep_run.h"
#include "core/experiment/sweep_table.h"

namespace telegrad {

/// How far a sweep has come: a line for each cell that ends, and below, if standard error is a
/// terminal, how many there are to go. `out` is what writes to standard error.
///
/// Threads: one.
class SweepProgress {
 public:
  /// `over`: cells that came to their end before.
  SweepProgress(const SweepPlan& plan, std::size_t over, std::ostream& out);

  void show(const CellNews& news);
  void note(const std::string& text);  ///< a line of its own
  void draw();                         ///< now and then
  void end();

 private:
  const SweepPlan& plan_;
  std::ostream& out_;
  bool terminal_;
  bool lineOnScreen_ = false;
  std::size_t over_;
  std::map<std::size_t, double> running_;  // cell, and the part of it that is done
  std::chrono::steady_clock::time_point next_;
};

/// What came of a sweep, and which of its points no other beats.
void printSweep(std::ostream& out, const Sweep& sweep, const SweepPlan& plan,
                std::span<const CellResult> results);

}  // namespace telegrad
