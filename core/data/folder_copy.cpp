// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/folder_copy.h"

#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "core/base/said.h"
#include "core/data/digest.h"
#include "core/data/install_archive.h"
#include "core/data/part_file.h"
#include "core/data/staging.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

/// What a folder may hold of the dataset: its files, or what its archive unpacks to.
std::vector<RemoteFile> wantedFiles(const RemoteDataset& dataset) {
  if (!dataset.archive) return dataset.files;
  std::vector<RemoteFile> files;
  for (const auto& file : dataset.archive->files)
    files.push_back({.name = file.name, .md5 = {}, .bytes = file.bytes});
  return files;
}

/// The file in `place` under its name, or in its other form; empty if neither is there.
fs::path fileIn(const fs::path& place, const RemoteFile& file) {
  std::error_code ignored;
  for (const auto& name : {file.name, otherForm(file.name)})
    if (fs::is_regular_file(place / name, ignored)) return place / name;
  return {};
}

Result<std::vector<fs::path>> filesIn(const fs::path& source, const RemoteDataset& dataset) {
  std::string searched;
  for (const auto& place : {source / dataset.folder(), source}) {
    std::vector<fs::path> files;
    std::string missing;
    for (const auto& file : wantedFiles(dataset)) {
      files.push_back(fileIn(place, file));
      if (files.back().empty()) missing += (missing.empty() ? "" : ", ") + file.name;
    }
    if (missing.empty()) return files;
    searched += "\n  " + said("%1: it lacks %2", place, missing);
  }
  if (dataset.archive)
    return Error{said("no folder with the files of %1; searched:%2\nand for %3", dataset.key,
                      searched, dataset.files.front().name)};
  return Error{said("no folder with the files of %1; searched:%2", dataset.key, searched)};
}

class Copy {
 public:
  Copy(const RemoteDataset& dataset, std::vector<fs::path> files, const FetchOptions& options,
       const std::stop_token& stop)
      : dataset_(dataset),
        wanted_(wantedFiles(dataset)),
        files_(std::move(files)),
        options_(options),
        stop_(stop) {
    for (const auto& file : files_) total_ += bytesThere(file);
  }

  Result<void> run() {
    const Staging staging(dataset_, options_.folder);
    if (auto prepared = staging.prepare(); !prepared) return prepared;
    std::vector<std::string> names;
    bool published = true;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      names.push_back(files_[i].filename().string());
      const auto copy = staging.incoming() / names.back();
      if (auto copied = copyOne(files_[i], copy); !copied) return copied;
      const auto digest = md5OfFile(copy);
      if (!digest) return digest.error();
      published = published && *digest == wanted_[i].md5;
    }
    // Other bytes than published are the user's choice, if they are the dataset at all.
    if (!published) {
      if (auto reads = readsAsDataset(dataset_, staging.root(), files_.front().parent_path());
          !reads)
        return reads;
    }
    return staging.install(names);
  }

 private:
  Result<void> copyOne(const fs::path& from, const fs::path& to) {
    constexpr std::size_t kPiece = std::size_t{1} << 18U;
    std::ifstream in(from, std::ios::binary);
    if (!in) return Error{said("%1: cannot be read", from)};
    auto out = PartFile::open(to, PartFile::Open::Anew);
    if (!out) return out.error();
    std::vector<char> piece(kPiece);
    while (in) {
      if (stop_.stop_requested()) return Error{said("cancelled; nothing was changed")};
      in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
      const auto count = static_cast<std::size_t>(in.gcount());
      if (auto written = out->write(std::span(piece).first(count)); !written) return written;
      done_ += static_cast<std::int64_t>(count);
      if (options_.progress)
        options_.progress({from.filename().string(), from.parent_path().string(), done_, total_});
    }
    if (in.bad()) return Error{said("%1: cannot be read to its end", from)};
    return out->finish();
  }

  const RemoteDataset& dataset_;
  std::vector<RemoteFile> wanted_;
  std::vector<fs::path> files_;
  const FetchOptions& options_;
  const std::stop_token& stop_;
  std::int64_t done_ = 0;
  std::int64_t total_ = 0;
};

}  // namespace

Result<void> copyFromFolder(const RemoteDataset& dataset, const fs::path& source,
                            const FetchOptions& options, const std::stop_token& stop) {
  auto files = filesIn(source, dataset);
  std::error_code ignored;
  const auto archive = source / dataset.files.front().name;
  if (!files && dataset.archive && fs::is_regular_file(archive, ignored))
    return installArchive(dataset, archive, options, stop);
  if (!files) return files.error();
  return Copy(dataset, *std::move(files), options, stop).run();
}

}  // namespace telegrad
