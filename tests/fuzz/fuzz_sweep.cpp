// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep_file.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto find = [](const std::string&) -> telegrad::Result<telegrad::Experiment> {
    return telegrad::Experiment();
  };
  // What is read has a plan, can be written, and reads back equal.
  const auto read = telegrad::parseSweep(telegrad::test::textOf(data, size), "fuzz.toml", find);
  if (!read) return 0;
  const auto again = telegrad::parseSweep(telegrad::formatSweep(*read), "fuzz.toml", find);
  if (!again || !(*again == *read) || !telegrad::planOf(*again)) __builtin_trap();
  return 0;
}
