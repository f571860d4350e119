// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenuBar>

namespace telegrad::ui {

/// Lets assistive technology find the widget in a menu bar's upper right corner, beside the menus:
/// to Qt, a menu bar has no children but its menus. Called once the widget is there.
void exposeCorner(QMenuBar& bar);

}  // namespace telegrad::ui
