// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/unpack.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

#include "core/base/said.h"
#include "core/data/byte_source.h"
#include "core/data/part_file.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = std::size_t{1} << 16U;
constexpr std::int64_t kLargestOther = std::int64_t{1} << 20U;  // CIFAR's are some hundred bytes
constexpr std::size_t kLongestEnd = std::size_t{1} << 20U;      // tar fills up its last 10 KiB

/// The entry's type, of which a hard link has none.
mode_t entryType(archive_entry* entry) {
  return archive_entry_hardlink(entry) != nullptr ? 0 : archive_entry_filetype(entry);
}

/// Words for what is no plain file.
std::string otherKind(archive_entry* entry) {
  if (archive_entry_hardlink(entry) != nullptr) return said("a hard link");
  switch (archive_entry_filetype(entry)) {
    case AE_IFDIR:
      return said("a folder");
    case AE_IFLNK:
      return said("a symbolic link");
    case AE_IFCHR:
    case AE_IFBLK:
      return said("a device");
    case AE_IFIFO:
      return said("a named pipe");
    default:
      return said("something else than a file");
  }
}

/// The path as an archive of the publisher's would have it: "./folder/" is "folder", "./" nothing.
std::string plainPath(std::string path) {
  if (path.starts_with("./")) path.erase(0, 2);
  if (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

bool leaves(const fs::path& path) {
  return path.has_root_path() ||
         std::ranges::any_of(path, [](const fs::path& part) { return part == ".."; });
}

/// A stranger's name, which may hold what a terminal obeys.
std::string quoted(std::string name) {
  std::ranges::replace_if(
      name, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
  return '"' + name + '"';
}

class Unpacking {
 public:
  Unpacking(const UnpackOrder& order, ByteSource source, const std::stop_token& stop)
      : order_(order),
        source_(std::move(source)),
        stop_(stop),
        archive_(archive_read_new(), &archive_read_free) {}

  Result<void> run() {
    archive_read_support_format_tar(archive_.get());
    if (archive_read_open(archive_.get(), this, nullptr, &Unpacking::onRead, nullptr) != ARCHIVE_OK)
      return failure();
    for (;;) {
      archive_entry* entry = nullptr;
      const int state = archive_read_next_header(archive_.get(), &entry);
      if (state == ARCHIVE_EOF) break;
      if (state != ARCHIVE_OK) return failure();
      if (auto taken = take(entry); !taken) return taken;
    }
    if (auto ended = readToItsEnd(); !ended) return ended;
    return nothingIsMissing();
  }

 private:
  static la_ssize_t onRead(archive* reader, void* self, const void** bytes) {
    auto& unpacking = *static_cast<Unpacking*>(self);
    *bytes = unpacking.piece_.data();
    const auto read = unpacking.pull();
    if (read) return static_cast<la_ssize_t>(*read);
    unpacking.failure_ = read.error();
    archive_set_error(reader, EIO, "no more bytes");  // NOLINT(*-vararg): the library's way
    return -1;
  }

  Result<std::size_t> pull() {
    if (stop_.stop_requested()) return Error{said("cancelled; nothing was changed")};
    return source_.read(piece_);
  }

  Error failure() const {
    if (failure_) return *failure_;
    const char* why = archive_error_string(archive_.get());
    return {said("%1: not a tar archive, or not all of one: %2", order_.archive,
                 why != nullptr ? std::string(why) : said("unreadable"))};
  }

  Error refused(const std::string& entry, const std::string& why) const {
    std::string allowed;
    for (const auto& file : order_.contents.files)
      allowed += (allowed.empty() ? "" : ", ") + file.name;
    return {said("%1, entry %2: read %3; allowed: %4, each once, in %5", order_.archive,
                 quoted(entry), why, allowed, order_.contents.folder)};
  }

  Result<void> take(archive_entry* entry) {
    const char* read = archive_entry_pathname(entry);
    if (read == nullptr) return Error{said("%1: an entry without a name", order_.archive)};
    const auto path = plainPath(read);
    const auto type = entryType(entry);
    if (leaves(path)) return refused(read, said("a path that leads out of the folder"));
    if (!seen_.insert(path).second) return refused(read, said("it a second time"));
    const auto& contents = order_.contents;
    if (type == AE_IFDIR && (path == contents.folder || path.empty())) return {};
    if (type != AE_IFREG) return refused(read, otherKind(entry));
    const auto within = [&](const std::string& name) {
      return path == contents.folder + "/" + name;
    };
    const auto file = std::ranges::find_if(contents.files, within, &ArchivedFile::name);
    const bool isOther = std::ranges::any_of(contents.others, within);
    if (file == contents.files.end() && !isOther)
      return refused(read, said("a file of another name"));
    const auto most = isOther ? kLargestOther : file->bytes;
    if (archive_entry_size(entry) > most)
      return refused(read, said("%1 bytes, of at most %2", archive_entry_size(entry), most));
    if (isOther) return {};  // the next header is read past it
    return write(*file);
  }

  /// The entry that was last read about.
  Result<void> write(const ArchivedFile& file) {
    auto out = PartFile::open(order_.folder / file.name, PartFile::Open::Anew);
    if (!out) return out.error();
    std::vector<char> bytes(kPiece);
    for (std::int64_t written = 0;;) {
      const auto count = archive_read_data(archive_.get(), bytes.data(), bytes.size());
      if (count < 0) return failure();
      if (count == 0) return out->finish();
      written += count;
      if (written > file.bytes) return refused(file.name, said("more bytes than %1", file.bytes));
      const std::span<const char> read(bytes.data(), static_cast<std::size_t>(count));
      if (auto put = out->write(read); !put) return put;
      done_ += count;
      if (order_.progress) order_.progress(file.name, done_);
    }
  }

  /// Only the end of the gzip stream says whether all of it was right.
  Result<void> readToItsEnd() {
    for (std::size_t rest = 0; rest <= kLongestEnd;) {
      const auto read = pull();
      if (!read) return read.error();
      if (*read == 0) return {};
      rest += *read;
    }
    return Error{
        said("%1: read more than %2 bytes after the archive's end", order_.archive, kLongestEnd)};
  }

  Result<void> nothingIsMissing() const {
    std::string missing;
    for (const auto& file : order_.contents.files)
      if (!seen_.contains(order_.contents.folder + "/" + file.name))
        missing += (missing.empty() ? "" : ", ") + file.name;
    if (missing.empty()) return {};
    return Error{said("%1: it lacks %2", order_.archive, missing)};
  }

  const UnpackOrder& order_;
  ByteSource source_;
  const std::stop_token& stop_;
  std::vector<std::uint8_t> piece_ = std::vector<std::uint8_t>(kPiece);
  std::unique_ptr<archive, decltype(&archive_read_free)> archive_;
  std::optional<Error> failure_;  // of the source, which libarchive cannot pass on
  std::set<std::string> seen_;
  std::int64_t done_ = 0;
};

}  // namespace

Result<void> unpack(const UnpackOrder& order, const std::stop_token& stop) {
  auto source = ByteSource::open(order.archive);
  if (!source) return source.error();
  if (!source->isPacked()) return Error{said("%1: not a gzip file", order.archive)};
  return Unpacking(order, *std::move(source), stop).run();
}

}  // namespace telegrad
