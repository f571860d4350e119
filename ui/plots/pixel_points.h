// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

#include <vector>

#include "qcustomplot.h"

namespace telegrad::ui {

/// What part of a curve is looked at, and how finely.
struct PixelView {
  QCPRange x, y;  ///< axis ranges
  bool xLog = false, yLog = false;
  int width = 0, height = 0;  ///< of the axis rect, in pixels
};

/// The points that draw a curve in `view` as all of its points would: of the points that fall into
/// one column of pixels the first, lowest, highest and last, in order, and of those only what lies
/// more than half a pixel apart. One point beyond each edge is kept, so that lines reach the edge.
/// On a logarithmic axis, points that are not positive are left out.
/// Shapes: x and y [n], x never decreases.
QVector<QCPGraphData> pixelPoints(const std::vector<double>& x, const std::vector<double>& y,
                                  const PixelView& view);

}  // namespace telegrad::ui
