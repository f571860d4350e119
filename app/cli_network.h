// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telegrad {

/// The arguments of `telegrad-cli network`; empty texts were not given.
struct NetworkArguments {
  std::string file;
  std::string messages;
  std::string links;
  std::string out;
  std::string discipline;
  std::vector<std::string> assignments;
  std::vector<std::string> traces;
};

/// Carries messages over an experiment's network, without the experiment; what became of them to a
/// file or standard output. The result is the exit status.
int networkCommand(const NetworkArguments& arguments);

}  // namespace telegrad
