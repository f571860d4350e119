// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "core/experiment/run_forecast.h"
#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// How fast runs went on this machine, kept in the settings between two starts: of each workload
/// its pace, and of any network the multiply-adds a second. Threads: the window's.
class PaceMemory {
 public:
  /// Takes down how fast a run went; nothing of one that was too short to say.
  static void remember(const Run& run);

  /// How long a run of this experiment takes by the last one of its workload; nothing if there was
  /// none.
  static std::optional<double> seconds(const Experiment& experiment);
  /// Of the last network that trained; nothing before the first.
  static std::optional<double> multiplyAddsPerSecond();
};

}  // namespace telegrad::ui
