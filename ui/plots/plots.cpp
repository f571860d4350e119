// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plots.h"

#include <array>

#include "ui/plots/criterion_plot.h"
#include "ui/plots/curves_plot.h"
#include "ui/plots/worker_strip.h"

namespace telegrad::ui {
namespace {

template <typename Plot>
QWidget* make(RunsModel& runs, QWidget* parent) {
  return new Plot(runs, parent);
}

}  // namespace

// A new plot is a file beside this one and a line in this list.
std::span<const PlotEntry> plots() {
  static const std::array<PlotEntry, 3> all{
      {{"curves", QT_TRANSLATE_NOOP("Plots", "Curves"), make<CurvesPlot>},
       {"who-spoke", QT_TRANSLATE_NOOP("Plots", "Who spoke"), make<WorkerStrip>},
       {"criterion", QT_TRANSLATE_NOOP("Plots", "Why a worker uploads"), make<CriterionPlot>}}};
  return all;
}

}  // namespace telegrad::ui
