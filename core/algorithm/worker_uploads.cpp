// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/worker_uploads.h"

#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

/// target += factor * lambda * w.
void decay(const WorkerTurn& turn, float factor, float lambda, std::span<float> target) {
  if (lambda > 0.0F) scaleAndAdd(factor * lambda, turn.weights->values, target, target);
}

}  // namespace

void WorkerUploads::begin(std::size_t workers, const Layout& layout, bool errorFeedback) {
  residuals_.clear();
  if (errorFeedback) residuals_.assign(workers, ErrorFeedback(elementCount(layout)));
}

Result<void> WorkerUploads::send(const WorkerTurn& turn, float factor, Payload& payload,
                                 float weightDecay) {
  if (hasErrorFeedback()) return sendWithFeedback(turn, factor, payload, weightDecay);
  const auto direct = turn.compressor->writeDirectly(*turn.layout, payload);
  if (!direct.empty()) {
    turn.gradient->write(factor, direct);
    decay(turn, factor, weightDecay, direct);
    return {};
  }
  turn.gradient->write(factor, turn.scratch);
  decay(turn, factor, weightDecay, turn.scratch);
  return turn.compressor->compress(turn.scratch, *turn.layout, *turn.random, payload);
}

Result<void> WorkerUploads::sendWithFeedback(const WorkerTurn& turn, float factor, Payload& payload,
                                             float weightDecay) {
  auto& residual = residuals_[turn.worker];
  const auto compensated = residual.compensate();
  turn.gradient->addTo(factor, compensated);
  decay(turn, factor, weightDecay, compensated);
  auto compressed =
      turn.compressor->compress(residual.residual(), *turn.layout, *turn.random, payload);
  if (!compressed) return compressed;
  // The worker decodes its own bytes: the residual is what the server really did not receive.
  auto decoded = turn.compressor->decode(payload, *turn.layout, *turn.received);
  if (!decoded) return decoded;
  residual.remember(*turn.received);
  return {};
}

double WorkerUploads::residualNormSquared(std::size_t worker) const {
  return hasErrorFeedback() ? squaredNorm(residuals_[worker].residual()) : 0.0;
}

}  // namespace telegrad
