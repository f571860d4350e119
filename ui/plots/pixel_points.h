// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <qcustomplot.h>

#include "core/metrics/decimation.h"

namespace telegrad::ui {

/// What part of a curve is looked at, and how finely.
struct PixelView {
  PixelAxis x, y;
};

/// A line's envelope without the points that lie within 0.3 pixels of the line through the others:
/// few enough to draw dashed in a millisecond, and dashes stay dashes.
QVector<QCPGraphData> pixelPoints(const DecimatedLine& line, const PixelView& view);

}  // namespace telegrad::ui
