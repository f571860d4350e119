// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <toml++/toml.h>

#include "core/experiment/window_rules.h"

namespace telegrad {

// The table [window] of an experiment file. For the reader of such files, in this folder.

/// Is told of a mistake, and of its line.
using Complaint = std::function<void(std::uint32_t line, const std::string& message)>;

/// The rules that are sound. `prefix`: as readExperimentTable() has it.
WindowRules readWindowTable(const toml::key& table, const toml::node& node,
                            const std::string& prefix, const Complaint& complain);

/// The table, with an empty line before; nothing where nothing is said.
std::string formatWindowTable(const WindowRules& rules, const std::string& prefix);

}  // namespace telegrad
