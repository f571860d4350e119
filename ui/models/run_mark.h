// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>

namespace telegrad::ui {

/// The square before a run's name: filled where its curve is shown, else its frame alone.
QPixmap runMark(const QColor& colour, bool filled);

}  // namespace telegrad::ui
