// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telegrad {

/// What `telegrad-cli list` can list: the slots with a choice, and quantities.
std::vector<std::string> listable();

/// Prints one of listable() to standard output. The result is the exit status.
int listCommand(const std::string& what, bool json);

}  // namespace telegrad
