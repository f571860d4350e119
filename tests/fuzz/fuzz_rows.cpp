// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/csv.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = telegrad::test::textOf(data, size);
  const auto sound = telegrad::parseSoundCsv(text, "fuzz.csv");
  const auto table = telegrad::parseCsv(text, "fuzz.csv");
  // What is whole is sound.
  if (table && (!sound || sound->records.size() != table->records.size())) __builtin_trap();
  return 0;
}
