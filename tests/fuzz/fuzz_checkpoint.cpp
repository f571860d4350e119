// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/checkpoint.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  static_cast<void>(telegrad::parseCheckpoint(bytes, "fuzz.ckpt").has_value());
  return 0;
}
