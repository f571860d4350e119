// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace telegrad {

// What both programs tell the shell. What a signal interrupted in telegrad-cli ends with 128 + it.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;    ///< the run failed or diverged, a download failed
inline constexpr int kUnusable = 2;  ///< arguments or files that cannot be used

/// Says on standard error, in the program's name, why what it was given cannot be used. The result
/// is kUnusable.
int refuse(std::string_view program, std::string_view why);

}  // namespace telegrad
