// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep_file.h"

#include <map>
#include <optional>
#include <utility>

#include <toml++/toml.h>

#include "core/base/said.h"
#include "core/base/units.h"
#include "core/experiment/experiment_table.h"
#include "core/experiment/files.h"
#include "core/experiment/text.h"

namespace telegrad {
namespace {

constexpr const char* kInline = "experiment.";  // before the base's tables

/// A value as --set takes it; nothing for what is none.
std::optional<std::string> wordOf(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* whole = node.as_integer()) return std::to_string(whole->get());
  if (const auto* real = node.as_floating_point()) return formatNumber(real->get());
  if (const auto* flag = node.as_boolean()) return std::string(flag->get() ? "true" : "false");
  return std::nullopt;
}

/// Reads a document; of several errors the first from the top is reported, see firstError().
class SweepReader {
 public:
  SweepReader(const toml::table& document, const std::string& origin, const FindExperiment& find)
      : document_(document),
        origin_(origin),
        find_(find) {}

  Result<Sweep> read();

 private:
  void fail(const toml::source_region& where, const std::string& message) {
    errors_.emplace(where.begin.line, message);
  }
  void wrongType(const toml::key& key, const toml::node& node, const std::string& allowed) {
    fail(node.source(), said("%1: read %2; allowed: %3", key.str(), spelling(node), allowed));
  }
  Error firstError() const {
    const auto& [line, message] = *errors_.begin();
    return {origin_ + ":" + std::to_string(line) + ": " + message};
  }

  void readTop(const toml::key& key, const toml::node& node);
  void readText(const toml::key& key, const toml::node& node, std::string& text);
  void readSeeds(const toml::key& key, const toml::node& node);
  Assignments readAssignments(const toml::key& key, const toml::node& node);
  void readCells(const toml::key& key, const toml::node& node);
  void readAxes(const toml::key& key, const toml::node& node);
  void readAxis(const toml::table& table);
  void readValues(const toml::key& key, const toml::node& node, SweepAxis& axis);
  void readRange(const toml::table& table, SweepAxis& axis);
  std::optional<Error> readBase();
  void checkPlan();

