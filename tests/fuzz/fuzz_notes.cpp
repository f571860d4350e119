// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_notes.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // What is read can be written, and reads back equal.
  const auto read = telegrad::parseNotes(telegrad::test::textOf(data, size), "notes.json");
  if (!read) return 0;
  const auto again = telegrad::parseNotes(telegrad::formatNotes(*read), "again.json");
  if (!again || !(*again == *read)) __builtin_trap();
  return 0;
}
