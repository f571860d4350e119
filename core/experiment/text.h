// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace telegrad {

/// Whether `text` is well-formed UTF-8, as TOML and JSON want it.
bool isUtf8(std::string_view text);

/// `text` as a basic string of TOML, in quotes; parts that are not UTF-8 become U+FFFD.
std::string tomlString(std::string_view text);

/// A seed in decimal digits. Errors: anything else, or more than 2^64 - 1.
Result<std::uint64_t> parseSeed(std::string_view text);

}  // namespace telegrad
