// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>

#include <QString>
#include <QWidget>

#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// A plot that the View menu offers.
struct PlotEntry {
  const char* key;    ///< stable name in saved layouts
  const char* title;  ///< to translate in the context "Plots"
  std::function<QWidget*(RunsModel& runs, QWidget* parent)> make;
};

/// All plots, in menu order.
std::span<const PlotEntry> plots();

}  // namespace telegrad::ui
