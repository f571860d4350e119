// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <iosfwd>
#include <optional>
#include <string>

#include "core/experiment/training_run.h"
#include "core/metrics/remaining_time.h"

namespace telegrad {

/// How far a run has come: a bar if standard error is a terminal, else plain lines, about one a
/// second. `out` is what writes to standard error.
///
/// Threads: one.
class RunProgress {
 public:
  RunProgress(Experiment experiment, std::ostream& out);

  void prepared(const RunInfo& info);  ///< may be called again; the first call counts
  void show(const Sample& sample);
  void note(const std::string& text);  ///< a line of its own
  void end();                          ///< shows the last sample if it has not been shown

 private:
  void draw();
  std::string describeRecord() const;

  Experiment experiment_;
  std::ostream& out_;
  bool terminal_;
  bool barOnScreen_ = false;
  std::optional<RunInfo> info_;
  std::optional<Record> record_;  // not drawn yet
  double accuracy_ = Record::kNone;
  RunPlan plan_;
  RemainingTime remaining_;
  std::chrono::steady_clock::time_point next_;  // when to draw again
};

}  // namespace telegrad
