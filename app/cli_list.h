// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telegrad {

/// What `telegrad-cli list` can list: the slots with a choice, traces, quantities, and what is
/// shipped.
std::vector<std::string> listable();

enum class ListForm { Text, Json, Keys };  ///< Keys: nothing but each key, on a line

/// Prints one of listable() to standard output. The result is the exit status.
int listCommand(const std::string& what, ListForm form);

}  // namespace telegrad
