// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace telegrad {

/// What a folder holds of a dataset's files.
struct FilePlace {
  std::filesystem::path folder;
  std::vector<std::filesystem::path> paths;  ///< of those that are there, plain or with ".gz"
  std::string missing;                       ///< names of those that are not, with commas
};

/// The first place that holds all of the files `names`, each plain or else with ".gz": in every
/// folder searched its folder `name`, and the folder itself if it has that name.
/// Errors: there is none; the message names every place and what it lacks, then says `hint`.
Result<FilePlace> findFiles(const DataFolders& folders, const std::string& name,
                            std::span<const std::string> names, const std::string& dataset,
                            const std::string& hint);

}  // namespace telegrad
