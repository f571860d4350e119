// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/server_sum.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace telegrad {
namespace {

constexpr std::size_t kBlock = 4096;  // floats; a block of the sum stays in the first-level cache

}  // namespace

void ServerSum::begin(std::size_t workers, const Layout& layout) {
  layout_ = layout;
  stored_ = std::vector<Stored>(workers);
  for (auto& stored : stored_) stored.update = Update(elementCount(layout));
}

Result<void> ServerSum::store(std::size_t worker, const Compressor& compressor, Payload& payload) {
  auto& stored = stored_.at(worker);
  std::swap(stored.payload, payload);
  return compressor.decode(stored.payload, layout_, stored.update);
}

void ServerSum::handBack(std::size_t worker, Payload& payload) {
  auto& stored = stored_.at(worker);
  std::swap(stored.payload, payload);
  stored.update.setSparse(elementCount(layout_), {});  // a dense one refers to the payload's bytes
}

double ServerSum::apply(std::span<const float> weights, std::span<float> next,
                        const ParallelRanges& parallel) const {
  const std::size_t blocks = (weights.size() + kBlock - 1) / kBlock;
  std::vector<double> moved(blocks);
  parallel(blocks, [&](std::size_t first, std::size_t last) {
    std::array<float, kBlock> buffer;
    for (std::size_t block = first; block < last; ++block) {
      const std::size_t begin = block * kBlock;
      const std::size_t size = std::min(kBlock, weights.size() - begin);
      const std::span sum(buffer.data(), size);
      std::ranges::fill(sum, 0.0F);
      for (const auto& stored : stored_) stored.update.addTo(sum, begin);
      moved[block] =
          subtractAndMeasure(weights.subspan(begin, size), sum, next.subspan(begin, size));
    }
  });
  return std::accumulate(moved.begin(), moved.end(), 0.0);
}

}  // namespace telegrad
