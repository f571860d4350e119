// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace telegrad {

// The loss of a classifier. Stable: no logits that are finite, however large, make it overflow.
// Computed in double; logits that are not finite give a loss that is not a number.

/// -log softmax(logits)_label = log(sum_c exp(z_c)) - z_label, in nats.
double crossEntropy(std::span<const float> logits, std::size_t label);

/// The mean over the examples, and its derivative (softmax(z) - onehot(label)) / batch.
/// Shapes: logits and diffLogits [batch, classes], labels [batch], each below classes; batch > 0.
double meanCrossEntropy(std::span<const float> logits, std::span<const std::uint8_t> labels,
                        std::span<float> diffLogits);

}  // namespace telegrad
