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

/// If anything is to be encoded part by part: sum = sum_m stored_m.
bool ServerSum::sumInParts(std::span<float> sum, const ParallelRanges& parallel) {
  const auto found =
      std::ranges::find_if(later_, [](const auto* later) { return later != nullptr; });
  if (found == later_.end()) return false;
  const auto parts = (*found)->parts();
  encoded_.resize(kUpdatesAtOnce * sum.size());
  parallel(parts.size(), [&](std::size_t first, std::size_t last) {
    std::array<Update, kUpdatesAtOnce> written;
    for (std::size_t p = first; p < last; ++p) {
      const auto [begin, size] = parts[p];
      const auto target = sum.subspan(begin, size);
      std::ranges::fill(target, 0.0F);
      // The same memory for all parts of a range, so that it stays in the cache.
      const auto room = std::span(encoded_).subspan(kUpdatesAtOnce * parts[first].begin);
      std::size_t count = 0;
      const auto addWritten = [&] {
        addInTurn(std::span(written).first(count), target, 0);
        count = 0;
      };
      for (std::size_t m = 0; m < later_.size(); ++m) {
        if (later_[m] == nullptr) {
          addWritten();
          updates_[m].addTo(target, begin);
          continue;
        }
        const auto own = room.subspan(count * size, size);
        later_[m]->write(p, own);
        written.at(count++).setDense(std::as_bytes(own));
        if (count == kUpdatesAtOnce) addWritten();
      }
      addWritten();
    }
  });
  return true;
}

double ServerSum::apply(float momentum, std::span<const float> weights, std::span<float> next,
                        const ParallelRanges& parallel) {
  const bool hasMomentum = momentum > 0.0F;
  if (hasMomentum)
    velocity_.resize(weights.size());
  else
    velocity_ = {};
  const bool summed = sumInParts(next, parallel);
  return sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
    std::array<float, kBlock> buffer{};
    const auto sum = summed ? next.subspan(begin, size) : std::span(buffer.data(), size);
    if (!summed) addInTurn(updates_, sum, begin);
    auto move = sum;
    if (hasMomentum) {
      move = std::span(velocity_).subspan(begin, size);
      scaleAndAdd(momentum, move, sum, move);
    }
    return subtractAndMeasure(weights.subspan(begin, size), move, next.subspan(begin, size));
  });
}

}  // namespace telegrad
