// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/part.h"

#include <cassert>
#include <cctype>
#include <utility>

namespace telegrad {
namespace {

/// "Values: base b" of "Values: " and "Base b"; words in capitals stay.
std::string labelled(const std::string& before, std::string label) {
  const auto isLower = [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; };
  if (!before.empty() && label.size() > 1 && isLower(label[1]))
    label[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(label[0])));
  return before + label;
}

Parameter parameterOf(const Part& part, Parameter parameter,
                      const std::optional<Condition>& onlyWith) {
  parameter.key.insert(0, part.key);
  parameter.label = labelled(part.label, std::move(parameter.label));
  if (parameter.onlyWith) parameter.onlyWith->key.insert(0, part.key);
  for (auto& condition : parameter.notWith) condition.key.insert(0, part.key);
  if (!onlyWith) return parameter;
  // It applies where both conditions hold; so it does not where its own one fails.
  assert(!parameter.onlyWith || parameter.notWith.empty());
  if (auto own = std::exchange(parameter.onlyWith, onlyWith)) {
    own->isAnyOther = !own->isAnyOther;
    parameter.notWith = {*std::move(own)};
  }
  return parameter;
}

}  // namespace

std::vector<Parameter> parametersOf(const Part& part, const std::optional<Condition>& onlyWith) {
  std::vector<Parameter> parameters;
  for (const auto& parameter : part.entry.parameters)
    if (!part.fixed.contains(parameter.key))
      parameters.push_back(parameterOf(part, parameter, onlyWith));
  return parameters;
}

Settings settingsOf(const Part& part, const Settings& whole) {
  Values values = part.fixed;
  for (const auto& parameter : part.entry.parameters)
    if (!part.fixed.contains(parameter.key))
      values.emplace(parameter.key, whole.values().at(part.key + parameter.key));
  auto settings = Settings::from(part.entry.parameters, values);
  assert(settings);
  return *std::move(settings);
}

}  // namespace telegrad
