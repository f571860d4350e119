// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QString>

#include "core/theory/bottleneck.h"
#include "ui/models/runs_model.h"
#include "ui/panels/now_panel.h"

namespace telegrad::ui {

/// Where a run's recent iterations spent their time, and what would help.
struct TimeShares {
  // Shares of a worker's time, mean over the workers; 1 together.
  double computes = 0.0, encodes = 0.0, waits = 0.0;
  // Shares of the way of the update that is waited for, from the beginning of its gradient; 1
  // together.
  std::array<double, 5> way{};  ///< compute, encode, queue, send, latency
  double waySeconds = 0.0;      ///< of one iteration
  IterationFigures figures;
  double denseBits = Record::kNone;  ///< of a gradient, as the links see it
  double sentBits = Record::kNone;   ///< of an upload, as the links see it

  bool isKnown() const { return waySeconds > 0.0; }
  static TimeShares of(const Run& run);
};

/// What holds an iteration up, in a sentence or two.
QString bottleneckWords(const TimeShares& shares, const BottleneckReport& report);
/// What fewer bits would change, and what would help most.
QString leverWords(const TimeShares& shares, const BottleneckReport& report);
/// Below which bandwidth compressing pays; empty where that is not known.
QString payoffWords(const TimeShares& shares, const BottleneckReport& report);

}  // namespace telegrad::ui
