// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/models/flat_input.h"

namespace telegrad {
namespace {

constexpr std::int64_t kMostNumbers = 1 << 24;
constexpr std::size_t kMostClasses = 256;  // a label is one byte

}  // namespace

std::string show(const Shape& shape) {
  std::string text;
  for (const auto extent : shape) text += (text.empty() ? "" : " x ") + std::to_string(extent);
  return text.empty() ? "nothing" : text;
}

Result<std::size_t> flatInputSize(const Shape& input, std::size_t classes) {
  const auto refused = [&](const std::string& allowed) {
    return Error{"cannot build a model for examples of shape " + show(input) +
                 "; allowed: " + allowed};
  };
  if (input.empty()) return refused("at least one extent");
  std::int64_t size = 1;
  for (const auto extent : input) {
    if (extent < 1) return refused("extents of at least 1");
    if (extent > kMostNumbers / size)
      return refused("up to " + std::to_string(kMostNumbers) + " numbers");
    size *= extent;
  }
  if (classes < 2 || classes > kMostClasses)
    return Error{"cannot build a model for " + std::to_string(classes) +
                 " classes; allowed: 2 to " + std::to_string(kMostClasses)};
  return static_cast<std::size_t>(size);
}

}  // namespace telegrad
