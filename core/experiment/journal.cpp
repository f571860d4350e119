// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/journal.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "core/base/said.h"
#include "core/data/digest.h"
#include "core/experiment/files.h"
#include "core/experiment/journal_text.h"

namespace telegrad {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const Value& value) {
  return std::visit([](const auto& concrete) { return Json(concrete); }, value);
}

constexpr std::string_view kCheckBegin = R"(,"check":")";
constexpr std::string_view kCheckEnd = R"("})";
constexpr std::size_t kCheckDigits = 16;

/// Of a line without its checksum.
std::string checkOf(std::string_view text) {
  return sha256(std::as_bytes(std::span(text))).substr(0, kCheckDigits);
}

/// One line, in plain ASCII; text that is not UTF-8 is replaced rather than thrown at the run.
std::string line(const Json& json) {
  const auto text = json.dump(-1, ' ', true, Json::error_handler_t::replace);
  return text.substr(0, text.size() - 1)
      .append(kCheckBegin)
      .append(checkOf(text))
      .append(kCheckEnd);
}

/// Whether the line says what it said when it was written; also of one that has no checksum.
bool isIntact(std::string_view text) {
  const auto end = text.find_last_not_of(" \t\r");
  text = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
  const auto begin = text.rfind(kCheckBegin);
  if (begin == std::string_view::npos) return true;
  const auto check = text.substr(begin + kCheckBegin.size());
  if (check.size() != kCheckDigits + kCheckEnd.size() || !check.ends_with(kCheckEnd)) return false;
  return check.substr(0, kCheckDigits) == checkOf(std::string(text.substr(0, begin)) + "}");
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
  if (!name) return Error{said("change: read \"%1\"; allowed: a parameter as slot.key", text)};
  return *std::move(name);
}

/// Reads line by line, with the experiment as it was before each change.
class JournalReader {
 public:
  explicit JournalReader(Experiment experiment) : current_(std::move(experiment)) {}

  /// A change or an event. Errors: as readEntries(), without the place.
  Result<std::variant<AppliedChange, JournalEvent>> read(const Json& json);

 private:
  Experiment current_;
  std::int64_t last_ = 1;  // iteration of the last change
};

Error neitherChangeNorEvent(const Json& json) {
  return {said("read %1; allowed: %2 or %3", json.dump(),
               R"({"iteration": ..., "change": "slot.key", "to": ...})",
               R"({"iteration": ..., "event": "..."})")};
}

JournalEvent eventFrom(const Json& json) {
  const auto text = [&](const char* key) {
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>()
                                                       : std::string();
  };
  JournalEvent event{0, text("event"), text("detail")};
  if (json.contains("iteration") && json["iteration"].is_number_integer())
    event.iteration = json["iteration"].get<std::int64_t>();
  return event;
}

Result<std::variant<AppliedChange, JournalEvent>> JournalReader::read(const Json& json) {
  if (!json.is_object()) return neitherChangeNorEvent(json);
  if (json.contains("event") && !json.contains("change"))
    return std::variant<AppliedChange, JournalEvent>(eventFrom(json));
  if (!json.contains("iteration") || !json.contains("change") || !json.contains("to"))
    return neitherChangeNorEvent(json);
  const auto& iteration = json["iteration"];
  if (!iteration.is_number_integer() || iteration.get<std::int64_t>() < last_)
    return Error{
        said("iteration: read %1; allowed: a whole number from %2 on (changes are in order)",
             iteration.dump(), last_)};
  const auto name = readName(json["change"]);
  if (!name) return name.error();
  const auto parameter = describe(current_, *name);
  if (!parameter) return parameter.error();
  if ((*parameter)->change != Change::BetweenIterations)
    return Error{said("%1 cannot change during a run", name->text())};
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
  return std::variant<AppliedChange, JournalEvent>(std::move(change));
}

