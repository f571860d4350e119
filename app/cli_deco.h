// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>
#include <string>

namespace telegrad {

/// The arguments of `telegrad-cli deco` as they were written; empty texts were not given.
struct DecoArguments {
  std::string computeTime;
  std::string gradientBits;
  std::string model;
  std::string bandwidth;
  std::string latency;
  std::string minRatio = "0.001";
  std::string headroom = "1";
  std::string phiBase = "half-ratio";
  bool json = true;
};

CLI::App* addDecoCommand(CLI::App& app, DecoArguments& arguments);

/// Prints which staleness and kept fraction DeCo would choose to standard output. The result is the
/// exit status: kDone, or kUnusable for an argument that cannot be used.
int decoCommand(const DecoArguments& arguments);

}  // namespace telegrad
