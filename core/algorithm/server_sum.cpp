// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/server_sum.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/algorithm/blocks.h"

namespace telegrad {

void ServerSum::begin(std::size_t workers, const Layout& layout) {
  layout_ = layout;
  payloads_ = std::vector<Payload>(workers);
  updates_ = std::vector<Update>(workers, Update(elementCount(layout)));
  later_.assign(workers, nullptr);
  velocity_ = {};
}

Result<void> ServerSum::store(std::size_t worker, const Compressor& compressor, Payload& payload) {
  if (payload.later != nullptr) {
    drop(worker);
    later_[worker] = payload.later;
    return {};
  }
  later_.at(worker) = nullptr;
  auto& update = updates_[worker];
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
  later_[worker] = nullptr;
}

/// sum = sum_m stored_m, of that part of what is encoded part by part.
void ServerSum::sumPart(std::size_t part, std::size_t begin, std::span<float> sum) const {
  std::array<float, VectorInParts::kRoom> room{};
  std::ranges::fill(sum, 0.0F);
  for (std::size_t m = 0; m < later_.size();) {
    if (later_[m] == nullptr) {
      updates_[m++].addTo(sum, begin);
      continue;
    }
    const auto rest = std::span(later_).subspan(m);
    const auto together = static_cast<std::size_t>(std::ranges::find(rest, nullptr) - rest.begin());
    rest.front()->addTo(rest.first(together), part, room, sum);
    m += together;
  }
}

double ServerSum::apply(float momentum, std::span<const float> weights, std::span<float> next,
                        const ParallelRanges& parallel) {
  const bool hasMomentum = momentum > 0.0F;
  if (hasMomentum)
    velocity_.resize(weights.size());
  else
    velocity_ = {};
  const auto move = [&](std::size_t begin, std::span<float> sum) {
    auto step = sum;
    if (hasMomentum) {
      step = std::span(velocity_).subspan(begin, sum.size());
      scaleAndAdd(momentum, step, sum, step);
    }
    return subtractAndMeasure(weights.subspan(begin, sum.size()), step,
                              next.subspan(begin, sum.size()));
  };
  const auto later = std::ranges::find_if(later_, [](const auto* each) { return each != nullptr; });
  if (later == later_.end())
    return sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
      std::array<float, kBlock> buffer{};
      const std::span sum(buffer.data(), size);
      addInTurn(updates_, sum, begin);
      return move(begin, sum);
    });
  const auto parts = (*later)->parts();
  return sumOver(parts.size(), parallel, [&](std::size_t part) {
    const auto [begin, size] = parts[part];
    const auto sum = next.subspan(begin, size);
    sumPart(part, begin, sum);
    return move(begin, sum);
  });
}

}  // namespace telegrad
