// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "core/nn/layer.h"
#include "core/tensor/onednn.h"

namespace telegrad {

/// y = x W^T + b.
///
/// Shapes: x [batch, inputs], weight W [outputs, inputs], bias b [outputs], y [batch, outputs].
/// Starting weights: U(-1/sqrt(inputs), 1/sqrt(inputs)) for both, weight first, as torch.nn.Linear
///   does by default.
/// Bits: fixed by the shapes and the processor's instruction set; not by addresses or neighbours.
class Dense final : public Layer {
 public:
  /// Both at least 1.
  Dense(std::size_t inputs, std::size_t outputs);

  Layout layout() const override;
  std::size_t inputSize() const override { return inputs_; }
  std::size_t outputSize() const override { return outputs_; }
  void initialise(std::span<float> weights, Random& random) const override;
  void forward(std::span<const float> weights, std::span<const float> src, std::span<float> dst,
               std::size_t batch) override;
  void backward(std::span<const float> weights, std::span<const float> src,
                std::span<const float> dst, std::span<const float> diffDst,
                std::span<float> diffSrc, std::span<float> diffWeights, std::size_t batch) override;

 private:
  using Cache = std::map<std::size_t, onednn::Computation>;  // by batch

  onednn::Computation makeForward(std::size_t batch) const;
  onednn::Computation makeBackwardSrc(std::size_t batch) const;
  onednn::Computation makeBackwardWeight(std::size_t batch) const;

  std::size_t inputs_;
  std::size_t outputs_;
  Cache forward_;
  Cache backwardSrc_;
  Cache backwardWeight_;
};

}  // namespace telegrad
