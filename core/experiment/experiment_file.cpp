// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include <toml++/toml.h>

#include "core/base/said.h"
#include "core/base/units.h"
#include "core/experiment/experiment_table.h"
#include "core/experiment/files.h"
#include "core/experiment/text.h"
#include "core/experiment/window_table.h"
#include "core/experiment/worker_slots.h"

namespace telegrad {
namespace {

constexpr std::string_view kWorkers = "worker";  // the table of the workers' tables

using Drafts = std::map<std::string, Experiment::Draft, std::less<>>;

/// Reads a document. Tables come out of toml++ sorted by key; of several errors the one that the
/// user meets first, from the top, is reported.
class Reader {
 public:
  /// `prefix`: before the names of tables in messages, "experiment." of one inside another file.
  Reader(const toml::table& document, const std::string& origin, std::string prefix)
      : document_(document),
        origin_(origin),
        prefix_(std::move(prefix)) {}

  Result<Experiment> read();
  SoundExperiment readSound();

 private:
  void fail(std::uint32_t line, const std::string& message) { errors_.emplace(line, message); }
  Error firstError() const { return {placed(*errors_.begin())}; }
  std::string placed(const std::pair<const std::uint32_t, std::string>& error) const {
    return origin_ + ":" + std::to_string(error.first) + ": " + error.second;
  }

  void readTables(Experiment& experiment);
  void readTop(const toml::key& key, const toml::node& node);
  void readText(const toml::key& key, const toml::node& node, std::string& text);
  void readSeed(const toml::node& node);
  void readKey(const SlotDescription& slot, const toml::key& table, const toml::node& node);
  void readWorkerTables(const toml::key& table, const toml::node& node);
  void readWorkers(Experiment& experiment, const toml::table& workers);
  void readValues(Experiment& experiment, const std::string& slot, const toml::table& table);

