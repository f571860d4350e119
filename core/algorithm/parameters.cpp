// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameters.h"

#include <bit>
#include <cassert>
#include <utility>

namespace telegrad {
namespace {

/// Not ==: zeros have two signs.
bool isSame(float one, float other) {
  return std::bit_cast<std::uint32_t>(one) == std::bit_cast<std::uint32_t>(other);
}

}  // namespace

// NOLINTNEXTLINE(misc-no-recursion): as deep as steps are compared with, the delay bound
FormerFloats Parameters::flat() const {
  if (!isDifference()) return {values};
  auto floats = successor->flat();
  floats.goBack(former);
  return floats;
}

void Parameters::passOn(std::span<const float> following, const std::shared_ptr<Parameters>& next) {
  assert(!isDifference() && next.get() != this && following.size() == values.size());
  std::size_t changed = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    changed += isSame(values[i], following[i]) ? 0 : 1;
  if (4 * changed > values.size()) {
    next->values.assign(following.begin(), following.end());
    return;
  }
  former.reserve(changed);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (isSame(values[i], following[i])) continue;
    former.add(i, std::exchange(values[i], following[i]));
  }
  successor = next;
  next->values = std::move(values);
  values = {};
}

std::size_t Parameters::floatsHeld() const {
  return values.capacity() + packed.capacity() + former.bytesHeld() / sizeof(float);
}

void Parameters::exchange(StateArchive& state) {
  if (isDifference() && !state.isLoading()) {
    const auto all = flat();
    FloatVector room;
    state.listInParts(all.size(), [&](std::size_t begin, std::size_t count) {
      return all.part(begin, count).read(room);
    });
    return;
  }
  state.list(values);
}

}  // namespace telegrad
