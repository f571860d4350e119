// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/sparsifier.h"

#include <cassert>

#include "core/codec/bit_packing.h"
#include "core/codec/index_block.h"
#include "core/compress/bit_counts.h"

namespace telegrad {

BitCounts Sparsifier::count(const Payload& payload, const Layout& layout) const {
  Update update;
  if (!decode(payload, layout, update)) return {};
  const auto& positions = update.entries()->indices;
  const double values = 32.0 * static_cast<double>(positions.size());
  const auto places = positionCounts(positions, layout);
  return {values + places.paper, values + places.entropy};
}

Result<void> PositionSender::compress(std::span<const float> input, const Layout& layout,
                                      Random& random, Payload& payload) {
  assert(input.size() == elementCount(layout));
  assert(indexWidth(input.size()) <= 32);
  if (auto done = keep(input, layout, random, kept_); !done) return done;
  form_.write(kept_.indices, std::as_bytes(std::span(kept_.values)), input.size(), payload);
  return {};
}

Result<void> PositionSender::decode(const Payload& payload, const Layout& layout,
                                    Update& update) const {
  return form_.read(payload.bytes, elementCount(layout), update);
}

void PositionSender::appendPositions(const Update::Entries& kept, std::size_t size,
                                     Payload& payload) const {
  form_.appendBlock(kept.indices, size, payload);
}

Result<std::size_t> PositionSender::readPositions(std::span<const std::byte> bytes,
                                                  std::size_t size,
                                                  std::vector<std::uint32_t>& positions) const {
  return readIndexBlock(bytes, size, positions);
}

BitCounts PositionSender::positionCounts(std::span<const std::uint32_t> positions,
                                         const Layout& layout) const {
  const double bits = log2Choose(elementCount(layout), positions.size());
  return {bits, bits};
}

}  // namespace telegrad
