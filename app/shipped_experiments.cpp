// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shipped_experiments.h"

#include <algorithm>
#include <system_error>

#include "core/base/catalogue.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

fs::path shippedFolder() {
  std::error_code ignored;
  const auto program = fs::read_symlink("/proc/self/exe", ignored);
  const auto installed = program.parent_path().parent_path() / "share" / "telegrad" / "experiments";
  return fs::is_directory(installed, ignored) ? installed : fs::path(TELEGRAD_EXPERIMENTS);
}

}  // namespace

std::vector<fs::path> shippedExperiments() {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(shippedFolder(), error), end; !error && at != end;
       at.increment(error))
    if (at->path().extension() == ".toml") files.push_back(at->path());
  std::ranges::sort(files);
  return files;
}

Result<fs::path> findExperiment(const std::string& text) {
  std::error_code ignored;
  if (fs::exists(text, ignored)) return fs::path(text);
  std::vector<std::string> names;
  for (const auto& file : shippedExperiments()) {
    if (text == file.filename() || text == file.stem()) return file;
    names.push_back(file.stem().string());
  }
  return Error{"\"" + text + "\" is neither a file nor a shipped experiment; shipped: " +
               (names.empty() ? "none" : listOf(names))};
}

}  // namespace telegrad
