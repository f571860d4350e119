// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/experiment/experiment.h"

namespace telegrad {

/// The dataset in the experiment's slot, if it is read from files; nothing for what is generated,
/// and for a problem that brings its own data. The key.
std::optional<std::string> datasetOnDisk(const Experiment& experiment);

/// Whether all files of a dataset have a place, without reading them: a look at a few names. `data`
/// is searched first, as DataFolders::resolve() has it. True for one that is generated.
/// Threads: any.
bool hasDataset(const std::string& key, const std::optional<std::filesystem::path>& data);

}  // namespace telegrad
