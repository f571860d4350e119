// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/window_table.h"

#include <vector>

#include "core/base/catalogue.h"
#include "core/base/said.h"
#include "core/experiment/experiment_table.h"
#include "core/experiment/text.h"

namespace telegrad {
namespace {

/// The names in the list under "lock" or "hide" that mean something.
std::vector<std::string> readRules(const toml::key& key, const toml::node& node,
                                   const Complaint& complain) {
  const auto what = "window." + std::string(key.str());
  const auto* list = node.as_array();
  std::vector<std::string> rules;
  if (list == nullptr) {
    complain(node.source().begin.line,
             said("%1: read %2; allowed: a list of names in quotes", what, spelling(node)));
    return rules;
  }
  for (const auto& item : *list) {
    const auto* rule = item.as_string();
    const auto line = item.source().begin.line;
    if (rule == nullptr)
      complain(line, said("%1: read %2; allowed: names in quotes", what, spelling(item)));
    else if (auto known = checkWindowRule(rule->get(), key == "hide"); !known)
      complain(line, what + ": " + known.error().message);
    else
      rules.push_back(rule->get());
  }
  return rules;
}

}  // namespace

WindowRules readWindowTable(const toml::key& table, const toml::node& node,
                            const std::string& prefix, const Complaint& complain) {
  WindowRules rules;
  const auto* entries = node.as_table();
  if (entries == nullptr) {
    complain(table.source().begin.line, said("%1: read %2; allowed: a table, [%3]", "window",
                                             spelling(node), prefix + "window"));
    return rules;
  }
  const std::vector<std::string> keys{"lock", "hide", "full_screen"};
  for (const auto& [key, value] : *entries) {
    if (key == "lock")
      rules.lock = readRules(key, value, complain);
    else if (key == "hide")
      rules.hide = readRules(key, value, complain);
    else if (key != "full_screen")
      complain(key.source().begin.line,
               unknownKey(said("%1: key", "window"), key.str(), keys).message);
    else if (const auto* flag = value.as_boolean())
      rules.fullScreen = flag->get();
    else
      complain(value.source().begin.line, said("%1: read %2; allowed: %3", "window.full_screen",
                                               spelling(value), said("true or false")));
  }
  return rules;
}

std::string formatWindowTable(const WindowRules& rules, const std::string& prefix) {
  if (rules.isEmpty()) return {};
  std::string text = "\n[" + prefix + "window]\n";
  const auto list = [&text](const std::string& key, const std::vector<std::string>& names) {
    if (names.empty()) return;
    text += key + " = [";
    for (const auto& name : names) text += (&name == &names.front() ? "" : ", ") + tomlString(name);
    text += "]\n";
  };
  list("lock", rules.lock);
  list("hide", rules.hide);
  if (rules.fullScreen) text += "full_screen = true\n";
  return text;
}

}  // namespace telegrad
