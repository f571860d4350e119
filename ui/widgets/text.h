// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <QCoreApplication>
#include <QString>

#include "core/base/parameter.h"

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

/// A name that the core puts together, "Gaussian, d = 10,000": the words before the first comma in
/// the window's language.
QString translatedName(const std::string& english);

/// A function's own words, in the window's language, where no class is there to say tr().
inline QString tr(const char* english) {
  return QCoreApplication::translate("telegrad::ui", english);
}

/// A value as a form shows it: an option by its label, in the window's language.
QString valueText(const Parameter& parameter, const Value& value);

/// A worker's own parameter of that label: "Worker 4: slowdown".
QString ofWorker(std::size_t number, const QString& label);

/// A label in the middle of a sentence: its first letter small, unless the window's language writes
/// nouns with a capital.
QString inSentence(const QString& label);

/// `one` for a single thing, else `many` with the number in the place of %1.
QString counted(std::int64_t number, const QString& one, const QString& many);

/// "25,562", with what the window's language has between thousands.
QString grouped(std::int64_t value);

}  // namespace telegrad::ui
