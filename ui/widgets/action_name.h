// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QString>

namespace telegrad::ui {

/// An action's name in running text: without the mark of its key, and the dots that say it asks.
inline QString actionName(const QAction& action) {
  return action.text().remove(QLatin1Char('&')).remove(QStringLiteral("…")).trimmed();
}

}  // namespace telegrad::ui
