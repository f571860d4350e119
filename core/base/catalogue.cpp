// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/catalogue.h"

#include "core/base/said.h"

namespace telegrad {

std::string listOf(std::span<const std::string> words) {
  if (words.empty()) return {};
  std::string list = words.front();
  for (std::size_t i = 1; i + 1 < words.size(); ++i) list += ", " + words[i];
  return words.size() == 1 ? list : said("%1 or %2", list, words.back());
}

Error unknownKey(std::string_view what, std::string_view key, std::span<const std::string> keys) {
  return {said("unknown %1 \"%2\"; allowed: %3", what, key, listOf(keys))};
}

}  // namespace telegrad
