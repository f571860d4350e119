// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/units.h"

namespace telegrad {

// What the readers and writers of text in this room share.

/// Hands out a text's lines without their ends ("\n" or "\r\n") and counts them; a last line needs
/// no end. A byte order mark in front is skipped.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  }

  /// The next line; nothing after the last.
  std::optional<std::string_view> next() {
    if (text_.empty()) return std::nullopt;
    ++number_;
    const auto end = text_.find('\n');
    auto line = text_.substr(0, end);
    text_.remove_prefix(end == std::string_view::npos ? text_.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }
  /// Of the line that was handed out last, from 1.
  std::size_t number() const { return number_; }

 private:
  std::string_view text_;
  std::size_t number_ = 0;
};

inline std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

/// The cells of a comma-separated line, without blanks around them.
inline std::vector<std::string_view> cellsOf(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0;;) {
    const auto comma = line.find(',', begin);
    cells.push_back(trimmed(line.substr(begin, comma - begin)));
    if (comma == std::string_view::npos) return cells;
    begin = comma + 1;
  }
}

/// The text in quotation marks; its beginning if it is long, as a line of garbage may be.
inline std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::string words{'"'};
  words.append(text.substr(0, kMost));
  return words.append(text.size() <= kMost ? "\"" : "...\"");
}

/// The number that the whole cell spells; nothing if it spells none, or none that is finite.
template <typename Number>
std::optional<Number> numberIn(std::string_view cell) {
  Number number{};
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  if (!std::isfinite(static_cast<double>(number))) return std::nullopt;
  return number;
}

/// A time in seconds as a decimal number, exact: 1.5, 0.000000001. Not negative.
inline std::string decimalSeconds(SimTime time) {
  constexpr std::int64_t kPerSecond = 1'000'000'000;
  std::string text = std::to_string(time.count() / kPerSecond);
  std::string fraction = std::to_string(kPerSecond + time.count() % kPerSecond).substr(1);
  fraction.resize(fraction.find_last_not_of('0') + 1);
  return fraction.empty() ? text : text + '.' + fraction;
}

}  // namespace telegrad
