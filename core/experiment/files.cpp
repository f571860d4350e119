// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/said.h"

namespace telegrad {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16U;
/// Never through a link: a folder from elsewhere may hold one to a file of the user's.
constexpr int kWrite = O_WRONLY | O_CLOEXEC | O_NOFOLLOW;
constexpr mode_t kMode = 0666;  // less what the user's mask takes away

Error cannotRead(const std::filesystem::path& file, int code) {
  return {said("cannot read %1: %2", file, std::generic_category().message(code))};
}

Error cannotWrite(const std::filesystem::path& file, int code) {
  return {said("cannot write %1: %2", file, std::generic_category().message(code))};
}

/// Writes all of `text`, or says why not: an errno, 0 for done. `done` counts what was written.
int writeAll(int descriptor, std::string_view text, std::size_t& done) {
  done = 0;
  while (done < text.size()) {
    const auto count = ::write(descriptor, text.data() + done, text.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    done += static_cast<std::size_t>(count);
  }
  return 0;
}

}  // namespace

Result<std::string> readFile(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT: POSIX
  if (descriptor < 0) return cannotRead(file, errno);
  std::string text;
  std::array<char, kBlock> block{};
  for (;;) {
    const auto count = ::read(descriptor, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int code = errno;
      ::close(descriptor);
      return cannotRead(file, code);
    }
    if (count == 0) break;
    text.append(block.data(), static_cast<std::size_t>(count));
  }
  ::close(descriptor);
  return text;
}

Result<std::string> readRegularFile(const std::filesystem::path& file, std::uint64_t most) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (error && status.type() != std::filesystem::file_type::not_found)
    return Error{said("cannot read %1: %2", file, error.message())};
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return Error{said("cannot read %1: it is no regular file", file)};
  const auto size = std::filesystem::file_size(file, error);
  if (!error && size > most)
    return Error{said("cannot read %1: it has %2 bytes; allowed: at most %3", file, size, most)};
  return readFile(file);
}

Result<void> replaceFile(const std::filesystem::path& file, std::string_view text) {
  return replaceFile(file, std::span(&text, 1));
}

Result<void> replaceFile(const std::filesystem::path& file,
                         std::span<const std::string_view> pieces) {
  return replaceFile(file, [&](const TextSink& sink) {
    for (const auto piece : pieces) sink(piece);
  });
}

Result<void> replaceFile(const std::filesystem::path& file,
                         const std::function<void(const TextSink&)>& write) {
  auto temporary = file;
  temporary += ".part";
  const int descriptor =
      ::open(temporary.c_str(), kWrite | O_CREAT | O_TRUNC, kMode);  // NOLINT: POSIX
  if (descriptor < 0) return cannotWrite(file, errno);
  int code = 0;
  write([&](std::string_view piece) {
    if (std::size_t done = 0; code == 0) code = writeAll(descriptor, piece, done);
  });
  if (code == 0 && ::fsync(descriptor) != 0) code = errno;
  if (::close(descriptor) != 0 && code == 0) code = errno;
  if (code == 0 && std::rename(temporary.c_str(), file.c_str()) != 0) code = errno;
  if (code == 0) return {};
  ::unlink(temporary.c_str());
  return cannotWrite(file, code);
}

Result<LineFile> LineFile::create(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), kWrite | O_CREAT | O_TRUNC, kMode);  // NOLINT: POSIX
  if (descriptor < 0) return cannotWrite(file, errno);
  return LineFile(file, descriptor);
}

Result<LineFile> LineFile::continueAt(const std::filesystem::path& file, std::uint64_t size) {
  const int descriptor = ::open(file.c_str(), kWrite);  // NOLINT: POSIX
  if (descriptor < 0) return cannotWrite(file, errno);
  LineFile lines(file, descriptor);
  const auto end = ::lseek(descriptor, 0, SEEK_END);
  if (end < 0) return cannotWrite(file, errno);
  if (static_cast<std::uint64_t>(end) < size)
    return Error{
        said("cannot go on with %1: it has %2 bytes; expected at least %3", file, end, size)};
  const auto place = static_cast<off_t>(size);
  if (::ftruncate(descriptor, place) != 0 || ::lseek(descriptor, place, SEEK_SET) != place)
    return cannotWrite(file, errno);
  lines.written_ = size;
  return lines;
}

LineFile::LineFile(std::filesystem::path file, int descriptor)
    : file_(std::move(file)),
      descriptor_(descriptor) {}

LineFile::LineFile(LineFile&& other) noexcept
    : file_(std::move(other.file_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      kept_(std::move(other.kept_)),
      written_(other.written_) {}

LineFile& LineFile::operator=(LineFile&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(kept_, other.kept_);
  std::swap(written_, other.written_);
  return *this;
}

LineFile::~LineFile() {
  if (descriptor_ < 0) return;
  static_cast<void>(flush().has_value());
  ::close(descriptor_);
}

Result<void> LineFile::append(std::string_view lines) {
  kept_ += lines;
  return kept_.size() < kBlock ? Result<void>{} : flush();
}

Result<void> LineFile::flush() {
  std::size_t done = 0;
  if (const int code = writeAll(descriptor_, kept_, done); code != 0) return fail(code, done);
  written_ += done;
  kept_.clear();
  return {};
}

/// `done` bytes of what was kept back were written.
Error LineFile::fail(int code, std::size_t done) {
  const auto last = done == 0 ? std::string::npos : kept_.rfind('\n', done - 1);
  const auto whole = last == std::string::npos ? 0 : last + 1;
  written_ += whole;
  kept_.erase(0, whole);
  auto failure = cannotWrite(file_, code);
  if (whole == done) return failure;
  // A reader takes a broken last line in its stride, so a cut that fails too changes nothing.
  const auto place = static_cast<off_t>(written_);
  if (::ftruncate(descriptor_, place) != 0)
    failure.message = said("%1 (the last line is incomplete)", failure);
  ::lseek(descriptor_, place, SEEK_SET);
  return failure;
}

std::optional<FileLock> FileLock::take(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT: POSIX
  if (descriptor < 0) return FileLock(-1);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {  // NOLINT: POSIX
    ::close(descriptor);
    return std::nullopt;
  }
  return FileLock(descriptor);
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace telegrad
