// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/models/sweep_session.h"

namespace telegrad::ui {

/// "Kept fraction", "Algorithm": a parameter as forms call it, in the sweep's first cell that has
/// it; its path where none has.
QString parameterLabel(const SweepPlan& plan, const std::string& parameter);
/// A value of it as forms show it: "1 %", "Top-k".
QString parameterValue(const SweepCell& cell, const std::string& parameter);

/// "88.5 %", "12.4 Mbit", "3.25 s", "400"; an en dash where there is none.
QString figureText(const SweepQuantity& quantity, double value, int digits = 3);
/// "Payload bits", "Simulated time, s": an axis's title.
QString quantityTitle(const SweepQuantity& quantity);

/// "finished", "running, 40 %".
QString stateText(const SweepSession::Contents& contents, std::size_t cell);

/// A point in a line, "Kept fraction 1 %, Staleness 4", and what came of its runs below.
QString pointTitle(const SweepSession::Contents& contents, std::size_t point);
QString pointText(const SweepSession::Contents& contents, std::size_t point);

}  // namespace telegrad::ui
