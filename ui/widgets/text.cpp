// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text.h"

#include <QLocale>

namespace telegrad::ui {

QString grouped(std::int64_t value) {
  return QLocale(QLocale::English, QLocale::UnitedStates)
      .toString(qlonglong{value})
      .replace(',', QCoreApplication::translate("Numbers", ",", "between thousands"));
}

}  // namespace telegrad::ui
