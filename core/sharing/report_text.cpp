// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/report_text.h"

#include <array>
#include <charconv>
#include <cmath>

#include "core/base/units.h"

namespace telegrad {

std::string grouped(std::int64_t number) {
  auto digits = std::to_string(number);
  const std::ptrdiff_t first = number < 0 ? 1 : 0;
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > first; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

std::string shortNumber(double number, int digits) {
  std::array<char, 64> text{};
  auto* const end = std::to_chars(text.data(), text.data() + text.size(), number,
                                  std::chars_format::general, digits)
                        .ptr;
  return {text.data(), end};
}

std::string figure(const Quantity& quantity, const Record& record) {
  constexpr double kGroupedFrom = 1000.0;
  constexpr double kGroupedTo = 1e15;  // beyond, no double tells a whole number from the next
  const double value = quantity.read(record);
  if (!std::isfinite(value)) return std::isnan(value) ? "–" : shortNumber(value);
  if (quantity.unit == "bit") return formatQuantity(value, quantity.unit, 4);
  const bool isGrouped = std::abs(value) < kGroupedTo;
  if (quantity.isWhole() && isGrouped) return grouped(static_cast<std::int64_t>(value));
  if (quantity.key.ends_with("accuracy")) return shortNumber(100.0 * value) + " %";
  if (quantity.unit.empty()) return shortNumber(value);
  if (std::abs(value) >= kGroupedFrom && isGrouped)
    return grouped(std::llround(value)) + " " + quantity.unit;
  return formatQuantity(value, quantity.unit, 4);
}

}  // namespace telegrad
