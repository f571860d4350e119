// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/experiment.h"

namespace telegrad {

/// An experiment from TOML text; `origin` is the file's name in messages.
/// Errors: not TOML, an unknown table or key, a wrong type, a value out of range; of several the
/// first, with file, line, what was read and what is allowed.
Result<Experiment> parseExperiment(std::string_view text, const std::string& origin);

/// The same from a file. Errors: as above, and a file that cannot be read.
Result<Experiment> readExperiment(const std::filesystem::path& file);

/// What could be read of an experiment, with all that could not, in words for the user.
struct SoundExperiment {
  Experiment experiment;
  std::vector<std::string> notes;
};

/// As parseExperiment(), of a file that may be damaged or another version's: a table, key or value
/// that is not known or not allowed stays at its initial value, and is noted. To be looked at, not
/// to be run: it is another experiment wherever there is a note.
/// Errors: not TOML.
Result<SoundExperiment> parseSoundExperiment(std::string_view text, const std::string& origin);

/// Everything resolved, with units; parseExperiment() reads back an equal experiment, but that
/// parts of a name or summary that are not UTF-8 become U+FFFD.
std::string formatExperiment(const Experiment& experiment);

}  // namespace telegrad