  const toml::table& document_;
  const std::string& origin_;
  std::string prefix_;
  std::multimap<std::uint32_t, std::string> errors_;  // by line
  std::string name_;
  std::string summary_;
  std::uint64_t seed_ = 1;
  WindowRules window_;
  Drafts keys_;
};

Result<Experiment> Reader::read() {
  name_ = std::filesystem::path(origin_).stem().string();
  for (const auto& [key, node] : document_) readTop(key, node);
  if (!errors_.empty()) return firstError();
  // Keys first: they say which parameters there are.
  auto experiment = Experiment::from(name_, summary_, seed_, keys_);
  if (!experiment) return Error{origin_ + ": " + experiment.error().message};
  readTables(*experiment);
  if (!errors_.empty()) return firstError();
  return experiment->withWindow(std::move(window_));
}

SoundExperiment Reader::readSound() {
  name_ = std::filesystem::path(origin_).stem().string();
  for (const auto& [key, node] : document_) readTop(key, node);
  SoundExperiment sound;
  if (auto experiment = Experiment::from(name_, summary_, seed_, keys_))
    sound.experiment = *std::move(experiment);
  else
    sound.notes.push_back(origin_ + ": " + experiment.error().message);
  readTables(sound.experiment);
  sound.experiment = sound.experiment.withWindow(std::move(window_));
  for (const auto& error : errors_) sound.notes.push_back(placed(error));
  return sound;
}

void Reader::readTables(Experiment& experiment) {
  for (const auto& [key, node] : document_)
    if (const auto* table = node.as_table();
        table != nullptr && key != kWorkers && findSlot(key.str()))
      readValues(experiment, std::string(key), *table);
  // Last: how many there are is among the values.
  if (const auto* workers = document_.get_as<toml::table>(kWorkers))
    readWorkers(experiment, *workers);
}

void Reader::readTop(const toml::key& key, const toml::node& node) {
  const auto line = key.source().begin.line;
  if (key == "name") return readText(key, node, name_);
  if (key == "summary") return readText(key, node, summary_);
  if (key == "seed") return readSeed(node);
  if (key == kWorkers) return readWorkerTables(key, node);
  if (key == "window") {
    const auto complain = [this](std::uint32_t at, const std::string& what) { fail(at, what); };
    window_ = readWindowTable(key, node, prefix_, complain);
    return;
  }
  const auto slot = findSlot(key.str());
  if (slot) return readKey(**slot, key, node);
  std::vector<std::string> allowed{"name", "summary", "seed"};
  for (const auto& known : experimentSlots()) allowed.push_back("[" + prefix_ + known.key + "]");
  allowed.push_back("[" + prefix_ + "window]");
  allowed.push_back(said("%1 and so on", "[" + prefix_ + "worker.1]"));
  const auto what = node.is_table() ? said("table") : said("key");
  fail(line, unknownKey(what, key.str(), allowed).message);
}

void Reader::readText(const toml::key& key, const toml::node& node, std::string& text) {
  if (const auto* string = node.as_string())
    text = string->get();
  else
    fail(node.source().begin.line,
         said("%1: read %2; allowed: text in quotes", key.str(), spelling(node)));
}

void Reader::readSeed(const toml::node& node) {
  // TOML's integers end at 2^63 - 1; a seed above is written as text.
  const auto* text = node.as_string();
  const auto seed = parseSeed(text != nullptr ? text->get() : spelling(node));
  if (seed)
    seed_ = *seed;
  else
    fail(node.source().begin.line, seed.error().message);
}

void Reader::readKey(const SlotDescription& slot, const toml::key& table, const toml::node& node) {
  const auto* entries = node.as_table();
  if (entries == nullptr)
    return fail(table.source().begin.line, said("%1: read %2; allowed: a table, [%3]", slot.key,
                                                spelling(node), prefix_ + slot.key));
  const auto* key = entries->get("key");
  if (key == nullptr || !slot.hasChoice()) return;  // a fixed slot's "key" is refused as a value
  const auto line = key->source().begin.line;
  const auto* word = key->as_string();
  if (word == nullptr) {
    std::vector<std::string> keys;
    for (const auto& entry : slot.entries) keys.push_back(entry.key);
    return fail(line,
                said("%1: read %2; allowed: %3", slot.key + ".key", spelling(*key), listOf(keys)));
  }
  const auto entry = find(std::span<const Description>(slot.entries), word->get(), slot.key);
  if (!entry) return fail(line, entry.error().message);
  keys_[slot.key].key = word->get();
}

/// That [worker.3] and its like are tables.
void Reader::readWorkerTables(const toml::key& table, const toml::node& node) {
  const auto* workers = node.as_table();
  if (workers == nullptr)
    return fail(table.source().begin.line,
                said("worker: read %1; allowed: tables, [worker.1] and so on", spelling(node)));
  for (const auto& [key, entry] : *workers) {
    const auto slot = findSlot("worker." + std::string(key));
    if (!slot)
      fail(key.source().begin.line, slot.error().message);
    else if (!entry.is_table())
      fail(key.source().begin.line,
           said("%1: read %2; allowed: a table, [%3]", "worker." + std::string(key),
                spelling(entry), "worker." + std::string(key)));
  }
}

void Reader::readWorkers(Experiment& experiment, const toml::table& workers) {
  for (const auto& [key, node] : workers)
    if (const auto slot = "worker." + std::string(key); node.is_table() && findSlot(slot))
      readValues(experiment, slot, *node.as_table());
}

Result<Value> readValue(const Parameter& parameter, const toml::node& node) {
  if (const auto* flag = node.as_boolean()) return accept(parameter, Value{flag->get()});
  if (const auto* integer = node.as_integer()) return accept(parameter, Value{integer->get()});
  if (const auto* real = node.as_floating_point()) return accept(parameter, Value{real->get()});
  const auto* text = node.as_string();
  if (text == nullptr) return parseValue(parameter, spelling(node));  // refuses it by its spelling
  if (std::holds_alternative<Flag>(parameter.kind)) return accept(parameter, Value{text->get()});
  return parseValue(parameter, text->get());
}

void Reader::readValues(Experiment& experiment, const std::string& slot, const toml::table& table) {
  const bool hasChoice = (*findSlot(slot))->hasChoice();
  for (const auto& [key, node] : table) {
    if (hasChoice && key == "key") continue;
    const ParameterName name{slot, std::string(key)};
    const auto parameter = describe(experiment, name);
    if (!parameter) {
      fail(key.source().begin.line, parameter.error().message);
      continue;
    }
    const auto line = node.source().begin.line;
    const auto value = readValue(**parameter, node);
    if (!value) {
      fail(line, slot + "." + value.error().message);
      continue;
    }
    auto changed = experiment.with(name, *value);
    if (changed)
      experiment = *std::move(changed);
    else
      fail(line, changed.error().message);
  }
}

/// A value as TOML: a word or a number with a unit in quotes, the rest bare.
std::string tomlValue(const Parameter& parameter, const Value& value) {
  if (std::holds_alternative<std::string>(value) || !parameter.unit.empty())
    return tomlString(formatValue(parameter, value));
  if (const auto* real = std::get_if<double>(&value)) return formatNumber(*real);
  return formatValue(parameter, value);
}

/// The table of one worker: what is not as usual, and nothing if everything is.
std::string formatWorker(const Experiment& experiment, const std::string& slot,
                         const std::string& prefix) {
  std::string text;
  for (const auto& parameter : workerSlotDescription().entries.front().parameters) {
    const auto value = experiment.value({slot, parameter.key});
    if (value == parameter.initial()) continue;
    text += parameter.key + " = " + tomlValue(parameter, value) + "\n";
  }
  return text.empty() ? text : "\n[" + prefix + slot + "]\n" + text;
}

}  // namespace

std::string spelling(const toml::node& node) {
  std::ostringstream text;
  node.visit([&](const auto& concrete) { text << concrete; });
  return text.str();
}

std::string tomlSeed(std::uint64_t seed) {
  const auto digits = std::to_string(seed);
  return seed <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())
             ? digits
             : tomlString(digits);
}

