// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/said.h"

#include <utility>

namespace telegrad {
namespace {

Speaker& present() {
  static Speaker chosen;
  return chosen;
}

}  // namespace

void speak(Speaker speaker) {
  present() = std::move(speaker);
}

std::string saidWith(const char* pattern, std::span<const std::string> arguments) {
  const std::string translated = present() ? present()(pattern) : pattern;
  std::string text;
  for (std::size_t i = 0; i < translated.size(); ++i) {
    const bool isPlace = translated[i] == '%' && i + 1 < translated.size() &&
                         translated[i + 1] >= '1' && translated[i + 1] <= '9';
    const auto number = isPlace ? static_cast<std::size_t>(translated[i + 1] - '1') : 0;
    if (isPlace && number < arguments.size()) {
      text += arguments[number];
      ++i;
    } else {
      text += translated[i];
    }
  }
  return text;
}

}  // namespace telegrad