  const toml::table& document_;
  const std::string& origin_;
  const FindExperiment& find_;
  std::multimap<std::uint32_t, std::string> errors_;  // by line
  Sweep sweep_;
  std::vector<toml::source_region> axisPlaces_;
  std::vector<toml::source_region> cellPlaces_;
};

Result<Sweep> SweepReader::read() {
  sweep_.name = std::filesystem::path(origin_).stem().string();
  for (const auto& [key, node] : document_) readTop(key, node);
  if (!errors_.empty()) return firstError();
  if (const auto error = readBase()) return *error;
  checkPlan();
  if (!errors_.empty()) return firstError();
  return sweep_;
}

void SweepReader::readTop(const toml::key& key, const toml::node& node) {
  if (key == "name") return readText(key, node, sweep_.name);
  if (key == "summary") return readText(key, node, sweep_.summary);
  if (key == "seeds") return readSeeds(key, node);
  if (key == "cells") return readCells(key, node);
  if (key == "axis") return readAxes(key, node);
  if (key == "set") {
    sweep_.set = readAssignments(key, node);
  } else if (key == "experiment") {
    if (!node.is_string() && !node.is_table())
      wrongType(key, node, said("an experiment's name, a file's, or a table, [experiment]"));
  } else {
    const std::vector<std::string> allowed{"name",  "summary", "experiment", "set",
                                           "seeds", "cells",   "[[axis]]"};
    const auto what = node.is_table() ? said("table") : said("key");
    fail(key.source(), unknownKey(what, key.str(), allowed).message);
  }
}

void SweepReader::readText(const toml::key& key, const toml::node& node, std::string& text) {
  if (const auto* string = node.as_string())
    text = string->get();
  else
    wrongType(key, node, said("text in quotes"));
}

void SweepReader::readSeeds(const toml::key& key, const toml::node& node) {
  const auto* seeds = node.as_array();
  if (seeds == nullptr) return wrongType(key, node, said("a list of seeds, as in %1", "[1, 2, 3]"));
  for (const auto& each : *seeds) {
    const auto word = each.is_floating_point() ? std::nullopt : wordOf(each);
    const auto seed = parseSeed(word.value_or(spelling(each)));
    if (seed)
      sweep_.seeds.push_back(*seed);
    else
      fail(each.source(), seed.error().message);
  }
}

Assignments SweepReader::readAssignments(const toml::key& key, const toml::node& node) {
  Assignments all;
  const auto* list = node.as_array();
  if (list == nullptr) {
    wrongType(key, node, said("a list, as in %1", "[\"slot.key=value\"]"));
    return all;
  }
  for (const auto& each : *list) {
    if (const auto* text = each.as_string())
      all.push_back(text->get());
    else
      wrongType(key, each, "\"slot.key=value\"");
  }
  return all;
}

void SweepReader::readCells(const toml::key& key, const toml::node& node) {
  const auto* list = node.as_array();
  if (list == nullptr)
    return wrongType(key, node, said("a list of lists, as in %1", "[[\"slot.key=value\"]]"));
  for (const auto& each : *list) {
    sweep_.cells.push_back(readAssignments(key, each));
    cellPlaces_.push_back(each.source());
  }
}

void SweepReader::readAxes(const toml::key& key, const toml::node& node) {
  const auto* list = node.as_array();
  if (list == nullptr || !list->is_homogeneous<toml::table>())
    return wrongType(key, node, said("tables, %1", "[[axis]]"));
  for (const auto& each : *list) readAxis(*each.as_table());
}

void SweepReader::readAxis(const toml::table& table) {
  SweepAxis axis;
  bool hasRange = false;
  for (const auto& [key, node] : table) {
    if (key == "parameter") {
      readText(key, node, axis.parameter);
    } else if (key == "values") {
      readValues(key, node, axis);
    } else if (key == "from" || key == "to" || key == "steps" || key == "scale") {
      hasRange = true;
    } else {
      const std::vector<std::string> allowed{"parameter", "values", "from", "to", "steps", "scale"};
      fail(key.source(), unknownKey(said("key"), key.str(), allowed).message);
    }
  }
  if (axis.parameter.empty() && !table.contains("parameter"))
    fail(table.source(),
         said("an axis without parameter; allowed: %1", "parameter = \"slot.key\""));
  if (hasRange == table.contains("values"))
    fail(table.source(), said("an axis has either values, or from, to, steps and scale"));
  else if (hasRange)
    readRange(table, axis);
  sweep_.axes.push_back(std::move(axis));
  axisPlaces_.push_back(table.source());
}

void SweepReader::readValues(const toml::key& key, const toml::node& node, SweepAxis& axis) {
  const auto* list = node.as_array();
  if (list == nullptr) return wrongType(key, node, said("a list, as in %1", "[0.01, \"3 %\"]"));
  for (const auto& each : *list) {
    if (auto word = wordOf(each))
      axis.values.push_back(*std::move(word));
    else
      wrongType(key, each, said("a number, a word in quotes, true or false"));
  }
}

void SweepReader::readRange(const toml::table& table, SweepAxis& axis) {
  SweepRange range;
  for (const char* end : {"from", "to"}) {
    const auto* node = table.get(end);
    const auto word = node != nullptr ? wordOf(*node) : std::nullopt;
    if (!word)
      return fail(node != nullptr ? node->source() : table.source(),
                  said("%1: read %2; allowed: a number, with a unit in quotes", end,
                       node != nullptr ? spelling(*node) : said("nothing")));
    (std::string_view(end) == "from" ? range.from : range.to) = *word;
  }
  const auto* steps = table.get("steps");
  if (steps == nullptr || !steps->is_integer())
    return fail(steps != nullptr ? steps->source() : table.source(),
                said("steps: read %1; allowed: how many values that makes, both ends included",
                     steps != nullptr ? spelling(*steps) : said("nothing")));
  range.steps = steps->as_integer()->get();
  if (const auto* scale = table.get("scale")) {
    const auto word = wordOf(*scale).value_or("");
    if (word != "linear" && word != "log")
      return fail(scale->source(),
                  said("scale: read %1; allowed: linear or log", spelling(*scale)));
    range.scale = word == "log" ? Scale::Log : Scale::Linear;
  }
  axis.range = std::move(range);
}

std::optional<Error> SweepReader::readBase() {
  const auto* node = document_.get("experiment");
  if (node == nullptr) return std::nullopt;  // the usual one
  const auto* table = node->as_table();
  if (table == nullptr) sweep_.reference = node->as_string()->get();
  const auto base =
      table != nullptr ? readExperimentTable(*table, origin_, kInline) : find_(sweep_.reference);
  if (base) {
    sweep_.base = *base;
    return std::nullopt;
  }
  if (table != nullptr) return base.error();  // it names its line
  fail(node->source(), "experiment: " + base.error().message);
  return firstError();
}

/// That there is a plan. What is wrong with an axis is said at its place.
void SweepReader::checkPlan() {
  if (const auto base = baseOf(sweep_); !base)
    return fail(document_.get("set")->source(), base.error().message);
  for (std::size_t axis = 0; axis < sweep_.axes.size(); ++axis) {
    const auto context = contextOf(sweep_, axis);
    if (!context) continue;  // another axis is wrong, and says so
    if (const auto values = valuesOf(sweep_.axes[axis], *context); !values)
      fail(axisPlaces_[axis], values.error().message);
  }
  if (!errors_.empty()) return;
  for (std::size_t cell = 0; cell < sweep_.cells.size(); ++cell) {
    Sweep only = sweep_;
    only.axes.clear();
    only.cells = {sweep_.cells[cell]};
    only.seeds.clear();
    if (const auto plan = planOf(only); !plan) fail(cellPlaces_[cell], plan.error().message);
  }
  if (!errors_.empty()) return;
  if (const auto plan = planOf(sweep_); !plan)
    fail(axisPlaces_.empty() ? document_.source() : axisPlaces_.front(), plan.error().message);
}

}  // namespace

Result<Sweep> parseSweep(std::string_view text, const std::string& origin,
                         const FindExperiment& find) {
  try {
    const toml::table document = toml::parse(text, origin);
    return SweepReader(document, origin, find).read();
  } catch (const toml::parse_error& error) {
    return Error{
        said("%1:%2: not TOML: %3", origin, error.source().begin.line, error.description())};
  }
}

Result<Sweep> readSweep(const std::filesystem::path& file, const FindExperiment& find) {
  const auto text = readFile(file);
  if (!text) return text.error();
  return parseSweep(*text, file.string(), find);
}

}  // namespace telegrad
