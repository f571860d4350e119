// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/download.h"

#include <algorithm>
#include <system_error>

#include "core/base/said.h"
#include "core/data/digest.h"
#include "core/data/folder_copy.h"
#include "core/data/http_transfer.h"
#include "core/data/install_archive.h"
#include "core/data/part_file.h"
#include "core/data/staging.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;
using End = TransferOutcome::End;

constexpr std::int64_t kLargestUnpublished = std::int64_t{1}
                                             << 30U;  // where the size is not published

bool has(const fs::path& path, const std::string& digest) {
  const auto read = bytesThere(path) > 0 ? md5OfFile(path) : Result<std::string>(std::string());
  return read && *read == digest;
}

void discard(const fs::path& path) {
  std::error_code ignored;
  fs::remove(path, ignored);
}

/// Brings one dataset from its mirrors.
class Fetch {
 public:
  Fetch(const RemoteDataset& dataset, std::vector<std::string> mirrors, const FetchOptions& options,
        const std::stop_token& stop)
      : dataset_(dataset),
        mirrors_(std::move(mirrors)),
        options_(options),
        stop_(stop) {
    const bool known =
        std::ranges::all_of(dataset.files, [](auto& file) { return file.bytes > 0; });
    for (const auto& file : dataset.files) total_ += known ? file.bytes : 0;
  }

  Result<void> run() {
    if (isUnpacked()) return {};
    const auto place = dataset_.archive ? options_.folder : options_.folder / dataset_.key;
    if (auto made = makeFolder(place); !made) return made;
    for (const auto& file : dataset_.files) {
      const auto target = place / file.name;
      if (!has(target, file.md5)) {
        if (auto brought = bring(file, target); !brought) return brought;
      }
      before_ += bytesThere(target);
      report(file, target.string(), 0);
    }
    if (!dataset_.archive) return {};
    const auto archive = place / dataset_.files.front().name;
    if (auto installed = installArchive(dataset_, archive, options_, stop_); !installed)
      return installed;
    discard(archive);
    return {};
  }

 private:
  /// Whether nothing is left to do for a dataset that is published as an archive.
  bool isUnpacked() const {
    if (!dataset_.archive) return false;
    const auto place = options_.folder / dataset_.folder();
    return std::ranges::all_of(
               dataset_.archive->files,
               [&](auto& file) { return bytesThere(place / file.name) == file.bytes; }) &&
           readsAsDataset(dataset_, options_.folder, place);
  }

  Result<void> bring(const RemoteFile& file, const fs::path& target) {
    auto part = target;
    part += ".part";
    // Whole, but not yet in its place: the last try ended between the two.
    if (has(part, file.md5)) return putInPlace(part, target);
    const auto limit = file.bytes > 0 ? file.bytes : kLargestUnpublished;
    if (bytesThere(part) >= limit) discard(part);
    std::string reasons;
    for (const auto& mirror : mirrors_) {
      const auto url = mirror + file.name;
      auto outcome = tryOnce(file, url, part);
      // An earlier part that does not fit must not cost a good address: once more, from nothing.
      if (outcome.spoilt && outcome.resumed) outcome = tryOnce(file, url, part);
      if (outcome.end == End::Whole) return putInPlace(part, target);
      if (outcome.end == End::Unwritable) return Error{outcome.reason};
      if (outcome.end == End::Cancelled)
        return Error{said("cancelled; what came is kept in %1", part)};
      reasons += "\n  " + url + ": " + outcome.reason;
    }
    return Error{said("%1 of %2: no address worked; tried:%3", file.name, dataset_.key, reasons)};
  }

  /// A transfer, and the check of what it brought. A part that is spoilt is gone afterwards.
  TransferOutcome tryOnce(const RemoteFile& file, const std::string& url, const fs::path& part) {
    if (stop_.stop_requested()) return {.end = End::Cancelled};
    TransferOrder order{.url = url,
                        .part = part,
                        .limit = file.bytes > 0 ? file.bytes : kLargestUnpublished,
                        .stallSeconds = options_.stallSeconds,
                        .progress = [&](std::int64_t done) { report(file, url, done); }};
    auto outcome = transfer(order, stop_);
    if (outcome.end == End::Whole) check(outcome, file, part);
    if (outcome.spoilt) discard(part);
    return outcome;
  }

  static void check(TransferOutcome& outcome, const RemoteFile& file, const fs::path& part) {
    const auto digest = md5OfFile(part);
    if (digest && *digest == file.md5) return;
    outcome.end = End::Useless;
    outcome.spoilt = true;
    outcome.reason = digest ? said("the checksum differs: read MD5 %1 of %2 bytes; allowed: %3",
                                   *digest, bytesThere(part), file.md5)
                            : digest.error().message;
  }

  static Result<void> putInPlace(const fs::path& part, const fs::path& target) {
    std::error_code failed;
    fs::rename(part, target, failed);
    if (failed) return Error{said("%1: cannot be written: %2", target, failed.message())};
    return {};
  }

  void report(const RemoteFile& file, const std::string& from, std::int64_t done) const {
    if (options_.progress) options_.progress({file.name, from, before_ + done, total_});
  }

  const RemoteDataset& dataset_;
  std::vector<std::string> mirrors_;
  const FetchOptions& options_;
  const std::stop_token& stop_;
  std::int64_t before_ = 0;  // bytes of the files that are done
  std::int64_t total_ = 0;
};

}  // namespace

Result<void> fetch(const RemoteDataset& dataset, const FetchOptions& options,
                   const std::stop_token& stop) {
  if (!options.from) return Fetch(dataset, dataset.mirrors, options, stop).run();
  auto from = *options.from;
  if (from.starts_with("http://") || from.starts_with("https://")) {
    if (!from.ends_with('/')) from += '/';
    return Fetch(dataset, {from}, options, stop).run();
  }
  std::error_code ignored;
  if (fs::is_directory(from, ignored)) return copyFromFolder(dataset, from, options, stop);
  return Error{said(
      "cannot fetch %1 from \"%2\"; allowed: a folder that is there, http://... or https://...",
      dataset.key, from)};
}

Result<void> fetch(std::span<const RemoteDataset* const> datasets, const FetchOptions& options,
                   const std::stop_token& stop) {
  for (const auto* dataset : datasets)
    if (auto fetched = fetch(*dataset, options, stop); !fetched) return fetched;
  return {};
}

}  // namespace telegrad
