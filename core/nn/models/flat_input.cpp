// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/models/flat_input.h"

#include "core/base/said.h"

namespace telegrad {
namespace {

constexpr std::int64_t kMostNumbers = 1 << 24;
constexpr std::size_t kMostClasses = 256;  // a label is one byte

}  // namespace

std::string show(const Shape& shape) {
  std::string text;
  for (const auto extent : shape) text += (text.empty() ? "" : " x ") + std::to_string(extent);
  return text;
}

Result<std::size_t> flatInputSize(const Shape& input, std::size_t classes) {
  const auto refused = [&](const std::string& allowed) {
    return Error{
        said("cannot build a model for examples of shape %1; allowed: %2", show(input), allowed)};
  };
  if (input.empty())
    return Error{
        said("cannot build a model for examples of shape nothing; allowed: at least one extent")};
  std::int64_t size = 1;
  for (const auto extent : input) {
    if (extent < 1) return refused(said("extents of at least 1"));
    if (extent > kMostNumbers / size) return refused(said("up to %1 numbers", kMostNumbers));
    size *= extent;
  }
  if (classes < 2 || classes > kMostClasses)
    return Error{
        said("cannot build a model for %1 classes; allowed: 2 to %2", classes, kMostClasses)};
  return static_cast<std::size_t>(size);
}

}  // namespace telegrad
