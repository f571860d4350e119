// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/carried_runs.h"
#include "core/sharing/figure_file.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = telegrad::test::textOf(data, size);
  // As a figure's file, and as what a whole one carries.
  static_cast<void>(telegrad::parseFigure(text, "fuzz.svg").has_value());
  const auto runs = telegrad::parseCarriedRuns(text, "fuzz.svg");
  if (!runs) return 0;
  // What was read can be carried, and reads back equal.
  const auto svg = telegrad::carryInSvg("<svg></svg>", telegrad::formatCarriedRuns(*runs));
  const auto carried = telegrad::carriedText(*svg, "again.svg");
  const auto again = carried ? telegrad::parseCarriedRuns(*carried, "again.svg") : carried.error();
  if (!again || *again != *runs) __builtin_trap();
  return 0;
}
