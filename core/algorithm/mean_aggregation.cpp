// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/mean_aggregation.h"

#include <array>

#include "core/algorithm/blocks.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

void MeanAggregation::begin(std::size_t workers, const Layout& layout) {
  layout_ = layout;
  updates_.assign(workers, Update(elementCount(layout)));
}

Result<void> MeanAggregation::receive(std::span<const WorkerReport> reports,
                                      std::span<const Payload> payloads, const Decode& decode) {
  for (std::size_t m = 0; m < payloads.size(); ++m) {
    if (!isUpload(reports[m].outcome)) {
      updates_[m].setSparse(elementCount(layout_), {});
      continue;
    }
    if (auto decoded = decode(payloads[m], updates_[m]); !decoded) return decoded;
  }
  return {};
}

Result<void> MeanAggregation::receive(std::span<const WorkerReport> reports,
                                      std::span<const Payload> payloads,
                                      const Compressor& compressor) {
  return receive(reports, payloads, [&](const Payload& payload, Update& update) {
    return compressor.decode(payload, layout_, update);
  });
}

double MeanAggregation::descend(double rate, std::span<const float> weights, std::span<float> next,
                                const ParallelRanges& parallel) const {
  const auto factor = static_cast<float>(-rate / static_cast<double>(workers()));
  return sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
    std::array<float, kBlock> buffer{};
    const std::span sum(buffer.data(), size);
    addInTurn(updates_, sum, begin);
    const auto from = weights.subspan(begin, size);
    const auto to = next.subspan(begin, size);
    scaleAndAdd(factor, sum, from, to);
    return squaredDistance(to, from);
  });
}

double MeanAggregation::descend(double rate, std::span<float> sum, std::span<const float> weights,
                                std::span<float> next, const ParallelRanges& parallel) const {
  const auto factor = static_cast<float>(-rate / static_cast<double>(workers()));
  return sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
    const auto whole = sum.subspan(begin, size);
    addInTurn(updates_, whole, begin);
    const auto from = weights.subspan(begin, size);
    const auto to = next.subspan(begin, size);
    scaleAndAdd(factor, whole, from, to);
    return squaredDistance(to, from);
  });
}

}  // namespace telegrad
