// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <QCoreApplication>
#include <QString>

namespace telegrad::ui {

/// The core's words are UTF-8.
inline QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

/// What a description in the core says (a label, a name, a help text), in the window's language.
/// Words that no translation has, such as a name that the user gave, stay as they are.
inline QString translated(const std::string& english) {
  return QCoreApplication::translate("Core", english.c_str());
}

/// A function's own words, in the window's language, where no class is there to say tr().
inline QString tr(const char* english) {
  return QCoreApplication::translate("telegrad::ui", english);
}

/// "25,562", with what the window's language has between thousands.
QString grouped(std::int64_t value);

}  // namespace telegrad::ui
