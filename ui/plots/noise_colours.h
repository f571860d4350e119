// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include "ui/widgets/theme.h"

namespace telegrad::ui {

/// A colour for more or less of something, 0 to 1: from sand to deep blue on a light ground, from
/// deep blue to sand on a dark one, so that more stands out. Its lightness is monotone, and blue
/// against yellow is what the common colour deficiencies leave.
QColor noiseColour(const Theme& theme, double share);

/// A colour of one hue for a share, 0 to 1: from the ground to deep blue where the theme is light,
/// to pale blue where it is dark. Its lightness is monotone.
QColor blueColour(const Theme& theme, double share);

/// Black or white, whichever reads better on that ground.
QColor inkOn(const QColor& ground);

}  // namespace telegrad::ui
