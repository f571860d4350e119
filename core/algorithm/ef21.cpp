// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/ef21.h"

#include <algorithm>

#include "core/algorithm/blocks.h"
#include "core/algorithm/whole_vector.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

void Ef21::begin(std::size_t workers, const Layout& layout, Start start) {
  layout_ = layout;
  start_ = start;
  const std::size_t size = elementCount(layout);
  states_.assign(workers, State{.estimate = FloatVector(size)});
  updates_.assign(workers, Update(size));
  sum_.assign(size, 0.0F);
}

void Ef21::exchange(StateArchive& state) {
  for (auto& worker : states_) state(worker.estimate, worker.toldAll, worker.heardAll);
  state(sum_);
}

Result<double> Ef21::send(const WorkerTurn& turn, Payload& payload) {
  turn.gradient->write(1.0F, turn.scratch);
  const auto& state = states_[turn.worker];
  if (start_ == Start::Whole && !state.toldAll) return sendWhole(turn, turn.scratch, payload);
  subtract(turn.scratch, state.estimate, turn.scratch);
  return sendDifference(turn, payload);
}

Result<double> Ef21::send(const WorkerTurn& turn, std::span<const float> target, Payload& payload) {
  const auto& state = states_[turn.worker];
  if (start_ == Start::Whole && !state.toldAll) return sendWhole(turn, target, payload);
  subtract(target, state.estimate, turn.scratch);
  return sendDifference(turn, payload);
}

Result<double> Ef21::sendWhole(const WorkerTurn& turn, std::span<const float> target,
                               Payload& payload) {
  auto& state = states_[turn.worker];
  if (auto written = writeWhole(target, *turn.layout, payload); !written) return written.error();
  std::ranges::copy(target, state.estimate.begin());
  state.toldAll = true;
  return 0.0;
}

/// The difference is in the turn's scratch.
Result<double> Ef21::sendDifference(const WorkerTurn& turn, Payload& payload) {
  auto& state = states_[turn.worker];
  auto& sent = *turn.received;
  auto compressed = turn.compressor->compress(turn.scratch, *turn.layout, *turn.random, payload);
  if (!compressed) return compressed.error();
  // The worker decodes its own bytes, so that its h is the server's.
  if (auto decoded = turn.compressor->decode(payload, *turn.layout, sent); !decoded)
    return decoded.error();
  sent.addTo(state.estimate, 0);
  if (!turn.measure) return 0.0;
  sent.subtractFrom(turn.scratch);
  return squaredNorm(turn.scratch);
}

Result<double> Ef21::step(double rate, std::span<const WorkerReport> reports,
                          std::span<const Payload> payloads, const Compressor& compressor,
                          std::span<const float> weights, std::span<float> next,
                          const ParallelRanges& parallel) {
  for (std::size_t m = 0; m < payloads.size(); ++m) {
    if (reports[m].outcome != Outcome::Uploaded) {
      updates_[m].setSparse(elementCount(layout_), {});
      continue;
    }
    const bool whole = start_ == Start::Whole && !states_[m].heardAll;
    auto decoded = whole ? readWhole(payloads[m], layout_, updates_[m])
                         : compressor.decode(payloads[m], layout_, updates_[m]);
    if (!decoded) return decoded.error();
    states_[m].heardAll = true;
  }
  const auto factor = static_cast<float>(-rate / static_cast<double>(updates_.size()));
  return sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
    const auto sum = std::span(sum_).subspan(begin, size);
    addInTurn(updates_, sum, begin);
    const auto from = weights.subspan(begin, size);
    const auto to = next.subspan(begin, size);
    scaleAndAdd(factor, sum, from, to);
    return squaredDistance(to, from);
  });
}

}  // namespace telegrad
