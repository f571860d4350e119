// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/install_archive.h"

#include <cassert>
#include <string>
#include <vector>

#include "core/data/staging.h"
#include "core/data/unpack.h"

namespace telegrad {

Result<void> installArchive(const RemoteDataset& dataset, const std::filesystem::path& archive,
                            const FetchOptions& options, const std::stop_token& stop) {
  assert(dataset.archive);
  const Staging staging(dataset, options.folder);
  if (auto prepared = staging.prepare(); !prepared) return prepared;
  std::vector<std::string> names;
  std::int64_t total = 0;
  for (const auto& file : dataset.archive->files) {
    names.push_back(file.name);
    total += file.bytes;
  }
  UnpackOrder order{.archive = archive,
                    .contents = *dataset.archive,
                    .folder = staging.incoming(),
                    .progress = [&](const std::string& file, std::int64_t done) {
                      if (options.progress) options.progress({file, archive.string(), done, total});
                    }};
  if (auto unpacked = unpack(order, stop); !unpacked) return unpacked;
  if (auto reads = readsAsDataset(dataset, staging.root(), archive); !reads) return reads;
  return staging.install(names);
}

}  // namespace telegrad
