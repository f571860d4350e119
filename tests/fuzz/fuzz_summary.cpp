// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/summary_file.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto summary = telegrad::parseSummary(telegrad::test::textOf(data, size), "summary.json");
  static_cast<void>(summary.has_value());
  return 0;
}
