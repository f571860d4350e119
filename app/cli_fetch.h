// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telegrad {

/// The arguments of `telegrad-cli fetch`; empty texts were not given.
struct FetchArguments {
  std::string dataset;
  std::string from;
  std::string data;
};

/// The keys of the datasets that can be fetched.
std::vector<std::string> fetchable();

/// Downloads a dataset; progress to standard error. The result is the exit status.
int fetchCommand(const FetchArguments& arguments);

}  // namespace telegrad
