// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include <QColor>
#include <QFile>
#include <QSizeF>
#include <QString>

#include "core/base/result.h"

class QCustomPlot;

namespace telegrad::ui {

/// What a plot is written on.
struct PlotPaper {
  QSize size;                  ///< of the drawing, in pixels of 96 an inch: see paperSize()
  QSize pixels;                ///< of a PNG: the drawing is scaled to that width
  double dotsPerInch = 300.0;  ///< of a PNG, as it says of itself
  QColor ground;               ///< behind the drawing
  QString title;
  QString description;
  std::string carried = {};  ///< what the file carries besides, as figure_file.h has it; or nothing
};

/// The size in pixels of 96 an inch, at which 11 px of type are 8.25 points; never too small to
/// draw on.
QSize paperSize(const QSizeF& millimetres);
/// The pixels of that many millimetres.
QSize pixelSize(const QSizeF& millimetres, double dotsPerInch);
/// The paper's size of a picture of that many pixels.
QSize paperSize(const QSize& pixels, double dotsPerInch);

/// Draws the plot, which need not be seen, to a file whose name ends in .svg, .pdf (vector, fonts
/// embedded) or .png. Errors: another ending, a file that cannot be written; the message names it.
Result<void> writePlot(QCustomPlot& plot, const PlotPaper& paper,
                       const std::filesystem::path& path);
/// What such a file is refused with.
Error cannotWrite(const std::filesystem::path& path, const QString& why);
/// As Qt names files.
QString fileName(const std::filesystem::path& path);
/// The same error, for whoever checks before drawing.
Result<void> checkEnding(const std::filesystem::path& path);
/// Puts text in the place of the file. Errors: it cannot be written; the message names it.
Result<void> writeText(const std::string& text, const std::filesystem::path& path);

}  // namespace telegrad::ui
