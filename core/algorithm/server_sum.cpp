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
  payloads_ = std::vector<Payload>(workers);
  updates_ = std::vector<Update>(workers, Update(elementCount(layout)));
}

Result<void> ServerSum::store(std::size_t worker, const Compressor& compressor, Payload& payload) {
  auto& stored = payloads_.at(worker);
  std::swap(stored, payload);
  return compressor.decode(stored, layout_, updates_[worker]);
}

void ServerSum::handBack(std::size_t worker, Payload& payload) {
  std::swap(payloads_.at(worker), payload);
  updates_[worker].setSparse(elementCount(layout_), {});  // a dense one refers to those bytes
}

double ServerSum::apply(std::span<const float> weights, std::span<float> next,
                        const ParallelRanges& parallel) const {
  const std::size_t blocks = (weights.size() + kBlock - 1) / kBlock;
  std::vector<double> moved(blocks);
  parallel(blocks, [&](std::size_t first, std::size_t last) {
    for (std::size_t block = first; block < last; ++block) {
      std::array<float, kBlock> buffer{};
      const std::size_t begin = block * kBlock;
      const std::size_t size = std::min(kBlock, weights.size() - begin);
      const std::span sum(buffer.data(), size);
      addInTurn(updates_, sum, begin);
      moved[block] =
          subtractAndMeasure(weights.subspan(begin, size), sum, next.subspan(begin, size));
    }
  });
  return std::accumulate(moved.begin(), moved.end(), 0.0);
}

}  // namespace telegrad
