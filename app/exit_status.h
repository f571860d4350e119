// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telegrad {

// What telegrad-cli tells the shell. A run that was interrupted ends with 128 + the signal.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;    ///< the run failed or diverged, a download failed
inline constexpr int kUnusable = 2;  ///< arguments or files that cannot be used

}  // namespace telegrad
