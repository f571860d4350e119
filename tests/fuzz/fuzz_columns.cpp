// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/column_reader.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // In two pieces: the rows are the same wherever the text is cut.
  const auto text = telegrad::test::textOf(data, size);
  const auto rowsOf = [&](std::size_t cut) {
    telegrad::ColumnReader reader(
        "fuzz.csv", {&telegrad::quantity("iteration"), &telegrad::quantity("train_loss")});
    if (reader.take(text.substr(0, cut)))
      static_cast<void>(reader.take(text.substr(cut)).has_value());
    return reader.rows();
  };
  if (rowsOf(0) != rowsOf(size / 2)) __builtin_trap();
  return 0;
}
