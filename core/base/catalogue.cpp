// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/catalogue.h"

namespace telegrad {

std::string listOf(std::span<const std::string> words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

Error unknownKey(std::string_view what, std::string_view key, std::span<const std::string> keys) {
  return {"unknown " + std::string(what) + " \"" + std::string(key) +
          "\"; allowed: " + listOf(keys)};
}

}  // namespace telegrad
