// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <string>

#include "core/base/said.h"
#include "core/data/dataset.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

// Where Debian's packages dataset-* put theirs.
constexpr const char* kSystemFolder = "/usr/share/datasets";

fs::path environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody calls setenv
  return value == nullptr ? fs::path() : fs::path(value);
}

/// The user's own folder; it need not be there yet. The XDG specification says to take no notice of
/// relative paths. Without a home there is none.
fs::path userFolder() {
  if (const auto data = environment("XDG_DATA_HOME"); data.is_absolute())
    return data / "telegrad" / "data";
  const auto home = environment("HOME");
  if (home.empty()) return {};
  return home / ".local" / "share" / "telegrad" / "data";
}

}  // namespace

Result<DataFolders> DataFolders::resolve(const std::optional<fs::path>& given) {
  std::error_code ignored;
  if (given && !fs::is_directory(*given, ignored))
    return Error{fs::exists(*given, ignored) ? said("data folder %1: not a folder", *given)
                                             : said("data folder %1: no such folder", *given)};
  DataFolders folders;
  if (given) {
    folders.searched.push_back(*given);
  } else if (const auto named = environment("TELEGRAD_DATA"); !named.empty()) {
    folders.searched.push_back(named);
  } else if (const auto own = userFolder(); !own.empty()) {
    folders.searched.push_back(own);
  } else {
    // Nothing says where this user's files are, and downloads need a folder to go to.
    folders.searched.push_back(fs::temp_directory_path(ignored) / "telegrad-data");
  }
  folders.searched.emplace_back(kSystemFolder);
  return folders;
}

}  // namespace telegrad
