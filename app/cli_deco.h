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
  std::string iterations;  ///< k0,k1,k2 of DeCo-TTA
  bool json = true;
};

CLI::App* addDecoCommand(CLI::App& app, DecoArguments& arguments);

/// Prints which staleness and kept fraction DeCo would choose to standard output, and where the
/// iterations to a target are given, which ones reach it first. The result is the exit status:
/// kDone, or kUnusable for an argument that cannot be used.
int decoCommand(const DecoArguments& arguments);

}  // namespace telegrad
