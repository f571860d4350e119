// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "ui/plots/read_out.h"
#include "ui/widgets/theme.h"

class QCPPainter;

namespace telegrad::ui {

/// Draws the read-out as a card beside `at`, within `bounds`, on whichever side there is room.
void paintReadOut(QCPPainter& painter, const Theme& theme, const ReadOut& readOut,
                  const QPointF& at, const QRectF& bounds);

}  // namespace telegrad::ui
