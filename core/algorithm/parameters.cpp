// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameters.h"

#include <bit>
#include <cassert>

namespace telegrad {
namespace {

/// Not ==: zeros have two signs.
bool isSame(float one, float other) {
  return std::bit_cast<std::uint32_t>(one) == std::bit_cast<std::uint32_t>(other);
}

}  // namespace

std::span<const float> Parameters::read(FloatVector& room) const {
  if (!isDifference()) return values;
  const auto next = successor->read(room);
  if (next.data() != room.data()) room.assign(next.begin(), next.end());
  for (std::size_t i = 0; i < positions.size(); ++i) room[positions[i]] = former[i];
  return room;
}

void Parameters::becomeDifference(const std::shared_ptr<const Parameters>& next) {
  assert(!isDifference() && next.get() != this && next->values.size() == values.size());
  std::size_t changed = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    changed += isSame(values[i], next->values[i]) ? 0 : 1;
  if (4 * changed > values.size()) return;  // a position and a value for each
  positions.reserve(changed);
  former.reserve(changed);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (isSame(values[i], next->values[i])) continue;
    positions.push_back(static_cast<std::uint32_t>(i));
    former.push_back(values[i]);
  }
  successor = next;
  FloatVector().swap(values);
}

std::size_t Parameters::floatsHeld() const {
  return values.capacity() + packed.capacity() + positions.capacity() + former.capacity();
}

void Parameters::exchange(StateArchive& state) {
  if (isDifference() && !state.isLoading()) {
    FloatVector all;
    read(all);
    state.list(all);
    return;
  }
  state.list(values);
}

}  // namespace telegrad
