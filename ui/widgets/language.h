// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace telegrad::ui {

/// A language that the window speaks. Its words are in resources/translations, made by
/// packaging/translations.sh. The core's messages are in it too; on the command line all is
/// English.
struct Language {
  QString code;  ///< "en", "de"; empty: the desktop's, where it is one of these, else English
  QString name;  ///< in the language itself
};

/// Those there are; the desktop's first.
QList<Language> languages();

/// What the user chose: a code that languages() has.
QString chosenLanguage();
void saveLanguage(const QString& code);

/// The language of all widgets that are made from now on: call it before the first. Dates are
/// written as that language has them; numbers are not, but for the mark between thousands, so that
/// what is read in the window can be typed into a file and on the command line.
void applyLanguage(const QString& code);

/// The code of the one that applyLanguage() chose; "en" before.
QString spokenLanguage();

}  // namespace telegrad::ui
