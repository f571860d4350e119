// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/base/said.h"
#include "core/base/units.h"
#include "core/experiment/sweep.h"

namespace telegrad {
namespace {

constexpr std::int64_t kMostSteps = 1000;

Error ofAxis(const std::string& parameter, const std::string& what) {
  return {parameter + ": " + what};
}

Error noSteps() {
  return {said("it has no steps, being no number; allowed: values")};
}

/// To six digits, so that steps read as one would write them.
double sixDigits(double value) {
  std::array<char, 64> text{};
  const auto* const end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, 5)
          .ptr;
  std::from_chars(text.data(), end, value);
  return value;
}

double realOf(const Value& value) {
  const auto* whole = std::get_if<std::int64_t>(&value);
  return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
}

double stepOf(const SweepRange& range, double from, double to, std::int64_t step) {
  const double share = static_cast<double>(step) / static_cast<double>(range.steps - 1);
  return sixDigits(range.scale == Scale::Log ? from * std::pow(to / from, share)
                                             : from + (to - from) * share);
}

Result<std::vector<std::string>> stepsOf(const SweepRange& range, const Parameter& parameter) {
  const bool isWhole = std::holds_alternative<Integer>(parameter.kind);
  if (!isWhole && !std::holds_alternative<Real>(parameter.kind)) return noSteps();
  if (range.steps < 2 || range.steps > kMostSteps)
    return Error{
        said("steps: read %1; allowed: 2 to %2, both ends included", range.steps, kMostSteps)};
  const auto first = parseValue(parameter, range.from);
  if (!first) return first.error();
  const auto last = parseValue(parameter, range.to);
  if (!last) return last.error();
  const double from = realOf(*first);
  const double to = realOf(*last);
  if (from == to)
    return Error{said("from and to are both %1; allowed: two ends that differ",
                      formatValue(parameter, *first))};
  if (range.scale == Scale::Log && !(from > 0.0 && to > 0.0))
    return Error{
        said("read \"%1\" to \"%2\" in logarithmic steps; allowed: ends above 0, or "
             "scale = \"linear\"",
             range.from, range.to)};
  std::vector<std::string> values{formatValue(parameter, *first)};
  for (std::int64_t step = 1; step + 1 < range.steps; ++step) {
    const double value = stepOf(range, from, to, step);
    const auto text = formatValue(
        parameter, isWhole ? Value{static_cast<std::int64_t>(std::llround(value))} : Value{value});
    if (text != values.back()) values.push_back(text);
  }
  const auto end = formatValue(parameter, *last);
  if (values.back() != end) values.push_back(end);
  return values;
}

Result<std::vector<std::string>> spelledValues(const SweepAxis& axis, const Parameter& parameter) {
  std::vector<std::string> values;
  for (const auto& text : axis.values) {
    const auto value = parseValue(parameter, text);
    if (!value) return value.error();
    values.push_back(formatValue(parameter, *value));
  }
  return values;
}

Result<std::vector<std::string>> keysOf(const SweepAxis& axis, const ParameterName& name,
                                        const Experiment& context) {
  if (axis.range) return noSteps();
  for (const auto& key : axis.values)
    if (const auto chosen = context.withKey(name.slot, key); !chosen) return chosen.error();
  return axis.values;
}

Result<std::vector<std::string>> anyValuesOf(const SweepAxis& axis, const ParameterName& name,
                                             const Experiment& context) {
  if (const auto decider = deciderOf(context, name))
    return Error{said("%1 sets it by itself, so that its values mean nothing", *decider)};
  if (name.key == "key") return keysOf(axis, name, context);
  const auto parameter = describe(context, name);
  if (!parameter) return parameter.error();
  return axis.range ? stepsOf(*axis.range, **parameter) : spelledValues(axis, **parameter);
}

std::string trimmed(std::string text) {
  const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && isSpace(text.back())) text.pop_back();
  text.erase(text.begin(), std::ranges::find_if_not(text, isSpace));
  return text;
}

/// "FROM to TO in 4 steps", "FROM to TO in 4 log steps".
std::optional<SweepRange> rangeFromText(const std::string& text) {
  const auto to = text.find(" to ");
  const auto in = text.rfind(" in ");
  if (to == std::string::npos || in == std::string::npos || in < to + 4) return std::nullopt;
  SweepRange range;
  range.from = trimmed(text.substr(0, to));
  range.to = trimmed(text.substr(to + 4, in - to - 4));
  const auto tail = trimmed(text.substr(in + 4));
  const auto* const last = tail.data() + tail.size();
  const auto [end, error] = std::from_chars(tail.data(), last, range.steps);
  const auto words = trimmed(std::string(end, last));
  const bool isLog = words == "log steps" || words == "log step";
  if (error != std::errc{} || (!isLog && words != "steps" && words != "step")) return std::nullopt;
  range.scale = isLog ? Scale::Log : Scale::Linear;
  return range;
}

}  // namespace

Result<std::vector<std::string>> valuesOf(const SweepAxis& axis, const Experiment& context) {
  const auto name = parseParameterName(axis.parameter);
  if (!name)
    return Error{
        said("read \"%1\"; allowed: a parameter as slot.key, or slot.key of a slot with a choice "
             "as in algorithm.key; seeds are listed as seeds",
             axis.parameter)};
  if (!axis.range && axis.values.empty())
    return ofAxis(axis.parameter, said("it has no values; allowed: at least one"));
  auto values = anyValuesOf(axis, *name, context);
  if (!values) return ofAxis(axis.parameter, values.error().message);
  for (auto value = values->begin(); value != values->end(); ++value)
    if (std::find(values->begin(), value, *value) != value)
      return ofAxis(axis.parameter, said("read \"%1\" twice; allowed: every value once", *value));
  return values;
}

SweepAxis axisFromText(std::string parameter, const std::string& text) {
  SweepAxis axis{std::move(parameter), {}, rangeFromText(text)};
  if (axis.range) return axis;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(',', begin), text.size());
    auto value = trimmed(text.substr(begin, end - begin));
    if (!value.empty()) axis.values.push_back(std::move(value));
    begin = end + 1;
  }
  return axis;
}

std::string textOf(const SweepAxis& axis) {
  if (axis.range)
    return axis.range->from + " to " + axis.range->to + " in " + std::to_string(axis.range->steps) +
           (axis.range->scale == Scale::Log ? " log steps" : " steps");
  std::string text;
  for (const auto& value : axis.values) {
    if (!text.empty()) text += ", ";
    text += value;
  }
  return text;
}

}  // namespace telegrad
