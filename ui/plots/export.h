// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <QSizeF>
#include <QString>

#include "core/base/result.h"
#include "core/metrics/series.h"
#include "ui/models/runs_model.h"
#include "ui/plots/curve_options.h"

namespace telegrad::ui {

/// A figure of curves for paper or slides.
struct FigureOptions {
  CurveOptions curves;
  QSizeF millimetres{160.0, 120.0};  ///< vector files are this large; text is 8 points
  double dotsPerInch = 300.0;        ///< of a PNG
  std::optional<QSize> pixels;       ///< of a PNG, instead of size and resolution
  bool dark = false;                 ///< paper is light
  QString title;                     ///< above the figure; empty for none
  bool target = true;                ///< with the target's line
  std::optional<AxisRange> x;        ///< what is seen of the x axis; everything without
  bool carry = true;                 ///< the file carries the runs that it shows
};

/// Writes the visible runs' curves, with legend, axis titles and change markers, to a file whose
/// name ends in .svg, .pdf (vector, fonts embedded) or .png. Where wanted, the file carries
/// the experiment and the journal of each of these runs (core/sharing). Needs a QApplication, no
/// screen. Errors: another ending, no visible run with records, a file that cannot be written; the
/// message
///   names the file.
Result<void> exportFigure(const RunsModel& runs, const FigureOptions& options,
                          const std::filesystem::path& path);

/// Writes the visible runs' records as tidy CSV: a column `run`, then those of iterations.csv,
/// named with their units; a row for each record whose `x` is within `range`, or for each. Errors:
/// no visible run with records, a file that cannot be written; the message names it.
Result<void> exportCsv(const RunsModel& runs, XQuantity x, std::optional<AxisRange> range,
                       const std::filesystem::path& path);

}  // namespace telegrad::ui
