// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/widgets/text.h"

namespace telegrad::ui {

/// The number with an SI prefix after a narrow space, at most `digits` significant digits and no
/// trailing zeros: 3.31e9 -> "3.3 G", 0.0125 -> "12.5 m", 36 -> "36". Not finite: an en dash.
QString siNumber(double value, int digits = 2);

/// `digits` significant digits without trailing zeros or exponent where that stays short: 0.026,
/// 12.3; else with a power of ten: "2.6·10⁻⁷". Not finite: an en dash.
QString shortNumber(double value, int digits = 3);

/// A share as per cent: 0.981 -> "98.1 %". Not finite: an en dash.
QString percent(double share, int decimals = 1);

/// "20 s", "3 min", "2 days": as roughDuration() has it, in the window's language.
QString roughly(double seconds);

/// "10⁹", "10⁻³".
QString powerOfTen(int exponent);

}  // namespace telegrad::ui
