// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace telegrad::ui {

/// Makes the wheel move `widget` only while it has the focus, so that scrolling a panel changes
/// nothing it passes over.
void takeWheelOnlyWithFocus(QWidget* widget);

}  // namespace telegrad::ui
