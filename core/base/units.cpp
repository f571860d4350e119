// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/base/said.h"

namespace telegrad {
namespace {

struct Prefix {
  std::string_view text;
  double factor;
};

// Largest first; the micro sign is read as well as "u", and is what is written.
constexpr std::array<Prefix, 8> kPrefixes{{{"T", 1e12},
                                           {"G", 1e9},
                                           {"M", 1e6},
                                           {"k", 1e3},
                                           {"", 1.0},
                                           {"m", 1e-3},
                                           {"µ", 1e-6},
                                           {"n", 1e-9}}};

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// As printf's %g writes it, but in every locale alike: a window has the user's.
std::string significant(double value, int digits) {
  std::array<char, 64> text{};
  auto* const end = std::to_chars(text.data(), text.data() + text.size(), value,
                                  std::chars_format::general, digits)
                        .ptr;
  return {text.data(), end};
}

/// A hundredth of the number that `text` spells. Read again with its point moved, it is rounded
/// once: "2.51 %" is the double next to 0.0251, which the quotient of 2.51 and 100 need not be.
double hundredth(std::string_view text, double number) {
  if (text.find_first_of("eE") != std::string_view::npos) return number / 100.0;
  const std::string moved = std::string(text) + "e-2";
  std::from_chars(moved.data(), moved.data() + moved.size(), number);
  return number;
}

}  // namespace

SimTime simTime(double seconds) {
  return SimTime{std::llround(seconds * 1e9)};
}
double seconds(SimTime time) {
  return static_cast<double>(time.count()) * 1e-9;
}

Result<double> parseQuantity(std::string_view text, std::string_view baseUnit) {
  const auto refused = [&] {
    return Error{baseUnit.empty() ? said("\"%1\" is not a number", text)
                                  : said("\"%1\" is not a number of %2", text, baseUnit)};
  };
  const std::string_view trimmed = trim(text);
  double number = 0.0;
  const auto [end, error] =
      std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), number);
  if (error != std::errc{}) return refused();
  const auto unit = trim(trimmed.substr(static_cast<std::size_t>(end - trimmed.data())));
  if (unit.empty() || unit == baseUnit) return number;
  if (unit == "%" && baseUnit.empty())
    return hundredth({trimmed.data(), static_cast<std::size_t>(end - trimmed.data())}, number);
  if (baseUnit.empty() || !unit.ends_with(baseUnit)) return refused();
  auto prefix = unit.substr(0, unit.size() - baseUnit.size());
  if (prefix == "u") prefix = "µ";
  const auto* const found = std::ranges::find(kPrefixes, prefix, &Prefix::text);
  if (found == kPrefixes.end()) return refused();
  // Dividing by 1000 rounds once; multiplying by 0.001 would round twice.
  return found->factor < 1.0 ? number / std::round(1.0 / found->factor) : number * found->factor;
}

std::string formatQuantity(double value, std::string_view baseUnit, int digits) {
  if (baseUnit.empty()) return significant(value, digits);
  const auto shown = significant(std::abs(value), digits);
  double rounded = 0.0;
  std::from_chars(shown.data(), shown.data() + shown.size(), rounded);
  const auto* prefix =
      std::ranges::find_if(kPrefixes, [&](const Prefix& p) { return rounded >= p.factor; });
  if (rounded == 0.0 || baseUnit == "%" || !std::isfinite(value))
    prefix = std::ranges::find(kPrefixes, 1.0, &Prefix::factor);
  else if (prefix == kPrefixes.end())
    prefix = &kPrefixes.back();
  const double scaled =
      prefix->factor < 1.0 ? value * std::round(1.0 / prefix->factor) : value / prefix->factor;
  return significant(scaled, digits) + " " + std::string(prefix->text) + std::string(baseUnit);
}

std::string formatNumber(double value) {
  std::array<char, 64> text{};
  auto* const end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

}  // namespace telegrad
