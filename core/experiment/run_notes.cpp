// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_notes.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "core/base/said.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"

namespace telegrad {
namespace {

using NotesJson = nlohmann::ordered_json;

constexpr int kMostColours = 1000;

/// What a member may be, for messages.
std::string allowedFor(std::string_view key) {
  if (key == "tags") return said("a list of texts");
  if (key == "baseline") return said("true or false");
  if (key == "colour") return said("a whole number from %1 to %2", 0, kMostColours - 1);
  return said("text");
}

/// Reads one member after the other, until one is not what it should be.
class NotesReader {
 public:
  NotesReader(const NotesJson& json, const std::string& file) : json_(json), file_(file) {}

  Result<RunNotes> read() {
    RunNotes notes;
    if (const auto* name = member("name", &NotesJson::is_string))
      notes.name = name->get<std::string>();
    if (const auto* note = member("note", &NotesJson::is_string))
      notes.note = note->get<std::string>();
    if (const auto* baseline = member("baseline", &NotesJson::is_boolean))
      notes.baseline = baseline->get<bool>();
    if (const auto* tags = member("tags", &NotesJson::is_array))
      for (const auto& tag : *tags) {
        if (!tag.is_string()) refuse("tags", tag, said("texts"));
        if (tag.is_string()) addTag(notes, tag.get<std::string>());
      }
    if (const auto* colour = member("colour", &NotesJson::is_number_integer)) {
      const bool small = *colour >= 0 && *colour < kMostColours;
      if (small) notes.colour = colour->get<int>();
      if (!small) refuse("colour", *colour, allowedFor("colour"));
    }
    if (error_) return *error_;
    return notes;
  }

 private:
  static void addTag(RunNotes& notes, const std::string& text) {
    for (auto& tag : parseTags(text))
      if (std::ranges::find(notes.tags, tag) == notes.tags.end()) notes.tags.push_back(tag);
  }
  void refuse(const std::string& key, const NotesJson& read, const std::string& allowed) {
    if (error_) return;
    error_ = Error{said("%1: %2: read %3; allowed: %4", file_, key,
                        read.dump(-1, ' ', true, NotesJson::error_handler_t::replace), allowed)};
  }
  const NotesJson* member(const char* key, bool (NotesJson::*is)() const noexcept) {
    const auto found = json_.find(key);
    if (found == json_.end()) return nullptr;
    if (((*found).*is)()) return &*found;
    refuse(key, *found, allowedFor(key));
    return nullptr;
  }

  const NotesJson& json_;
  const std::string& file_;
  std::optional<Error> error_;
};

}  // namespace

std::vector<std::string> parseTags(std::string_view text) {
  std::vector<std::string> tags;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(',', begin), text.size());
    auto tag = text.substr(begin, end - begin);
    const auto first = tag.find_first_not_of(" \t\r\n");
    tag = first == std::string_view::npos
              ? std::string_view()
              : tag.substr(first, tag.find_last_not_of(" \t\r\n") - first + 1);
    if (!tag.empty() && std::ranges::find(tags, tag) == tags.end()) tags.emplace_back(tag);
    begin = end + 1;
  }
  return tags;
}

std::string formatTags(const std::vector<std::string>& tags) {
  std::string text;
  for (const auto& tag : tags) text += (text.empty() ? "" : ", ") + tag;
  return text;
}

Result<RunNotes> parseNotes(std::string_view text, const std::string& file) {
  const auto json = NotesJson::parse(text, nullptr, false);
  if (!json.is_object()) return Error{said("%1: this is no JSON object; allowed: {...}", file)};
  return NotesReader(json, file).read();
}

std::string formatNotes(const RunNotes& notes) {
  NotesJson json = NotesJson::object();
  if (!notes.name.empty()) json["name"] = notes.name;
  if (!notes.tags.empty()) json["tags"] = notes.tags;
  if (!notes.note.empty()) json["note"] = notes.note;
  if (notes.colour) json["colour"] = *notes.colour;
  if (notes.baseline) json["baseline"] = true;
  return json.dump(2, ' ', false, NotesJson::error_handler_t::replace) + "\n";
}

Result<RunNotes> readNotes(const std::filesystem::path& folder) {
  const auto file = folder / kNotesFile;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return RunNotes();
  const auto text = readFile(file);
  if (!text) return text.error();
  return parseNotes(*text, file.string());
}

Result<void> writeNotes(const std::filesystem::path& folder, const RunNotes& notes) {
  std::error_code error;
  if (!std::filesystem::exists(folder / kExperimentFile, error))
    return Error{said("cannot write %1: the folder has no experiment.toml, so it is no run's",
                      folder / kNotesFile)};
  if (!notes.isEmpty()) return replaceFile(folder / kNotesFile, formatNotes(notes));
  std::filesystem::remove(folder / kNotesFile, error);
  if (!error) return {};
  return Error{said("cannot remove %1: %2", folder / kNotesFile, error.message())};
}

}  // namespace telegrad
