// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "ui/plots/library_plot.h"

namespace telegrad::ui {

/// What a plot of the library shows of the runs' lines.
enum class LineView : std::uint8_t {
  Curves,       ///< themselves
  RatioAtX,     ///< each value over the baseline's at the same x
  RatioAtValue  ///< the x that each needed to a value, over what the baseline needed
};

/// A run's line, with the number of its group over seeds.
struct SourceLine {
  QString name;
  QString groupName;
  int colour = 0;
  std::size_t group = 0;
  LinePointer line;
};

/// Which lines are asked for.
struct LineQuestion {
  std::vector<SourceLine> sources;
  CurveChoice choice;  ///< that all sources were read with
  LineView view = LineView::Curves;
  bool mean = false;         ///< groups of several seeds as their mean, with a band
  std::size_t baseline = 0;  ///< the source that others are measured against
};

/// The lines to draw. Takes as long as there are points; any thread. A line that has nothing in
/// common with the baseline is left out, and so is the baseline of ratios.
std::vector<NamedLine> linesFor(const LineQuestion& question);

/// What the axes of these lines say.
LibraryAxes axesFor(const CurveChoice& choice, LineView view);

}  // namespace telegrad::ui
