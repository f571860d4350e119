// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>

#include "core/base/result.h"
#include "core/data/download.h"

namespace telegrad {

/// Copies the files of `dataset` from the folder `source` (from source/key, or from source itself),
/// plain or ".gz", to options.folder/key. Nothing is put in its place before all four are there and
/// either have the published checksums or read as the dataset.
/// Errors: a file that is missing, that does not read, no space, not writable, cancelled.
Result<void> copyFromFolder(const RemoteDataset& dataset, const std::filesystem::path& source,
                            const FetchOptions& options, const std::stop_token& stop);

}  // namespace telegrad
