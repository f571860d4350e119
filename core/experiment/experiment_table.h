// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <toml++/toml.h>

#include "core/experiment/experiment.h"

namespace telegrad {

// An experiment as part of another TOML file: its tables there have a prefix, "experiment.". For
// those that read and write such files, in this folder.

/// A node as the file spells it, for messages.
std::string spelling(const toml::node& node);

/// A seed, of which those above TOML's last whole number, 2^63 - 1, are text.
std::string tomlSeed(std::uint64_t seed);

/// As parseExperiment(), of a table that has been parsed.
Result<Experiment> readExperimentTable(const toml::table& table, const std::string& origin,
                                       const std::string& prefix);

/// As formatExperiment(), with the prefix before the tables' names; its first lines belong into the
/// prefix's own table.
std::string formatExperimentTables(const Experiment& experiment, const std::string& prefix);

}  // namespace telegrad
