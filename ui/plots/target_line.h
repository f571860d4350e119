// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>

#include "ui/widgets/theme.h"

class QCPAxisRect;
class QCPPainter;

namespace telegrad::ui {

QString targetLabel(double accuracy);  ///< "target 98 %"

/// The line of the target accuracy, with its label at the right end; on paper, at the left.
void paintTarget(QCPPainter& painter, const Theme& theme, const QCPAxisRect& rect, double accuracy,
                 bool draggable);

/// Whether a mouse at this place takes hold of the line.
bool holdsTarget(const QCPAxisRect& rect, double accuracy, const QPointF& position);

/// The accuracy at this height, to the tenth of a per cent.
double targetAt(const QCPAxisRect& rect, const QPointF& position);

}  // namespace telegrad::ui
