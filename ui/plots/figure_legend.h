// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPen>
#include <QString>

#include "ui/models/runs_model.h"
#include "ui/widgets/theme.h"

class QCustomPlot;

namespace telegrad::ui {

/// A title and a legend of the visible runs above an exported figure, in as many rows as the width
/// asks for. An empty title takes no room.
void addFigureLegend(QCustomPlot* plot, const RunsModel& runs, const Theme& theme,
                     const QString& title, int width);

/// A name, the line that belongs to it (or none: Qt::NoPen), and whether a disc in the line's
/// colour stands on it.
struct LegendSample {
  QString name;
  QPen pen;
  QColor disc;                                                     ///< invalid: none
  enum class Shape { Disc, Diamond, Square } shape = Shape::Disc;  ///< instead of the disc
};

/// The samples in as many rows as the width asks for, as a new first row of the plot's layout. The
/// result is its height.
int addLegendRow(QCustomPlot* plot, std::vector<LegendSample> samples, const Theme& theme,
                 int width);
/// A title as a new first row; an empty one takes no room.
void addTitleRow(QCustomPlot* plot, const Theme& theme, const QString& title);

}  // namespace telegrad::ui