namespace {

Result<toml::table> parseToml(std::string_view text, const std::string& origin) {
  try {
    return toml::parse(text, origin);
  } catch (const toml::parse_error& error) {
    return Error{
        said("%1:%2: not TOML: %3", origin, error.source().begin.line, error.description())};
  }
}

}  // namespace

Result<Experiment> parseExperiment(std::string_view text, const std::string& origin) {
  const auto document = parseToml(text, origin);
  return document ? Reader(*document, origin, {}).read() : document.error();
}

Result<SoundExperiment> parseSoundExperiment(std::string_view text, const std::string& origin) {
  const auto document = parseToml(text, origin);
  if (!document) return document.error();
  return Reader(*document, origin, {}).readSound();
}

Result<Experiment> readExperiment(const std::filesystem::path& file) {
  const auto text = readFile(file);
  if (!text) return text.error();
  return parseExperiment(*text, file.string());
}

Result<Experiment> readExperimentTable(const toml::table& table, const std::string& origin,
                                       const std::string& prefix) {
  return Reader(table, origin, prefix).read();
}

std::string formatExperiment(const Experiment& experiment) {
  return formatExperimentTables(experiment, {});
}

std::string formatExperimentTables(const Experiment& experiment, const std::string& prefix) {
  std::string text = "name = " + tomlString(experiment.name()) + "\n";
  if (!experiment.summary().empty()) text += "summary = " + tomlString(experiment.summary()) + "\n";
  text += "seed = " + tomlSeed(experiment.seed()) + "\n";
  for (const auto& slot : experimentSlots()) {
    const auto& selection = experiment.slot(slot.key);
    // What means nothing is left out, but for what would not be read back.
    if (!isNeeded(experiment, slot.key) && selection == Experiment().slot(slot.key)) continue;
    text += "\n[" + prefix + slot.key + "]\n";
    if (slot.hasChoice()) text += "key = " + tomlString(selection.key) + "\n";
    const auto entry = std::ranges::find(slot.entries, selection.key, &Description::key);
    for (const auto& parameter : entry->parameters)
      text += parameter.key + " = " +
              tomlValue(parameter, experiment.value({slot.key, parameter.key})) + "\n";
  }
  for (std::size_t number = 1; number <= experiment.workers(); ++number)
    text += formatWorker(experiment, workerSlot(number), prefix);
  return text + formatWindowTable(experiment.window(), prefix);
}

}  // namespace telegrad
