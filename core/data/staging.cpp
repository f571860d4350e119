// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/staging.h"

#include <system_error>

#include "core/base/said.h"
#include "core/data/dataset.h"
#include "core/data/part_file.h"

namespace telegrad {

namespace fs = std::filesystem;

std::string otherForm(const std::string& name) {
  return name.ends_with(".gz") ? fs::path(name).stem().string() : name + ".gz";
}

Result<void> readsAsDataset(const RemoteDataset& dataset, const fs::path& root,
                            const fs::path& known) {
  const auto entry = find(datasets(), dataset.key, "dataset");
  if (!entry) return entry.error();
  const auto settings = Settings::from((*entry)->parameters);
  if (!settings) return settings.error();
  const auto loaded = (*entry)->make(*settings)->load(DataFolders{{root}});
  if (loaded) return {};
  auto message = loaded.error().message;
  const auto copies = (root / dataset.folder()).string();
  if (known == copies) return Error{message};
  for (auto at = message.find(copies); at != std::string::npos; at = message.find(copies))
    message.replace(at, copies.size(), known.string());
  return Error{message};
}

Staging::Staging(const RemoteDataset& dataset, const fs::path& folder)
    : root_(folder / (".incoming-" + dataset.key)),
      place_(folder / dataset.folder()) {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

Staging::~Staging() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

Result<void> Staging::prepare() const {
  if (auto made = makeFolder(incoming()); !made) return made;
  return makeFolder(place_);
}

Result<void> Staging::install(const std::vector<std::string>& names) const {
  for (const auto& name : names) {
    std::error_code failed;
    fs::rename(incoming() / name, place_ / name, failed);
    if (failed) return Error{said("%1: cannot be written: %2", place_ / name, failed.message())};
    // An older file of the other form would be read in its stead, or beside it.
    fs::remove(place_ / otherForm(name), failed);
  }
  return {};
}

}  // namespace telegrad
