// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // What is read can be written, and reads back equal.
  const auto read = telegrad::parseExperiment(telegrad::test::textOf(data, size), "fuzz.toml");
  if (!read) return 0;
  const auto again = telegrad::parseExperiment(telegrad::formatExperiment(*read), "again.toml");
  if (!again || !(*again == *read)) __builtin_trap();
  return 0;
}
