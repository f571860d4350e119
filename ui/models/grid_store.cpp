// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/grid_store.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <QDateTime>
#include <QStandardPaths>

#include "core/base/said.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"

namespace telegrad::ui {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExperiment = "experiment.toml";
constexpr const char* kMeasurement = "measurement.csv";

Result<void> write(const fs::path& folder, const StalenessGrid& grid) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return Error{said("cannot make %1: %2", folder, error.message())};
  // The experiment first: rows without it could not be read back.
  if (!fs::exists(folder / kExperiment, error)) {
    const auto text = formatExperiment(grid.plan.experiment);
    if (auto done = replaceFile(folder / kExperiment, text); !done) return done;
  }
  return replaceFile(folder / kMeasurement, formatGrid(grid));
}

/// The folder with a measurement whose name, which begins with its time, is the last.
Result<fs::path> lastFolder(const fs::path& labs) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(labs, error))
    if (fs::exists(entry.path() / kMeasurement, error)) folders.push_back(entry.path());
  if (folders.empty()) return Error{said("No measurement has been saved in %1 yet.", labs)};
  return std::ranges::max(folders);
}

}  // namespace

GridStore::GridStore(QObject* parent) : QObject(parent) {
  thread_.setMaxThreadCount(1);
}

GridStore::~GridStore() {
  thread_.waitForDone();
}

fs::path GridStore::labsFolder() {
  const auto base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
  return fs::path(base.toStdString()) / "telegrad" / "labs";
}

fs::path GridStore::newFolder() {
  const auto stem =
      QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")).toStdString();
  auto folder = labsFolder() / stem;
  for (int copy = 2; fs::exists(folder); ++copy)
    folder = labsFolder() / (stem + "-" + std::to_string(copy));
  return folder;
}

void GridStore::later(std::function<Result<void>()> task) {
  thread_.start([this, task = std::move(task)] {
    const auto done = task();
    if (!done) emit failed(QString::fromStdString(done.error().message));
  });
}

void GridStore::save(const fs::path& folder, const StalenessGrid& grid) {
  later([folder, grid] { return write(folder, grid); });
}

void GridStore::exportCsv(const fs::path& file, const StalenessGrid& grid) {
  later([file, grid] { return replaceFile(file, formatGrid(grid)); });
}

void GridStore::openLast() {
  later([this, labs = labsFolder()]() -> Result<void> {
    const auto folder = lastFolder(labs);
    if (!folder) return folder.error();
    auto grid = readGridFolder(*folder);
    if (!grid) return grid.error();
    // Emitted from that thread, so heard on the window's.
    emit opened(*grid, QString::fromStdString(folder->string()));
    return {};
  });
}

Result<StalenessGrid> readGridFolder(const fs::path& folder) {
  const auto experiment = readExperiment(folder / kExperiment);
  if (!experiment) return experiment.error();
  const auto file = folder / kMeasurement;
  const auto text = readFile(file);
  if (!text) return text.error();
  return parseGrid(*text, file.string(), *experiment);
}

}  // namespace telegrad::ui
