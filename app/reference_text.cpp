// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference_text.h"

#include <cstdint>
#include <regex>
#include <variant>

#include "core/base/catalogue.h"

namespace telegrad {
namespace {

std::string conditionText(const Condition& condition) {
  return "`" + condition.key + (condition.isAnyOther ? "` is not " : "` is ") + condition.option;
}

/// When it means anything, and from when a change counts.
std::string notesOn(const Parameter& parameter) {
  std::string notes;
  if (parameter.onlyWith) notes += " Only where " + conditionText(*parameter.onlyWith) + ".";
  for (std::size_t i = 0; i < parameter.notWith.size(); ++i)
    notes += (i == 0 ? " Not where " : " and ") + conditionText(parameter.notWith[i]) +
             (i + 1 == parameter.notWith.size() ? "." : "");
  if (parameter.change == Change::BetweenIterations) notes += " *May change while it runs.*";
  return notes;
}

}  // namespace

std::string rangeOf(const Parameter& parameter) {
  if (std::holds_alternative<Flag>(parameter.kind)) return "true or false";
  if (const auto* choice = std::get_if<Choice>(&parameter.kind)) return listOf(choice->options);
  if (const auto* text = std::get_if<Text>(&parameter.kind)) return text->allowed;
  if (const auto* integer = std::get_if<Integer>(&parameter.kind))
    return formatValue(parameter, integer->min) + " to " + formatValue(parameter, integer->max);
  const auto& real = std::get<Real>(parameter.kind);
  return formatValue(parameter, real.min) + " to " + formatValue(parameter, real.max);
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char each : text) {
    if (std::string_view("\\`*_<>|[]#").find(each) != std::string_view::npos) result += '\\';
    result += each;
  }
  return result;
}

std::string linked(const std::string& text) {
  static const std::regex identifier(R"(arXiv (\d{4}\.\d{5}))");
  return std::regex_replace(escaped(text), identifier, "[arXiv $1](https://arxiv.org/abs/$1)");
}

std::string parameterTableHead() {
  return "| Parameter | Default | Allowed | Meaning |\n|---|---|---|---|\n";
}

std::string parameterRow(const Parameter& parameter) {
  return "| **" + escaped(parameter.label) + "** `" + parameter.key + "` | " +
         escaped(formatValue(parameter, parameter.initial())) + " | " +
         escaped(rangeOf(parameter)) + " | " + escaped(parameter.help) + notesOn(parameter) +
         " |\n";
}

std::string decidesSentence(const std::vector<std::string>& names) {
  std::vector<std::string> words;
  words.reserve(names.size());
  for (const auto& name : names) words.push_back("`" + name + "`");
  return "Chooses itself: " + listOf(words) + ".";
}

void endWithOneLineBreak(std::string& text) {
  while (text.ends_with("\n\n")) text.pop_back();
}

}  // namespace telegrad
