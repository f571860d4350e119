// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include "ui/widgets/theme.h"

class QCPAxisRect;
class QCPPainter;

namespace telegrad::ui {

QString targetLabel(double accuracy);  ///< "target 98 %"

/// Where the line's label of this size goes: above or below it, at one end or the other; the first
/// place that covers least of the curves. Pixels; empty where there is no room for it.
QRectF targetLabelPlace(const QCPAxisRect& rect, const QSizeF& size, double accuracy,
                        bool rightFirst);

/// The line of the target accuracy, with its label, which begins to look for a place at the right
/// end; on paper, at the left.
void paintTarget(QCPPainter& painter, const Theme& theme, const QCPAxisRect& rect, double accuracy,
                 bool draggable);

/// Whether a mouse at this place takes hold of the line.
bool holdsTarget(const QCPAxisRect& rect, double accuracy, const QPointF& position);

/// The accuracy at this height, to the tenth of a per cent.
double targetAt(const QCPAxisRect& rect, const QPointF& position);

}  // namespace telegrad::ui
