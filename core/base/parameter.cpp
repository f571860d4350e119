// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parameter.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/base/catalogue.h"
#include "core/base/said.h"
#include "core/base/units.h"

namespace telegrad {
namespace {

/// In quotation marks; its beginning if it is long, as a text of its own form may be.
std::string inQuotationMarks(std::string_view text) {
  constexpr std::size_t kMost = 80;
  return '"' + std::string(text.substr(0, kMost)) + (text.size() > kMost ? "...\"" : "\"");
}

std::string show(const Value& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value)) return formatNumber(*real);
  return inQuotationMarks(std::get<std::string>(value));
}

/// The parameter's own unit after a number, or nothing.
std::string show(double number, const std::string& unit) {
  return unit.empty() ? formatNumber(number) : formatQuantity(number, unit, 17);
}

/// A share as files and as forms have it: "0.01 (1 %)"; else as it is.
std::string showBoth(const Parameter& parameter, const Value& value) {
  const auto* kind = std::get_if<Real>(&parameter.kind);
  const auto* real = std::get_if<double>(&value);
  if (kind == nullptr || !kind->share || real == nullptr || !std::isfinite(*real))
    return show(value);
  return formatValue(parameter, value) + " (" + displayValue(parameter, value) + ")";
}

/// What a parameter allows, for messages.
std::string allowed(const Parameter& parameter) {
  if (std::holds_alternative<Flag>(parameter.kind)) return said("true or false");
  if (const auto* integer = std::get_if<Integer>(&parameter.kind))
    return said("a whole number from %1 to %2", integer->min, integer->max);
  if (const auto* real = std::get_if<Real>(&parameter.kind); real && real->share)
    return said("a share from %1 to %2", showBoth(parameter, real->min),
                showBoth(parameter, real->max));
  if (const auto* real = std::get_if<Real>(&parameter.kind))
    return said("a number from %1 to %2", show(real->min, parameter.unit),
                show(real->max, parameter.unit));
  if (const auto* text = std::get_if<Text>(&parameter.kind)) return said(text->allowed.c_str());
  return listOf(std::get<Choice>(parameter.kind).options);
}

Error refuse(const Parameter& parameter, const std::string& read) {
  return {said("%1: read %2; allowed: %3", parameter.key, read, allowed(parameter))};
}

}  // namespace

Value Parameter::initial() const {
  return std::visit([](const auto& k) { return Value{k.initial}; }, kind);
}

Result<Value> accept(const Parameter& parameter, const Value& value) {
  // By alternative, never by overload: a bool converts to a double without a word.
  if (std::holds_alternative<Flag>(parameter.kind)) {
    if (std::holds_alternative<bool>(value)) return value;
  } else if (const auto* integer = std::get_if<Integer>(&parameter.kind)) {
    const auto* read = std::get_if<std::int64_t>(&value);
    if (read != nullptr && *read >= integer->min && *read <= integer->max) return value;
  } else if (const auto* real = std::get_if<Real>(&parameter.kind)) {
    std::optional<double> read;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) read = static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&value)) read = *number;
    if (read && std::isfinite(*read) && *read >= real->min && *read <= real->max)
      return Value{*read};
  } else if (const auto* text = std::get_if<Text>(&parameter.kind)) {
    const auto* read = std::get_if<std::string>(&value);
    if (read != nullptr && text->isAllowed(*read)) return value;
  } else {
    const auto* word = std::get_if<std::string>(&value);
    const auto& options = std::get<Choice>(parameter.kind).options;
    if (word != nullptr && std::ranges::find(options, *word) != options.end()) return value;
  }
  return refuse(parameter, showBoth(parameter, value));
}

