// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <iostream>
#include <vector>

#include <QApplication>
#include <QCoreApplication>
#include <QIcon>
#include <QSettings>

#include "app/command_words.h"
#include "app/exit_status.h"
#include "app/plot_command.h"
#include "app/reference_pages.h"
#include "app/window_command.h"
#include "core/base/crash_handler.h"
#include "ui/widgets/language.h"
#include "ui/widgets/style_sheet.h"

namespace {

/// A figure needs no display: drawn in memory where there is none.
void drawInMemoryWithoutDisplay() {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY") &&
      !qEnvironmentVariableIsSet("WAYLAND_DISPLAY"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

/// As Qt prints it; a crash's report repeats the last ones.
void takeMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  const auto line = qFormatLogMessage(type, context, message).toLocal8Bit();
  telegrad::rememberMessage(line.toStdString());
  std::fprintf(stderr, "%s\n", line.constData());  // NOLINT(cppcoreguidelines-pro-type-vararg)
}

/// Of the program's own command line, and of all else in the language that the window speaks
/// besides English; telegrad-cli, which has no translations, writes it in English.
void addReferenceOptions(CLI::App& app) {
  telegrad::addReferenceOption(app, "--reference", [&app] {
    return std::vector<telegrad::ReferencePage>{{"telegrad.md", telegrad::commandLinePage(app)}};
  });
  telegrad::addReferenceOption(app, "--german-reference", [] {
    int none = 0;
    const QCoreApplication program(none, nullptr);
    telegrad::ui::applyLanguage(QStringLiteral("de"));
    return telegrad::referencePages();
  });
}

int dispatch(int argc, char** argv) {
  CLI::App app("A desktop lab for communication-efficient distributed training.", "telegrad");
  app.set_version_flag("--version", "telegrad " TELEGRAD_VERSION);
  telegrad::addDocumentationFlags(app);
  addReferenceOptions(app);
  telegrad::WindowArguments window;
  telegrad::addWindowOptions(app, window);
  telegrad::PlotArguments figure;
  const auto* plot = telegrad::addPlotCommand(app, figure);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? telegrad::kDone : telegrad::kUnusable;
  }
  if (plot->parsed()) drawInMemoryWithoutDisplay();
  QApplication program(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("telegrad"));
  QApplication::setApplicationName(QStringLiteral("telegrad"));
  QApplication::setApplicationVersion(QStringLiteral(TELEGRAD_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("telegrad"));
  telegrad::ui::applyLanguage(plot->parsed() ? QStringLiteral("en")
                                             : telegrad::ui::chosenLanguage());
  telegrad::ui::applyTheme(telegrad::ui::chosenTheme());
  QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/telegrad.svg")));
  return plot->parsed() ? telegrad::plotCommand(figure) : telegrad::windowCommand(window);
}

}  // namespace

int main(int argc, char** argv) {
  telegrad::leaveCrashReports("telegrad", TELEGRAD_VERSION);
  qInstallMessageHandler(takeMessage);
  try {
    return dispatch(argc, argv);
  } catch (const std::exception& error) {  // no memory, say
    telegrad::reportException(error.what());
    std::cerr << "telegrad: " << error.what() << '\n';
    return telegrad::kFailed;
  }
}
