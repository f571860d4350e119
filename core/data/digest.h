// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "core/base/result.h"

namespace telegrad {

// Digests are in lower-case hexadecimal.

/// SHA-256, for digests of our own.
std::string sha256(std::span<const std::byte> bytes);

/// MD5, as the datasets' publishers print it, of a file's bytes, read piece by piece.
/// Errors: it cannot be read; the message names it.
Result<std::string> md5OfFile(const std::filesystem::path& path);

}  // namespace telegrad
