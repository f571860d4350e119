// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

#include "ui/widgets/theme.h"

namespace telegrad::ui {

/// The application's style sheet, made from the theme's tokens: flat, hairlines, visible focus.
QString styleSheet(const Theme& theme);

/// The same colours for what a style sheet does not reach (text selections, disabled text).
QPalette palette(const Theme& theme);

/// What the user chose in View > Theme.
enum class ThemeChoice { System, Light, Dark };

/// Gives the whole application that theme: Theme::current(), palette, fonts and style sheet.
/// Widgets hear of it as of any change of style (QEvent::PaletteChange, QEvent::StyleChange).
void applyTheme(ThemeChoice choice);

/// Shows all type, and the lines of plots, that much larger than usual: typeScale(), with the theme
/// that is chosen.
void applyTypeScale(double scale);

/// What the user chose the last time.
ThemeChoice chosenTheme();

/// True where the desktop's own palette has light text on a dark ground.
bool systemIsDark();

}  // namespace telegrad::ui
