// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/part_file.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "core/base/said.h"

namespace telegrad {

PartFile::PartFile(std::filesystem::path path, std::FILE* file)
    : path_(std::move(path)),
      file_(file) {}

Error PartFile::failed() const {
  return {said("%1: cannot be written: %2", path_, std::generic_category().message(errno))};
}

Result<PartFile> PartFile::open(const std::filesystem::path& path, Open how) {
  PartFile part(path, std::fopen(path.c_str(), how == Open::Anew ? "wb" : "ab"));
  if (!part.file_) return part.failed();
  std::setvbuf(part.file_.get(), nullptr, _IONBF, 0);
  return part;
}

Result<void> PartFile::write(std::span<const char> bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) return failed();
  return {};
}

Result<void> PartFile::restart() {
  if (ftruncate(fileno(file_.get()), 0) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0)
    return failed();
  return {};
}

Result<void> PartFile::finish() {
  if (fsync(fileno(file_.get())) != 0) return failed();
  return {};
}

Result<void> makeFolder(const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) return Error{said("%1: cannot be made: %2", folder, failed.message())};
  return {};
}

std::int64_t bytesThere(const std::filesystem::path& path) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  return failed ? 0 : static_cast<std::int64_t>(size);
}

}  // namespace telegrad
