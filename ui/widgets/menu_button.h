// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QToolButton>

namespace telegrad::ui {

/// Gives the button a menu, which a click or the space bar opens. Assistive technology opens it too
/// and finds the entries below the button: to Qt a button of this kind has no action that does
/// anything, and no menu.
void giveMenu(QToolButton& button, QMenu& menu);

}  // namespace telegrad::ui
