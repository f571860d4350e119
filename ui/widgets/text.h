// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

namespace telegrad::ui {

/// The core's words are UTF-8.
inline QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

}  // namespace telegrad::ui
