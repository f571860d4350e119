// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text.h"

#include <algorithm>

#include <QLocale>

namespace telegrad::ui {

QString valueText(const Parameter& parameter, const Value& value) {
  const auto* choice = std::get_if<Choice>(&parameter.kind);
  const auto* option = std::get_if<std::string>(&value);
  if (choice == nullptr || option == nullptr) return text(displayValue(parameter, value));
  const auto at = std::ranges::find(choice->options, *option) - choice->options.begin();
  const auto i = static_cast<std::size_t>(at);
  return translated(i < choice->labels.size() ? choice->labels[i] : *option);
}

QString ofWorker(std::size_t number, const QString& label) {
  return QCoreApplication::translate("ChangeMarkers", "Worker %1: %2")
      .arg(number)
      .arg(inSentence(label));
}

QString translatedName(const std::string& english) {
  const auto words = english.substr(0, english.find(','));
  return translated(words) + text(english.substr(words.size()));
}

QString inSentence(const QString& label) {
  return QLocale().language() == QLocale::German ? label : label.left(1).toLower() + label.mid(1);
}

QString counted(std::int64_t number, const QString& one, const QString& many) {
  return number == 1 ? one : many.arg(grouped(number));
}

QString grouped(std::int64_t value) {
  return QLocale(QLocale::English, QLocale::UnitedStates)
      .toString(qlonglong{value})
      .replace(',', QCoreApplication::translate("Numbers", ",", "between thousands"));
}

}  // namespace telegrad::ui
