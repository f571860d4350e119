// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <concepts>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace telegrad {

/// What stands for a pattern, which is English, in the language that the program speaks.
using Speaker = std::function<std::string(const char* pattern)>;
/// From now on. English, unless this is called; once, before there are other threads.
void speak(Speaker speaker);

/// The pattern in that language, with %1, ..., %9 replaced by the arguments.
std::string saidWith(const char* pattern, std::span<const std::string> arguments);

// What may be an argument, and its text.
inline std::string argumentText(std::string_view text) {
  return std::string(text);
}
std::string argumentText(const std::same_as<std::filesystem::path> auto& path) {
  return path.string();
}
inline std::string argumentText(const Error& error) {
  return error.message;
}
std::string argumentText(std::integral auto number) {
  return std::to_string(number);
}

/// A sentence, or a part of one, for a user: said("tensor %1: read dtype %2; allowed: F32", name,
/// type). The pattern is a literal, by which translations find it; what is read in a file or is
/// written in one (keys, names, numbers) is an argument.
///
/// Threads: any.
template <typename... Arguments>
std::string said(const char* pattern, const Arguments&... arguments) {
  // NOLINTNEXTLINE(*-array-to-pointer-decay): literals are arguments too
  const std::array<std::string, sizeof...(arguments)> texts{argumentText(arguments)...};
  return saidWith(pattern, texts);
}

}  // namespace telegrad
