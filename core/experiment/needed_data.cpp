// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/needed_data.h"

#include <algorithm>
#include <vector>

#include "core/data/download.h"
#include "core/data/file_place.h"

namespace telegrad {
namespace {

/// The names that the files have unpacked.
std::vector<std::string> unpackedNames(const RemoteDataset& remote) {
  std::vector<std::string> names;
  if (remote.archive) {
    for (const auto& file : remote.archive->files) names.push_back(file.name);
    return names;
  }
  for (const auto& file : remote.files) {
    const std::string_view name = file.name;
    names.emplace_back(name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name);
  }
  return names;
}

}  // namespace

std::optional<std::string> datasetOnDisk(const Experiment& experiment) {
  if (!isNeeded(experiment, "dataset")) return std::nullopt;
  const auto& key = experiment.slot("dataset").key;
  return remotesOf(key).empty() ? std::nullopt : std::optional(key);
}

bool hasDataset(const std::string& key, const std::optional<std::filesystem::path>& data) {
  const auto folders = DataFolders::resolve(data);
  return folders && std::ranges::all_of(remotesOf(key), [&](const RemoteDataset* remote) {
           return findFiles(*folders, remote->folder(), unpackedNames(*remote), remote->key, {})
               .has_value();
         });
}

}  // namespace telegrad
