// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference_text.h"

#include <cstdint>
#include <regex>
#include <variant>

#include "core/base/catalogue.h"
#include "core/base/said.h"

namespace telegrad {
namespace {

std::string conditionText(const Condition& condition) {
  return condition.isAnyOther ? said("`%1` is not %2", condition.key, condition.option)
                              : said("`%1` is %2", condition.key, condition.option);
}

/// When it means anything, and from when a change counts.
std::string notesOn(const Parameter& parameter) {
  std::string notes;
  if (parameter.onlyWith) notes += " " + said("Only where %1.", conditionText(*parameter.onlyWith));
  std::string others;
  for (const auto& condition : parameter.notWith)
    others = others.empty() ? conditionText(condition)
                            : said("%1 and %2", others, conditionText(condition));
  if (!others.empty()) notes += " " + said("Not where %1.", others);
  if (parameter.change == Change::BetweenIterations)
    notes += " " + said("*May change while it runs.*");
  return notes;
}

}  // namespace

std::string saidOf(const std::string& words) {
  return said(words.c_str());
}

std::string rangeOf(const Parameter& parameter) {
  if (std::holds_alternative<Flag>(parameter.kind))
    return listOf(std::vector<std::string>{"true", "false"});
  if (const auto* choice = std::get_if<Choice>(&parameter.kind)) return listOf(choice->options);
  if (const auto* text = std::get_if<Text>(&parameter.kind)) return saidOf(text->allowed);
  if (const auto* integer = std::get_if<Integer>(&parameter.kind))
    return said("%1 to %2", formatValue(parameter, integer->min),
                formatValue(parameter, integer->max));
  const auto& real = std::get<Real>(parameter.kind);
  return said("%1 to %2", formatValue(parameter, real.min), formatValue(parameter, real.max));
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
  return said("| Parameter | Default | Allowed | Meaning |") + "\n|---|---|---|---|\n";
}

std::string parameterRow(const Parameter& parameter) {
  return "| **" + escaped(saidOf(parameter.label)) + "** `" + parameter.key + "` | " +
         escaped(formatValue(parameter, parameter.initial())) + " | " +
         escaped(rangeOf(parameter)) + " | " + escaped(saidOf(parameter.help)) +
         notesOn(parameter) + " |\n";
}

std::string decidesSentence(const std::vector<std::string>& names) {
  std::vector<std::string> words;
  words.reserve(names.size());
  for (const auto& name : names) words.push_back("`" + name + "`");
  return said("Chooses itself: %1.", listOf(words));
}

void endWithOneLineBreak(std::string& text) {
  while (text.ends_with("\n\n")) text.pop_back();
}

}  // namespace telegrad
