// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <unistd.h>

#include "core/experiment/files.h"

namespace telegrad::test {

/// What libFuzzer hands over, as text.
inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};  // NOLINT: bytes are chars
}

/// A folder of this process's own.
inline const std::filesystem::path& ownFolder() {
  static const auto folder = [] {
    auto made = std::filesystem::temp_directory_path() / ("fuzz-" + std::to_string(::getpid()));
    std::filesystem::create_directories(made);
    return made;
  }();
  return folder;
}

/// The same as a file in it, for readers that take files alone.
inline std::filesystem::path fileOf(const std::uint8_t* data, std::size_t size, const char* name) {
  auto file = ownFolder() / name;
  static_cast<void>(replaceFile(file, textOf(data, size)).has_value());
  return file;
}

}  // namespace telegrad::test
