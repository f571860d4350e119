// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/text.h"

#include <charconv>
#include <cstddef>

#include "core/base/said.h"

namespace telegrad {
namespace {

/// The length of the well-formed character that `text` begins with; 0 if it begins with none.
std::size_t characterLength(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;  // continuation, overlong, or beyond U+10FFFF
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  const unsigned second = byte(1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool surrogate = lead == 0xED && second > 0x9F;
  const bool beyond = lead == 0xF4 && second > 0x8F;
  return overlong || surrogate || beyond ? 0 : length;
}

void appendEscaped(std::string& quoted, char character) {
  const auto code = static_cast<unsigned char>(character);
  if (character == '"' || character == '\\') {
    quoted += '\\';
    quoted += character;
  } else if (code < 0x20 || code == 0x7F) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    quoted.append("\\u00").append({kDigits.at(code >> 4U), kDigits.at(code & 0xFU)});
  } else {
    quoted += character;
  }
}

}  // namespace

bool isUtf8(std::string_view text) {
  while (!text.empty()) {
    const auto length = characterLength(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string tomlString(std::string_view text) {
  std::string quoted = "\"";
  while (!text.empty()) {
    const auto length = characterLength(text);
    if (length == 0)
      quoted += "\xEF\xBF\xBD";
    else if (length == 1)
      appendEscaped(quoted, text.front());
    else
      quoted += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return quoted + '"';
}

Result<std::uint64_t> parseSeed(std::string_view text) {
  std::uint64_t seed = 0;
  const auto* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, seed);
  if (error == std::errc{} && end == last) return seed;
  return Error{
      said("seed: read \"%1\"; allowed: a whole number from 0 to 18446744073709551615", text)};
}

}  // namespace telegrad
