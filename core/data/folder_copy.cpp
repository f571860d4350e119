// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/folder_copy.h"

#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "core/data/dataset.h"
#include "core/data/digest.h"
#include "core/data/part_file.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

/// The published file in `place`: under its name, or unpacked; empty if neither is there.
fs::path fileIn(const fs::path& place, const RemoteFile& file) {
  std::error_code ignored;
  auto packed = place / file.name;
  if (fs::is_regular_file(packed, ignored)) return packed;
  auto plain = place / fs::path(file.name).stem();
  if (packed.extension() == ".gz" && fs::is_regular_file(plain, ignored)) return plain;
  return {};
}

Result<std::vector<fs::path>> filesIn(const fs::path& source, const RemoteDataset& dataset) {
  std::string searched;
  for (const auto& place : {source / dataset.key, source}) {
    std::vector<fs::path> files;
    std::string missing;
    for (const auto& file : dataset.files) {
      files.push_back(fileIn(place, file));
      if (files.back().empty()) missing += (missing.empty() ? "" : ", ") + file.name;
    }
    if (missing.empty()) return files;
    searched += "\n  " + place.string() + ": it lacks " + missing;
  }
  return Error{"no folder with the files of " + dataset.key + "; searched:" + searched};
}

/// A folder beside the dataset's own that is gone, with all in it, at the end.
class Staging {
 public:
  Staging(const fs::path& folder, const std::string& key) : root_(folder / (".incoming-" + key)) {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  ~Staging() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  Staging(Staging&&) = delete;
  Staging& operator=(Staging&&) = delete;

  const fs::path& root() const { return root_; }

 private:
  fs::path root_;
};

class Copy {
 public:
  Copy(const RemoteDataset& dataset, std::vector<fs::path> files, const FetchOptions& options,
       const std::stop_token& stop)
      : dataset_(dataset),
        files_(std::move(files)),
        options_(options),
        stop_(stop) {
    for (const auto& file : files_) total_ += bytesThere(file);
  }

  Result<void> run() {
    const Staging staging(options_.folder, dataset_.key);
    const auto incoming = staging.root() / dataset_.key;
    if (auto made = makeFolder(incoming); !made) return made;
    if (auto made = makeFolder(options_.folder / dataset_.key); !made) return made;
    bool published = true;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const auto copy = incoming / files_[i].filename();
      if (auto copied = copyOne(files_[i], copy); !copied) return copied;
      const auto digest = md5OfFile(copy);
      if (!digest) return digest.error();
      published = published && *digest == dataset_.files[i].md5;
    }
    if (!published) {
      if (auto reads = readsAsDataset(staging.root()); !reads) return reads;
    }
    return install(incoming);
  }

 private:
  Result<void> copyOne(const fs::path& from, const fs::path& to) {
    constexpr std::size_t kPiece = std::size_t{1} << 18U;
    std::ifstream in(from, std::ios::binary);
    if (!in) return Error{from.string() + ": cannot be read"};
    auto out = PartFile::open(to, PartFile::Open::Anew);
    if (!out) return out.error();
    std::vector<char> piece(kPiece);
    while (in) {
      if (stop_.stop_requested()) return Error{"cancelled; nothing was changed"};
      in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
      const auto count = static_cast<std::size_t>(in.gcount());
      if (auto written = out->write(std::span(piece).first(count)); !written) return written;
      done_ += static_cast<std::int64_t>(count);
      if (options_.progress)
        options_.progress({from.filename().string(), from.parent_path().string(), done_, total_});
    }
    if (in.bad()) return Error{from.string() + ": cannot be read to its end"};
    return out->finish();
  }

  /// Other bytes than published are the user's choice, if they are the dataset at all.
  Result<void> readsAsDataset(const fs::path& root) const {
    const auto entry = find(datasets(), dataset_.key, "dataset");
    if (!entry) return entry.error();
    const auto settings = Settings::from((*entry)->parameters);
    if (!settings) return settings.error();
    const auto loaded = (*entry)->make(*settings)->load(DataFolders{{root}});
    if (loaded) return {};
    // The user knows the files where they are, not where they were copied to.
    auto message = loaded.error().message;
    const auto copies = (root / dataset_.key).string();
    const auto originals = files_.front().parent_path().string();
    for (auto at = message.find(copies); at != std::string::npos; at = message.find(copies))
      message.replace(at, copies.size(), originals);
    return Error{message};
  }

  Result<void> install(const fs::path& incoming) const {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const auto name = files_[i].filename();
      const auto place = options_.folder / dataset_.key;
      std::error_code failed;
      fs::rename(incoming / name, place / name, failed);
      if (failed)
        return Error{(place / name).string() + ": cannot be written: " + failed.message()};
      // An older file of the other form would be read in its stead, or beside it.
      const fs::path published = dataset_.files[i].name;
      fs::remove(place / (name == published ? published.stem() : published), failed);
    }
    return {};
  }

  const RemoteDataset& dataset_;
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
  if (!files) return files.error();
  return Copy(dataset, *std::move(files), options, stop).run();
}

}  // namespace telegrad
