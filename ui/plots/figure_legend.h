// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/models/runs_model.h"
#include "ui/widgets/theme.h"

class QCustomPlot;

namespace telegrad::ui {

/// A title and a legend of the visible runs above an exported figure, in as many rows as the width
/// asks for. An empty title takes no room.
void addFigureLegend(QCustomPlot* plot, const RunsModel& runs, const Theme& theme,
                     const QString& title, int width);

}  // namespace telegrad::ui
