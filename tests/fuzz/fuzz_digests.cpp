// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_folder.h"
#include "core/experiment/verification.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  telegrad::test::fileOf(data, size, telegrad::kDigestsFile);
  static_cast<void>(telegrad::readDigests(telegrad::test::ownFolder()).has_value());
  return 0;
}
