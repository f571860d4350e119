// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "core/base/result.h"

namespace telegrad {

// Digests are in lower-case hexadecimal.

class MessageDigest;

/// SHA-256, for digests of our own.
std::string sha256(std::span<const std::byte> bytes);

/// The same of what comes piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::span<const std::byte> bytes);
  /// Of all of it; once, at the end.
  std::string digest();

 private:
  std::unique_ptr<MessageDigest> digest_;
};

/// MD5, as the datasets' publishers print it, of a file's bytes, read piece by piece.
/// Errors: it cannot be read; the message names it.
Result<std::string> md5OfFile(const std::filesystem::path& path);

}  // namespace telegrad
