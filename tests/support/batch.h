// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <initializer_list>
#include <string_view>

/// A test of several in one program.
struct BatchedTest {
  std::string_view name;
  int (*main)(int count, char** words);
};

/// Calls the one that the first word names, with the words behind it. Exit status 2, and the names,
/// if there is none.
inline int runOneOf(std::initializer_list<BatchedTest> tests, int count, char** words) {
  for (const auto& test : tests) {
    if (count < 2 || test.name != words[1]) continue;
    words[1] = words[0];
    return test.main(count - 1, words + 1);
  }
  std::fputs("the first word is to be one of:\n", stderr);
  for (const auto& test : tests)
    std::fprintf(stderr, "  %.*s\n", static_cast<int>(test.name.size()), test.name.data());
  return 2;
}
