// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace telegrad {

/// The arguments of `telegrad-cli verify`; empty texts were not given.
struct VerifyArguments {
  std::string folder;
  std::string data;
  int threads = 0;
};

/// Runs what a run folder holds once more and says whether all is the same. The result is the exit
/// status: 1 for a difference.
int verifyCommand(const VerifyArguments& arguments);

}  // namespace telegrad
