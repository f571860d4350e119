// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/explanations.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include <toml++/toml.h>

#include "core/base/said.h"

namespace telegrad {
namespace {

using Placed = std::pair<std::uint32_t, std::pair<std::string, ExplanationText>>;

Error explanationError(std::string_view origin, const toml::node& at, const std::string& message) {
  return {std::string(origin) + ":" + std::to_string(at.source().begin.line) + ": " + message};
}

std::string* member(ExplanationText& into, std::string_view name) {
  if (name == "title") return &into.title;
  if (name == "what") return &into.what;
  if (name == "formula") return &into.formula;
  if (name == "try") return &into.attempt;
  if (name == "source") return &into.source;
  return name == "page" ? &into.page : nullptr;
}

std::optional<std::vector<std::string>> texts(const toml::node& node) {
  const auto* list = node.as_array();
  if (list == nullptr) return std::nullopt;
  std::vector<std::string> all;
  for (const auto& each : *list) {
    if (!each.is_string()) return std::nullopt;
    all.push_back(each.as_string()->get());
  }
  return all;
}

Result<ExplanationText> explanationIn(const toml::table& table, std::string_view origin) {
  ExplanationText made;
  for (const auto& [key, node] : table) {
    if (key == "related") {
      auto all = texts(node);
      if (!all) return explanationError(origin, node, said("related: a list of topics is allowed"));
      made.related = *std::move(all);
      continue;
    }
    auto* into = member(made, key.str());
    if (into == nullptr)
      return explanationError(origin, node,
                              said("read \"%1\"; allowed: %2", key.str(),
                                   "title, what, formula, try, source, page, related"));
    if (!node.is_string())
      return explanationError(origin, node, said("%1: a text is allowed", key.str()));
    *into = node.as_string()->get();
  }
  return made;
}

/// "compressor.*-dithering.scope": slot, entry and key; without the entry it is the slot's.
bool namesEntry(std::string_view topic) {
  return std::ranges::count(topic, '.') == 2;
}

}  // namespace

// NOLINTNEXTLINE(misc-no-recursion): as deep as the pattern has stars
bool fits(std::string_view pattern, std::string_view text) {
  const auto star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (text.substr(0, star) != pattern.substr(0, star)) return false;
  const auto rest = pattern.substr(star + 1);
  for (auto from = star; from <= text.size(); ++from)
    if (fits(rest, text.substr(from))) return true;
  return false;
}

Result<ExplanationTexts> ExplanationTexts::parse(std::string_view toml, std::string_view origin) {
  toml::table document;
  try {
    document = toml::parse(toml, origin);
  } catch (const toml::parse_error& error) {
    std::ostringstream message;
    message << origin << ':' << error.source().begin.line << ": " << error.description();
    return Error{message.str()};
  }
  ExplanationTexts made;
  std::vector<Placed> families;  // a table forgets the file's order
  for (const auto& [key, node] : document) {
    const auto* table = node.as_table();
    if (table == nullptr) return explanationError(origin, node, said("a table is allowed"));
    auto read = explanationIn(*table, origin);
    if (!read) return read.error();
    std::string topic(key.str());
    if (topic.find('*') == std::string::npos)
      made.exact_.emplace(std::move(topic), *std::move(read));
    else
      families.emplace_back(node.source().begin.line,
                            std::pair{std::move(topic), *std::move(read)});
  }
  std::ranges::sort(families, {}, &Placed::first);
  for (auto& [line, family] : families) made.families_.push_back(std::move(family));
  return made;
}

const ExplanationText* ExplanationTexts::find(std::string_view topic) const {
  if (const auto found = exact_.find(topic); found != exact_.end()) return &found->second;
  for (const auto& [pattern, text] : families_)
    if (fits(pattern, topic)) return &text;
  return nullptr;
}

const ExplanationText* ExplanationTexts::findParameter(std::string_view slot,
                                                       std::string_view entry,
                                                       std::string_view key) const {
  const std::string own = std::string(slot) + "." + std::string(entry) + "." + std::string(key);
  if (const auto found = exact_.find(own); found != exact_.end()) return &found->second;
  for (const auto& [pattern, text] : families_)
    if (namesEntry(pattern) && fits(pattern, own)) return &text;
  return find(std::string(slot) + "." + std::string(key));
}

std::vector<std::string> ExplanationTexts::topics() const {
  std::vector<std::string> all;
  for (const auto& [topic, text] : exact_) all.push_back(topic);
  for (const auto& [topic, text] : families_) all.push_back(topic);
  return all;
}

}  // namespace telegrad
