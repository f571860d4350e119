// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <QPen>
#include <QSizeF>
#include <QString>

#include "core/base/result.h"
#include "ui/models/lab_chart.h"
#include "ui/widgets/theme.h"

class QCustomPlot;

namespace telegrad::ui {

/// The line of the curve with that number: ten colours, and other dashes for the next ten.
QPen labPen(const Theme& theme, int colour, bool focus);

/// Draws the chart on the plot in the place of what it showed, its legend above in as many rows as
/// `width` asks for; the curve of item `focus` is thick.
/// The result is the legend's height.
int drawChart(QCustomPlot& plot, const LabChart& chart, const Theme& theme, int focus, int width);

struct ChartPaper {
  QSizeF millimetres{160.0, 110.0};
  double dotsPerInch = 300.0;  ///< of a PNG
  bool dark = false;
  QString title;  ///< above the figure; empty for none
};

/// Writes the chart to a file whose name ends in .svg, .pdf, .png or .csv. Needs a QApplication, no
/// screen. Errors: another ending, an empty chart, a file that cannot be written; the message names
/// the file.
Result<void> exportChart(const LabChart& chart, const ChartPaper& paper,
                         const std::filesystem::path& path);

}  // namespace telegrad::ui
