// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace telegrad {

struct CompressArguments {
  std::string key;
  std::vector<std::string> assignments;  ///< --set key=value, in order
  std::string in;
  std::string out;  ///< empty: only the figures are wanted
  bool overwrite = false;
  std::size_t rows = 1;  ///< of the matrix that the vector is; 1: a vector
  std::string seed = "1";
  std::uint64_t draws = 1;
};

/// Declares the command and its options; they end up in `arguments`.
CLI::App* addCompressCommand(CLI::App& app, CompressArguments& arguments);

/// telegrad-cli compress: puts a vector of raw little-endian float32 through a compressor and back,
/// writes what the receiver gets, and prints what it cost and what was lost, as JSON. The result is
/// the exit status.
int compressCommand(const CompressArguments& arguments);

}  // namespace telegrad
