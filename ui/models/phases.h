// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include "ui/models/span_history.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

/// "compute", as legends and labels say it.
QString phaseName(Phase phase);
/// The same colour wherever a phase is shown.
QColor phaseColour(Phase phase, const Theme& theme);
/// From fresh (0) to as late as any (1), by lightness, so that it is told apart without hue.
QColor stalenessColour(double share, const Theme& theme);

}  // namespace telegrad::ui
