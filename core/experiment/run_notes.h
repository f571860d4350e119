// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

/// In a run folder, beside what the run wrote itself; whoever overwrites the run removes it.
inline constexpr const char* kNotesFile = "notes.json";

/// What a person says of a run, afterwards or while it goes on. Nothing in a run depends on it.
struct RunNotes {
  std::string name = {};                     ///< instead of the experiment's; empty: that one
  std::vector<std::string> tags = {};        ///< each once, in the order they were given
  std::string note = {};                     ///< any number of lines
  std::optional<int> colour = std::nullopt;  ///< of its curve, from 0; else whoever draws chooses
  bool baseline = false;                     ///< others are measured against it

  bool isEmpty() const { return *this == RunNotes(); }
  bool operator==(const RunNotes&) const = default;
};

/// "digits, WAN ,digits" -> digits, WAN: what is between commas, without the spaces around it, each
/// once.
std::vector<std::string> parseTags(std::string_view text);
/// The text that parseTags() reads back.
std::string formatTags(const std::vector<std::string>& tags);

/// Notes from JSON: an object with some of the members name, tags, note, colour, baseline; others
/// are passed over. `file` is the name in messages.
/// Errors: no JSON object, a member of another type, a colour that is not a small whole number; the
/// message names the file, the member, what was read and what is allowed.
Result<RunNotes> parseNotes(std::string_view text, const std::string& file);
/// What parseNotes() reads back, but that parts that are not UTF-8 become U+FFFD.
std::string formatNotes(const RunNotes& notes);

/// Those of a run folder; empty ones where it has none. Errors: as parseNotes(), a file that cannot
/// be read.
Result<RunNotes> readNotes(const std::filesystem::path& folder);
/// Puts them in the place of the former, at once or not at all; empty ones leave no file.
/// Errors: as replaceFile(), and a folder without an experiment.toml, which is no run's.
Result<void> writeNotes(const std::filesystem::path& folder, const RunNotes& notes);

}  // namespace telegrad
