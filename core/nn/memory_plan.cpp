// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/memory_plan.h"

#include <algorithm>
#include <numeric>

namespace telegrad {
namespace {

/// The lowest offset that is free while `buffer` lives; `placed` is sorted by offset.
std::size_t lowestFree(const PlannedBuffer& buffer, const std::vector<PlannedBuffer*>& placed) {
  std::size_t offset = 0;
  for (const auto* other : placed) {
    if (other->until < buffer.from || buffer.until < other->from) continue;
    if (offset + buffer.size <= other->offset) break;
    offset = std::max(offset, other->offset + wholeLines(other->size));
  }
  return offset;
}

}  // namespace

std::size_t placeBuffers(std::vector<PlannedBuffer>& buffers) {
  std::vector<std::size_t> order(buffers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return buffers[a].size > buffers[b].size; });
  std::vector<PlannedBuffer*> placed;
  std::size_t total = 0;
  for (const auto index : order) {
    auto& buffer = buffers[index];
    buffer.offset = lowestFree(buffer, placed);
    total = std::max(total, buffer.offset + wholeLines(buffer.size));
    const auto behind = std::ranges::find_if(
        placed, [&](const PlannedBuffer* other) { return other->offset > buffer.offset; });
    placed.insert(behind, &buffer);
  }
  return total;
}

}  // namespace telegrad
