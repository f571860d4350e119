// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

#include "core/metrics/decimation.h"
#include "qcustomplot.h"

namespace telegrad::ui {

/// What part of a curve is looked at, and how finely.
struct PixelView {
  PixelAxis x, y;
};

/// A line's envelope without the points that lie within half a pixel, in x and in y, of the one
/// kept before: dashes stay dashes where a curve is denser than the screen.
QVector<QCPGraphData> pixelPoints(const DecimatedLine& line, const PixelView& view);

}  // namespace telegrad::ui
