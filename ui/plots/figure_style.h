// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPen>
#include <QString>

#include "ui/widgets/theme.h"

class QCPAxis;
class QCPAxisRect;
class QCPLayer;
class QCPPainter;
class QCustomPlot;

namespace telegrad::ui {

struct LinkedRects {
  QCPAxisRect* upper;
  QCPAxisRect* lower;
};

/// Two axis rects below each other with their edges in line; tick labels of x on the lower only.
LinkedRects makeLinkedRects(QCustomPlot* plot);

/// A layer that is drawn into a buffer of its own, on top of those there are.
QCPLayer* addBufferedLayer(QCustomPlot* plot, const QString& name);

/// Frame, grid, ticks and text in the theme's colours.
void styleRect(QCPAxisRect& rect, const Theme& theme);
/// The left axis's title, at the same distance whatever the width of its tick labels.
void paintLeftTitle(QCPPainter& painter, const QCPAxisRect& rect, const QString& title,
                    const Theme& theme);
void titleAxis(QCPAxis& axis, const QString& title, const Theme& theme);

/// Linear or logarithmic, with its ticks. `whole`: of a count.
void setScale(QCPAxis& axis, bool log, bool whole, int mostTicks);

/// What a figure is drawn on. A screen is drawn again and again, so that its lines are thinner.
enum class Ground { Screen, Paper };

/// The current run thick and solid, others thinner and dashed as belongs to their colour.
QPen runPen(const Theme& theme, int colour, bool focus, Ground ground);
QPen rawPen(const Theme& theme, int colour);

}  // namespace telegrad::ui
