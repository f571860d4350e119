// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

namespace telegrad::ui {

/// From here on, assistive technology sees the object as the Accessible that this factory makes of
/// it, whatever it saw before. The factory is asked for every object of the program and answers
/// with nothing for those that are not its own.
template <typename Accessible>
void makeAccessibleAs(QObject& object, QAccessible::InterfaceFactory factory) {
  QAccessible::installFactory(factory);  // Qt keeps each one once
  auto* before = QAccessible::queryAccessibleInterface(&object);
  if (before != nullptr && dynamic_cast<Accessible*>(before) == nullptr)
    QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(before));
}

}  // namespace telegrad::ui
