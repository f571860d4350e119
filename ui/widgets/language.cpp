// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/language.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include "core/base/said.h"
#include "ui/widgets/text.h"

// A static library's resources are linked in only where they are asked for; outside any namespace.
static void useTranslations() {
  Q_INIT_RESOURCE(translations);
}

namespace telegrad::ui {
namespace {

constexpr auto kSetting = "language";

QString& spoken() {
  static QString code = QStringLiteral("en");
  return code;
}

bool isSpoken(const QString& code) {
  const auto all = languages();
  return std::ranges::find(all, code, &Language::code) != all.end();
}

/// The first of the languages that the desktop asks for which is spoken here.
QString desktopLanguage() {
  for (const auto& wanted : QLocale::system().uiLanguages()) {
    auto code = wanted.section('-', 0, 0);
    if (isSpoken(code)) return code;
  }
  return QStringLiteral("en");
}

/// The translator of that file, which lives as long as the application; null if there is none.
QTranslator* load(const QString& name, const QString& folder) {
  auto* translator = new QTranslator(qApp);
  if (!translator->load(name, folder)) {
    delete translator;
    return nullptr;
  }
  translator->setObjectName(QLatin1String(kSetting));
  return translator;
}

}  // namespace

QList<Language> languages() {
  return {{QString(), tr("As the desktop")},
          {QStringLiteral("en"), QStringLiteral("English")},
          {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

QString chosenLanguage() {
  const auto code = QSettings().value(QLatin1String(kSetting)).toString();
  return isSpoken(code) ? code : QString();
}

void saveLanguage(const QString& code) {
  QSettings().setValue(QLatin1String(kSetting), code);
}

void applyLanguage(const QString& code) {
  useTranslations();
  for (auto* before : qApp->findChildren<QTranslator*>(QLatin1String(kSetting))) {
    QCoreApplication::removeTranslator(before);
    delete before;
  }
  const auto language = code.isEmpty() ? desktopLanguage() : code;
  spoken() = language;
  QLocale::setDefault(code.isEmpty() ? QLocale::system() : QLocale(language));
  if (language == QLatin1String("en")) return speak({});
  speak([](const char* pattern) {
    return QCoreApplication::translate("Core", pattern).toStdString();
  });
  // Qt's own words, on buttons and in menus of text fields, then ours.
  const auto qt = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
  for (auto* translator :
       {load(QStringLiteral("qtbase_") + language, qt),
        load(QStringLiteral("telegrad_") + language, QStringLiteral(":/translations"))})
    if (translator != nullptr) QCoreApplication::installTranslator(translator);
}

QString spokenLanguage() {
  return spoken();
}

}  // namespace telegrad::ui
