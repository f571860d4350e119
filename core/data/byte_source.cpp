// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include <zlib.h>

#include "core/base/said.h"

namespace telegrad {
namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 30U;
constexpr int kGzipOnly = 16;  // added to the window bits: zlib's way to say gzip, not zlib

bool isGzip(std::span<const std::uint8_t> bytes) {
  return bytes.size() >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
}

Result<std::vector<std::uint8_t>> readWhole(const std::filesystem::path& path) {
  std::error_code failed;
  const auto status = std::filesystem::status(path, failed);
  if (!std::filesystem::exists(status)) return Error{said("%1: no such file", path)};
  if (!std::filesystem::is_regular_file(status)) return Error{said("%1: not a file", path)};
  const auto size = std::filesystem::file_size(path, failed);
  if (failed) return Error{path.string() + ": " + failed.message()};
  if (size == 0) return Error{said("%1: the file is empty", path)};
  if (size > kLargestFile)
    return Error{said("%1: read %2 bytes; allowed: files of at most %3", path, size, kLargestFile)};
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path.string() + ": " + std::strerror(errno)};  // NOLINT: one locale
  std::vector<std::uint8_t> bytes(size);
  file.read(reinterpret_cast<char*>(bytes.data()),  // NOLINT: bytes are bytes
            static_cast<std::streamsize>(size));
  if (file.gcount() != static_cast<std::streamsize>(size))
    return Error{said("%1: read only %2 of %3 bytes", path, file.gcount(), size)};
  return bytes;
}

}  // namespace

void ByteSource::EndInflate::operator()(z_stream_s* stream) const {
  inflateEnd(stream);
  delete stream;
}

ByteSource::ByteSource(std::string name, std::vector<std::uint8_t> file)
    : name_(std::move(name)),
      file_(std::move(file)) {}

Result<ByteSource> ByteSource::open(const std::filesystem::path& path) {
  auto bytes = readWhole(path);
  if (!bytes) return bytes.error();
  ByteSource source(path.string(), *std::move(bytes));
  if (isGzip(source.file_)) {
    if (auto started = source.startInflating(); !started) return started.error();
  }
  return source;
}

Result<void> ByteSource::startInflating() {
  auto fresh = std::make_unique<z_stream>();
  fresh->next_in = file_.data();
  fresh->avail_in = static_cast<uInt>(file_.size());
  if (inflateInit2(fresh.get(), MAX_WBITS + kGzipOnly) != Z_OK)
    return Error{said("%1: no memory to inflate it", name_)};
  stream_.reset(fresh.release());
  return {};
}

Result<std::size_t> ByteSource::read(std::span<std::uint8_t> out) {
  if (stream_) return readInflated(out);
  return readPlain(out);
}

std::size_t ByteSource::readPlain(std::span<std::uint8_t> out) {
  const auto count = std::min(out.size(), file_.size() - position_);
  std::copy_n(file_.begin() + static_cast<std::ptrdiff_t>(position_), count, out.begin());
  position_ += count;
  return count;
}

Result<std::size_t> ByteSource::readInflated(std::span<std::uint8_t> out) {
  std::size_t done = 0;
  while (done < out.size() && !ended_) {
    const auto room = std::min<std::size_t>(out.size() - done, kLargestFile);
    stream_->next_out = out.data() + done;
    stream_->avail_out = static_cast<uInt>(room);
    const int state = inflate(stream_.get(), Z_NO_FLUSH);
    done += room - stream_->avail_out;
    if (state == Z_STREAM_END) {
      if (auto next = endMember(); !next) return next.error();
    } else if (state == Z_BUF_ERROR ||
               (state == Z_OK && stream_->avail_in == 0 && stream_->avail_out > 0)) {
      return Error{said("%1: the gzip stream is truncated after %2 bytes", name_, file_.size())};
    } else if (state != Z_OK) {
      return Error{stream_->msg == nullptr
                       ? said("%1: the gzip stream is damaged", name_)
                       : said("%1: the gzip stream is damaged: %2", name_, stream_->msg)};
    }
  }
  return done;
}

Result<void> ByteSource::endMember() {
  if (stream_->avail_in == 0) {
    ended_ = true;
    return {};
  }
  if (!isGzip({stream_->next_in, stream_->avail_in}))
    return Error{said("%1: %2 bytes of garbage after the gzip stream", name_, stream_->avail_in)};
  inflateReset(stream_.get());
  return {};
}

}  // namespace telegrad
