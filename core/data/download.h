// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

/// One file of a published dataset.
struct RemoteFile {
  std::string name;    ///< "train-images-idx3-ubyte.gz"
  std::string md5;     ///< as the publisher prints it; 32 hexadecimal digits
  std::int64_t bytes;  ///< 0 if unknown
};

/// One file in a published archive.
struct ArchivedFile {
  std::string name;    ///< "data_batch_1.bin"
  std::int64_t bytes;  ///< unpacked
};

/// What a published archive, a gzipped tar, unpacks to.
struct ArchiveContents {
  std::string folder;               ///< that everything in it is in
  std::vector<ArchivedFile> files;  ///< the dataset's
  std::vector<std::string> others;  ///< what may stand beside them, and is left where it is
};

/// A dataset that can be fetched: its files and the addresses that serve them.
struct RemoteDataset {
  std::string key;                   ///< of the dataset
  std::vector<std::string> mirrors;  ///< tried in order; each ends in "/"
  std::vector<RemoteFile> files;
  std::optional<ArchiveContents> archive = {};  ///< where there is one file, and that is one

  /// The name of the folder with its files.
  const std::string& folder() const { return archive ? archive->folder : key; }
};

/// The datasets that can be fetched.
std::span<const RemoteDataset> remoteDatasets();

/// Those of them that the dataset of that key is read from: itself, or what it is put together of;
/// none if it is generated, or unknown.
std::vector<const RemoteDataset*> remotesOf(std::string_view key);

/// How far a fetch has come, over all its files.
struct FetchProgress {
  std::string file;        ///< being fetched now
  std::string from;        ///< the address in use
  std::int64_t done = 0;   ///< bytes there, resumed ones included
  std::int64_t total = 0;  ///< bytes in all; 0 while unknown
};

struct FetchOptions {
  std::filesystem::path folder;     ///< files go to the dataset's own in it
  std::optional<std::string> from;  ///< another address, or a folder, instead of the mirrors
  int stallSeconds = 20;            ///< give up on an address that sends nothing for so long
  std::function<void(const FetchProgress&)> progress;  ///< on the calling thread; may be empty
};

/// Downloads what is missing, resumes what is partial (name.part), verifies every checksum, and
/// puts a file in its place only when it is whole. Files already there and right are kept. With a
/// folder as `from` files are copied; other bytes than published are then accepted if they read as
/// the dataset (they may be re-packed), since the user chose them. An archive is unpacked, as
/// installArchive() says, and then removed; its files are kept if they are there, of the published
/// sizes, and read as the dataset.
///
/// Errors: no address worked (each is named with its reason, a checksum that differs for one), an
/// archive that is refused, no space, not writable, cancelled through `stop`. What was downloaded
/// and may be right stays for the next try. Threads: any; blocks, so never the window's.
Result<void> fetch(const RemoteDataset& dataset, const FetchOptions& options,
                   const std::stop_token& stop = {});

/// The same for one after another, until there is an error.
Result<void> fetch(std::span<const RemoteDataset* const> datasets, const FetchOptions& options,
                   const std::stop_token& stop = {});

}  // namespace telegrad
