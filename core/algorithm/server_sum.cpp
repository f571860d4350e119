// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/server_sum.h"

#include <array>
#include <utility>

#include "core/algorithm/blocks.h"

namespace telegrad {

void ServerSum::begin(std::size_t workers, const Layout& layout) {
  layout_ = layout;
  payloads_ = std::vector<Payload>(workers);
  updates_ = std::vector<Update>(workers, Update(elementCount(layout)));
  velocity_ = {};
}

Result<void> ServerSum::store(std::size_t worker, const Compressor& compressor, Payload& payload) {
  auto& update = updates_.at(worker);
  auto decoded = compressor.decode(payload, layout_, update);
  if (update.entries() == nullptr) std::swap(payloads_[worker], payload);
  return decoded;
}

void ServerSum::handBack(std::size_t worker, Payload& payload) {
  if (updates_.at(worker).entries() == nullptr) std::swap(payloads_[worker], payload);
  drop(worker);  // a dense update refers to those bytes
}

void ServerSum::drop(std::size_t worker) {
  updates_.at(worker).setSparse(elementCount(layout_), {});
}

double ServerSum::apply(float momentum, std::span<const float> weights, std::span<float> next,
                        const ParallelRanges& parallel) {
  const bool hasMomentum = momentum > 0.0F;
  if (hasMomentum)
    velocity_.resize(weights.size());
  else
    velocity_ = {};
  return sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
    std::array<float, kBlock> buffer{};
    const std::span sum(buffer.data(), size);
    addInTurn(updates_, sum, begin);
    auto move = sum;
    if (hasMomentum) {
      move = std::span(velocity_).subspan(begin, size);
      scaleAndAdd(momentum, move, sum, move);
    }
    return subtractAndMeasure(weights.subspan(begin, size), move, next.subspan(begin, size));
  });
}

}  // namespace telegrad
