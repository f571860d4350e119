// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>

#include "core/base/result.h"
#include "core/data/download.h"

namespace telegrad {

/// Copies the files of `dataset` from the folder `source` (from its folder of the dataset's name,
/// or from source itself), plain or ".gz", to the dataset's in options.folder; or unpacks them, if
/// the folder holds their archive alone. Nothing is put in its place before all are there and
/// either have the published checksums or read as the dataset. Errors: a file that is missing, that
/// does not read, an archive that is refused, no space, not writable, cancelled.
Result<void> copyFromFolder(const RemoteDataset& dataset, const std::filesystem::path& source,
                            const FetchOptions& options, const std::stop_token& stop);

}  // namespace telegrad