/// What a line says. Errors: as readEntries(), without the place.
Result<std::variant<AppliedChange, JournalEvent>> parseLine(JournalReader& reader, const Json& json,
                                                            const std::string& text) {
  if (json.is_discarded()) return Error{said("not JSON: %1", text)};
  if (!isIntact(text))
    return Error{said(
        "read %1; its checksum is of another line; allowed: what it was, or no \"check\"", text)};
  return reader.read(json);
}

/// Reads line by line into `entries`. What is wrong with a line goes to `refuse(number, error)`,
/// which answers with an error to end with, or nothing to go on without that line.
template <typename Refuse>
std::optional<Error> parseLines(std::string_view text, const Experiment& experiment,
                                std::vector<JournalEntry>& entries, const Refuse& refuse) {
  JournalReader reader(experiment);
  std::size_t number = 0;
  for (std::size_t begin = 0, next = 0; begin < text.size(); begin = next) {
    const auto end = text.find('\n', begin);
    const bool complete = end != std::string_view::npos;
    const std::string line(text.substr(begin, complete ? end - begin : end));
    next = complete ? end + 1 : text.size();
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto json = Json::parse(line, nullptr, false);
    if (json.is_discarded() && !complete) break;  // a crash cut it short
    auto entry = parseLine(reader, json, line);
    if (entry)
      entries.push_back({begin, *std::move(entry)});
    else if (auto error = refuse(number, entry.error()))
      return error;
  }
  return std::nullopt;
}

}  // namespace

std::string journalLine(const AppliedChange& change) {
  return line({{"iteration", change.iteration},
               {"change", change.name.text()},
               {"from", toJson(change.from)},
               {"to", toJson(change.to)}});
}

std::string journalLine(const JournalEvent& event) {
  return line({{"iteration", event.iteration}, {"event", event.event}, {"detail", event.detail}});
}

bool JournalEvent::isEnd() const {
  return event == "finished" || event == "stopped" || event == "diverged" || event == "failed";
}

Result<std::vector<JournalEntry>> readEntries(const std::filesystem::path& file,
                                              const Experiment& experiment) {
  const auto text = readFile(file);
  return text ? parseEntries(*text, file.string(), experiment) : text.error();
}

Result<std::vector<JournalEntry>> parseEntries(std::string_view text, const std::string& origin,
                                               const Experiment& experiment) {
  std::vector<JournalEntry> entries;
  const auto error = parseLines(text, experiment, entries, [&](std::size_t number, auto&& why) {
    return std::optional(Error{origin + ":" + std::to_string(number) + ": " + why.message});
  });
  if (error) return *error;
  return entries;
}

SoundEntries parseSoundEntries(std::string_view text, const std::string& origin,
                               const Experiment& experiment) {
  constexpr std::size_t kMostNotes = 5;
  SoundEntries sound;
  std::size_t left = 0;
  parseLines(text, experiment, sound.entries, [&](std::size_t number, auto&& why) {
    if (++left <= kMostNotes)
      sound.notes.push_back(said("%1:%2: left out: %3", origin, number, why));
    return std::optional<Error>();
  });
  if (left > kMostNotes)
    sound.notes.push_back(said("%1: left out are %2 more lines", origin, left - kMostNotes));
  return sound;
}

std::vector<AppliedChange> changesIn(std::span<const JournalEntry> entries) {
  std::vector<AppliedChange> changes;
  for (const auto& entry : entries)
    if (const auto* change = std::get_if<AppliedChange>(&entry.what)) changes.push_back(*change);
  return changes;
}

std::vector<JournalEvent> eventsIn(std::span<const JournalEntry> entries) {
  std::vector<JournalEvent> events;
  for (const auto& entry : entries)
    if (const auto* event = std::get_if<JournalEvent>(&entry.what)) events.push_back(*event);
  return events;
}

Result<std::vector<AppliedChange>> readJournal(const std::filesystem::path& file,
                                               const Experiment& experiment) {
  const auto entries = readEntries(file, experiment);
  if (!entries) return entries.error();
  return changesIn(*entries);
}

}  // namespace telegrad
