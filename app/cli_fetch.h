// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace telegrad {

/// The arguments of `telegrad-cli fetch`; empty texts were not given.
struct FetchArguments {
  std::string dataset;
  std::string from;
  std::string data;
};

/// Downloads a dataset; progress to standard error. The result is the exit status.
int fetchCommand(const FetchArguments& arguments);

}  // namespace telegrad
