// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>

#include "core/base/result.h"
#include "core/data/download.h"

namespace telegrad {

/// Unpacks a dataset's archive to options.folder. Its files are put in their place when all of them
/// are there and read as the dataset; until then they are beside it, and gone if anything fails.
/// Errors: those of unpack(); what was unpacked does not read; not writable; cancelled.
Result<void> installArchive(const RemoteDataset& dataset, const std::filesystem::path& archive,
                            const FetchOptions& options, const std::stop_token& stop);

}  // namespace telegrad
