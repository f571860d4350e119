// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/journal.h"

namespace telegrad {

/// As readEntries(), of a journal's text; `origin` is its name in messages.
Result<std::vector<JournalEntry>> parseEntries(std::string_view text, const std::string& origin,
                                               const Experiment& experiment);

/// What is sound of a journal: as parseEntries(), but that a line it would refuse is left out, and
/// noted.
struct SoundEntries {
  std::vector<JournalEntry> entries;
  std::vector<std::string> notes;
};
SoundEntries parseSoundEntries(std::string_view text, const std::string& origin,
                               const Experiment& experiment);

}  // namespace telegrad
