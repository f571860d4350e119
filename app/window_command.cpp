// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_command.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <QApplication>

#include "app/end_on_signal.h"
#include "app/exit_status.h"
#include "app/shipped_experiments.h"
#include "app/start_timing.h"
#include "core/experiment/experiment_file.h"
#include "core/sharing/carried_runs.h"
#include "ui/main_window.h"

namespace telegrad {

void addWindowOptions(CLI::App& app, WindowArguments& arguments) {
  app.add_option("PATH", arguments.paths,
                 "Experiment files (or the names of shipped ones), figures that carry some, and "
                 "run folders. The last "
                 "experiment is what Run trains; run folders are shown as overlays")
      ->type_name("FILE.toml|RUN_FOLDER");
  app.add_flag("--run", arguments.run, "Begin at once");
  app.add_flag("--kiosk", arguments.kiosk,
               "Full screen, without the menus that open, save and set");
  app.add_flag("--timing", arguments.timing,
               "Say on standard error how long the window took, and its first curve");
  app.add_option("--data", arguments.data, "Folder to look for datasets first")
      ->type_name("FOLDER");
}

int windowCommand(const WindowArguments& arguments) {
  ui::MainWindow::Start start;
  start.run = arguments.run;
  start.kiosk = arguments.kiosk;
  start.welcome = arguments.paths.empty() && !arguments.run && !arguments.kiosk;
  if (!arguments.data.empty()) start.data = arguments.data;
  for (const auto& path : arguments.paths) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
      start.runFolders.emplace_back(path);
      continue;
    }
    const auto figures = {".png", ".svg", ".pdf"};
    if (std::ranges::find(figures, std::filesystem::path(path).extension()) != figures.end()) {
      const auto runs = readFigure(path);
      if (!runs) return refuse("telegrad", runs.error().message);
      start.experiment = runs->front().experiment;
      continue;
    }
    const auto file = findExperiment(path);
    const auto read = file ? readExperiment(*file) : Result<Experiment>(file.error());
    if (!read) return refuse("telegrad", read.error().message);
    start.experiment = *read;
  }
  const EndOnSignal endOnSignal;
  ui::MainWindow window(start);
  if (arguments.timing) new StartTiming(window);  // NOLINT: the window's
  window.show();
  return QApplication::exec();
}

}  // namespace telegrad
