// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = telegrad::test::textOf(data, size);
  // What is sound of it is an experiment.
  const auto sound = telegrad::parseSoundExperiment(text, "fuzz.toml");
  if (sound && !telegrad::parseExperiment(telegrad::formatExperiment(sound->experiment), "sound"))
    __builtin_trap();
  // What is read can be written, and reads back equal.
  const auto read = telegrad::parseExperiment(text, "fuzz.toml");
  if (!read) return 0;
  if (!sound || !sound->notes.empty() || !(sound->experiment == *read)) __builtin_trap();
  const auto again = telegrad::parseExperiment(telegrad::formatExperiment(*read), "again.toml");
  if (!again || !(*again == *read)) __builtin_trap();
  return 0;
}
