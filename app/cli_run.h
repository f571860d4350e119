// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telegrad {

/// The arguments of `telegrad-cli run`; empty texts were not given.
struct RunArguments {
  std::string file;
  std::vector<std::string> assignments;
  std::string out;
  std::string data;
  std::string controls;
  std::string weights;
  std::string saveWeights;
  bool overwrite = false;
  int threads = 0;
};

/// Carries out an experiment; progress to standard error, results to standard output. The result is
/// the exit status.
int runCommand(const RunArguments& arguments);

}  // namespace telegrad
