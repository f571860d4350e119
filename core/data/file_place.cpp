// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/file_place.h"

#include <system_error>

#include "core/base/said.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

FilePlace look(const fs::path& folder, std::span<const std::string> names) {
  FilePlace place{folder, {}, {}};
  for (const auto& name : names) {
    std::error_code ignored;
    const auto plain = folder / name;
    const auto packed = folder / (name + ".gz");
    if (fs::exists(plain, ignored))
      place.paths.push_back(plain);
    else if (fs::exists(packed, ignored))
      place.paths.push_back(packed);
    else
      place.missing += (place.missing.empty() ? "" : ", ") + name;
  }
  return place;
}

/// The folder's own name, also of "x/mnist/" and ".".
fs::path nameOf(const fs::path& folder) {
  std::error_code ignored;
  auto whole = fs::absolute(folder, ignored).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  return whole.filename();
}

std::string describe(const FilePlace& place) {
  std::error_code ignored;
  if (!fs::is_directory(place.folder, ignored)) return said("%1: no such folder", place.folder);
  return said("%1: it lacks %2 (plain or .gz)", place.folder, place.missing);
}

}  // namespace

Result<FilePlace> findFiles(const DataFolders& folders, const std::string& name,
                            std::span<const std::string> names, const std::string& dataset,
                            const std::string& hint) {
  std::string searched;
  for (const auto& folder : folders.searched) {
    std::vector<fs::path> candidates{folder / name};
    if (nameOf(folder) == name) candidates.push_back(folder);
    for (const auto& candidate : candidates) {
      auto place = look(candidate, names);
      if (place.missing.empty()) return place;
      searched += "\n  " + describe(place);
    }
  }
  return Error{said("%1 is not there; searched:%2", dataset, searched) + "\n" + hint};
}

}  // namespace telegrad
