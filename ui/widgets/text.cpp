// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text.h"

#include <QLocale>

namespace telegrad::ui {

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