Result<Value> parseValue(const Parameter& parameter, std::string_view text) {
  const auto refused = [&] { return refuse(parameter, inQuotationMarks(text)); };
  if (std::holds_alternative<Flag>(parameter.kind)) {
    if (text == "true") return Value{true};
    if (text == "false") return Value{false};
    return refused();
  }
  if (std::holds_alternative<Integer>(parameter.kind)) {
    const auto quantity = parseQuantity(text, parameter.unit);
    if (!quantity || std::abs(*quantity) > 0x1.0p53 || *quantity != std::round(*quantity))
      return refused();
    return accept(parameter, Value{static_cast<std::int64_t>(*quantity)});
  }
  if (std::holds_alternative<Real>(parameter.kind)) {
    const auto quantity = parseQuantity(text, parameter.unit);
    if (!quantity) return refused();
    return accept(parameter, Value{*quantity});
  }
  return accept(parameter, Value{std::string(text)});
}

std::string formatValue(const Parameter& parameter, const Value& value) {
  if (const auto* word = std::get_if<std::string>(&value)) return *word;
  if (const auto* real = std::get_if<double>(&value)) {
    for (const int digits : {6, 9, 15, 17}) {
      auto text = formatQuantity(*real, parameter.unit, digits);
      const auto back = parseQuantity(text, parameter.unit);
      if (back && *back == *real) return text;
    }
    return formatNumber(*real) + (parameter.unit.empty() ? "" : " " + parameter.unit);
  }
  if (const auto* integer = std::get_if<std::int64_t>(&value); integer && !parameter.unit.empty())
    return std::to_string(*integer) + " " + parameter.unit;
  return show(value);
}

std::string displayValue(const Parameter& parameter, const Value& value) {
  const auto* kind = std::get_if<Real>(&parameter.kind);
  const auto* real = std::get_if<double>(&value);
  if (kind == nullptr || !kind->share || real == nullptr) return formatValue(parameter, value);
  for (const int digits : {6, 9, 15, 17}) {
    auto text = formatQuantity(100.0 * *real, "%", digits);
    const auto back = parseQuantity(text, "");
    if (back && *back == *real) return text;
  }
  return formatValue(parameter, value);
}

Result<Settings> Settings::from(std::span<const Parameter> parameters, const Values& overrides) {
  Settings settings;
  for (const auto& parameter : parameters) settings.values_[parameter.key] = parameter.initial();
  for (const auto& [key, value] : overrides) {
    const auto found = std::ranges::find(parameters, key, &Parameter::key);
    if (found == parameters.end()) {
      std::vector<std::string> keys;
      for (const auto& parameter : parameters) keys.push_back(parameter.key);
      if (keys.empty()) return Error{said("unknown key \"%1\"; there is nothing to set here", key)};
      return unknownKey(said("key"), key, keys);
    }
    auto accepted = accept(*found, value);
    if (!accepted) return accepted.error();
    settings.values_[key] = *std::move(accepted);
  }
  return settings;
}

const Value& Settings::at(std::string_view key) const {
  const auto found = values_.find(key);
  assert(found != values_.end() && "a key that the list of parameters has");
  return found->second;
}

bool Settings::flag(std::string_view key) const {
  return std::get<bool>(at(key));
}
std::int64_t Settings::integer(std::string_view key) const {
  return std::get<std::int64_t>(at(key));
}
double Settings::real(std::string_view key) const {
  return std::get<double>(at(key));
}
const std::string& Settings::choice(std::string_view key) const {
  return std::get<std::string>(at(key));
}

bool applies(const Parameter& parameter,
             const std::function<std::string(const std::string& key)>& chosen) {
  const auto isMet = [&](const Condition& condition) {
    return condition.isMetBy(chosen(condition.key));
  };
  if (parameter.onlyWith && !isMet(*parameter.onlyWith)) return false;
  return parameter.notWith.empty() || !std::ranges::all_of(parameter.notWith, isMet);
}

bool applies(const Parameter& parameter, const Settings& settings) {
  return applies(parameter, [&](const std::string& key) {
    const auto& value = settings.values().find(key)->second;
    const auto* word = std::get_if<std::string>(&value);
    return word != nullptr ? *word : show(value);
  });
}

}  // namespace telegrad
