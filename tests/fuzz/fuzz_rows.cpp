// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/csv.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto table = telegrad::parseCsv(telegrad::test::textOf(data, size), "fuzz.csv");
  static_cast<void>(table.has_value());
  return 0;
}
