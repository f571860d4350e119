// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/journal.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/experiment/files.h"

namespace telegrad {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const Value& value) {
  return std::visit([](const auto& concrete) { return Json(concrete); }, value);
}

/// One line, in plain ASCII; text that is not UTF-8 is replaced rather than thrown at the run.
std::string line(const Json& json) {
  return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

/// A JSON value as the parameter's own; text is read with its unit, as in experiment files.
Result<Value> fromJson(const Parameter& parameter, const Json& json) {
  if (json.is_boolean()) return accept(parameter, Value{json.get<bool>()});
  if (json.is_number_integer() &&
      !(json.is_number_unsigned() && json.get<std::uint64_t>() >> 63U != 0))
    return accept(parameter, Value{json.get<std::int64_t>()});
  if (json.is_number()) return accept(parameter, Value{json.get<double>()});
  if (json.is_string()) return parseValue(parameter, json.get<std::string>());
  return parseValue(parameter, json.dump());  // refuses it by its spelling
}

Result<ParameterName> readName(const Json& json) {
  const auto text = json.is_string() ? json.get<std::string>() : json.dump();
  auto name = json.is_string() ? parseParameterName(text) : std::nullopt;
  if (!name) return Error{"change: read \"" + text + "\"; allowed: a parameter as slot.key"};
  return *std::move(name);
}

/// Reads line by line, with the experiment as it was before each change.
class JournalReader {
 public:
  explicit JournalReader(Experiment experiment) : current_(std::move(experiment)) {}

  /// A change, or nothing for an event. Errors: as readJournal(), without the place.
  Result<std::optional<AppliedChange>> read(const Json& json);

 private:
  Experiment current_;
  std::int64_t last_ = 1;  // iteration of the last change
};

Result<std::optional<AppliedChange>> JournalReader::read(const Json& json) {
  const std::string allowed = R"(allowed: {"iteration": ..., "change": "slot.key", "to": ...} )"
                              R"(or {"iteration": ..., "event": "..."})";
  if (!json.is_object()) return Error{"read " + json.dump() + "; " + allowed};
  if (json.contains("event") && !json.contains("change")) return std::optional<AppliedChange>{};
  if (!json.contains("iteration") || !json.contains("change") || !json.contains("to"))
    return Error{"read " + json.dump() + "; " + allowed};
  const auto& iteration = json["iteration"];
  if (!iteration.is_number_integer() || iteration.get<std::int64_t>() < last_)
    return Error{"iteration: read " + iteration.dump() + "; allowed: a whole number from " +
                 std::to_string(last_) + " on (changes are in order)"};
  const auto name = readName(json["change"]);
  if (!name) return name.error();
  const auto parameter = describe(current_, *name);
  if (!parameter) return parameter.error();
  if ((*parameter)->change != Change::BetweenIterations)
    return Error{name->text() + " cannot change during a run"};
  const auto to = fromJson(**parameter, json["to"]);
  if (!to) return Error{name->slot + "." + to.error().message};
  AppliedChange change{iteration.get<std::int64_t>(), *name, current_.value(*name), *to};
  if (json.contains("from")) {
    auto from = fromJson(**parameter, json["from"]);
    if (!from) return Error{name->slot + "." + from.error().message};
    change.from = *std::move(from);
  }
  auto changed = current_.with(*name, *to);
  if (!changed) return changed.error();
  last_ = change.iteration;
  current_ = *std::move(changed);
  return std::optional{std::move(change)};
}

}  // namespace

std::string journalLine(const AppliedChange& change) {
  return line({{"iteration", change.iteration},
               {"change", change.name.text()},
               {"from", toJson(change.from)},
               {"to", toJson(change.to)}});
}

std::string journalLine(std::int64_t iteration, const std::string& event,
                        const std::string& detail) {
  return line({{"iteration", iteration}, {"event", event}, {"detail", detail}});
}

Result<std::vector<AppliedChange>> readJournal(const std::filesystem::path& file,
                                               const Experiment& experiment) {
  const auto text = readFile(file);
  if (!text) return text.error();
  JournalReader reader(experiment);
  std::vector<AppliedChange> changes;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text->size();) {
    const auto end = text->find('\n', begin);
    const bool complete = end != std::string::npos;
    const auto lineText = text->substr(begin, complete ? end - begin : end);
    begin = complete ? end + 1 : text->size();
    ++number;
    if (lineText.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto json = Json::parse(lineText, nullptr, false);
    if (json.is_discarded() && !complete) break;  // a crash cut it short
    std::string place = file.string();
    place.append(":").append(std::to_string(number)).append(": ");
    if (json.is_discarded()) return Error{place.append("not JSON: ").append(lineText)};
    auto change = reader.read(json);
    if (!change) return Error{place + change.error().message};
    if (*change) changes.push_back(**change);
  }
  return changes;
}

}  // namespace telegrad
