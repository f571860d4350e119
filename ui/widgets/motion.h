// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telegrad::ui {

/// Whether what moves by itself is to stand still, because the user chose so in Edit > Settings: Qt
/// 6.4 hears of no such wish from desktops. Menus and docks then appear at once, and the network's
/// messages wait to be played.
bool reducedMotion();
/// Kept in the settings, and in force at once: effects of menus and lists, and every main window's.
void chooseReducedMotion(bool reduced);
/// As chosen before; called when a window is made.
void applyMotion();

}  // namespace telegrad::ui
