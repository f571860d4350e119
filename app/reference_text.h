// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameter.h"

namespace telegrad {

/// What a description says, in the language that the program speaks.
std::string saidOf(const std::string& words);

/// "1 to 256", "true or false", "paper or authors-sim".
std::string rangeOf(const Parameter& parameter);

// Pieces of Markdown.

/// Text that is shown as it is, also in a table.
std::string escaped(std::string_view text);
/// The same, with "arXiv 2112.04088" as a link to that publication.
std::string linked(const std::string& text);
/// The head of a table of parameters; parameterRow() is a row of it, with its line break.
std::string parameterTableHead();
std::string parameterRow(const Parameter& parameter);
/// Of what an entry chooses itself (Description::decides).
std::string decidesSentence(const std::vector<std::string>& names);
void endWithOneLineBreak(std::string& text);

}  // namespace telegrad
