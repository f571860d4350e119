// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shipped_experiments.h"

#include <algorithm>
#include <system_error>

#include "core/base/catalogue.h"
#include "core/experiment/experiment_file.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

/// `kind`: the folder's name where it is installed; `built`: where the program was built.
fs::path shippedFolder(const char* kind, const char* built) {
  std::error_code ignored;
  const auto program = fs::read_symlink("/proc/self/exe", ignored);
  const auto installed = program.parent_path().parent_path() / "share" / "telegrad" / kind;
  return fs::is_directory(installed, ignored) ? installed : fs::path(built);
}

std::vector<fs::path> filesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".toml") files.push_back(at->path());
  std::ranges::sort(files);
  return files;
}

Result<fs::path> findAmong(const std::vector<fs::path>& shipped, const std::string& text,
                           const std::string& what) {
  std::error_code ignored;
  if (fs::exists(text, ignored)) return fs::path(text);
  std::vector<std::string> names;
  for (const auto& file : shipped) {
    if (text == file.filename() || text == file.stem()) return file;
    names.push_back(file.stem().string());
  }
  return Error{"\"" + text + "\" is neither a file nor a shipped " + what +
               "; shipped: " + (names.empty() ? "none" : listOf(names))};
}

}  // namespace

std::vector<fs::path> shippedExperiments() {
  return filesIn(shippedFolder("experiments", TELEGRAD_EXPERIMENTS));
}

Result<fs::path> findExperiment(const std::string& text) {
  return findAmong(shippedExperiments(), text, "experiment");
}

std::vector<fs::path> shippedSweeps() {
  return filesIn(shippedFolder("sweeps", TELEGRAD_SWEEPS));
}

Result<fs::path> findSweep(const std::string& text) {
  return findAmong(shippedSweeps(), text, "sweep");
}

FindExperiment experimentsFrom(const fs::path& sweepFile) {
  return [folder = sweepFile.parent_path()](const std::string& reference) -> Result<Experiment> {
    std::error_code ignored;
    if (const auto beside = folder / reference; fs::is_regular_file(beside, ignored))
      return readExperiment(beside);
    const auto file = findExperiment(reference);
    if (!file) return file.error();
    return readExperiment(*file);
  };
}

}  // namespace telegrad
