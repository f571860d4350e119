// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "core/base/result.h"

namespace telegrad {

/// MD5 of a file's bytes in lower-case hexadecimal, read piece by piece.
/// Errors: it cannot be read.
Result<std::string> md5OfFile(const std::filesystem::path& path);

}  // namespace telegrad
