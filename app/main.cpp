// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <vector>

#include <QApplication>
#include <QIcon>
#include <QSettings>

#include "app/command_words.h"
#include "app/exit_status.h"
#include "app/plot_command.h"
#include "app/reference_pages.h"
#include "app/window_command.h"
#include "ui/widgets/language.h"
#include "ui/widgets/style_sheet.h"

namespace {

/// A figure needs no display: drawn in memory where there is none.
void drawInMemoryWithoutDisplay() {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY") &&
      !qEnvironmentVariableIsSet("WAYLAND_DISPLAY"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

int dispatch(int argc, char** argv) {
  CLI::App app("A desktop lab for communication-efficient distributed training.", "telegrad");
  app.set_version_flag("--version", "telegrad " TELEGRAD_VERSION);
  telegrad::addDocumentationFlags(app);
  telegrad::addReferenceOption(app, [] { return std::vector<telegrad::ReferencePage>(); });
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
  try {
    return dispatch(argc, argv);
  } catch (const std::exception& error) {  // no memory, say
    std::cerr << "telegrad: " << error.what() << '\n';
    return telegrad::kFailed;
  }
}
