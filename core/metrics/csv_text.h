// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telegrad::csv {

/// Appends the shortest text that reads back to the same number.
template <typename Number>
void appendNumber(std::string& text, Number number) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  text.append(buffer.data(), end);
}

/// What stands between a line's commas.
inline std::vector<std::string_view> cells(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string_view> found;
  for (std::size_t begin = 0;;) {
    const auto comma = line.find(',', begin);
    found.push_back(line.substr(begin, comma - begin));
    if (comma == std::string_view::npos) return found;
    begin = comma + 1;
  }
}

/// The number that a whole cell spells; nothing if it does not.
template <typename Number>
std::optional<Number> parseNumber(std::string_view cell) {
  Number number{};
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return number;
}

}  // namespace telegrad::csv
