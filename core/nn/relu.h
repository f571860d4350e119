// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/layer.h"

namespace telegrad {

/// The derivative's way back through y = max(x, 0): diff_i = 0 wherever y_i <= 0.
void passWherePositive(std::span<const float> y, std::span<float> diff);

/// y = max(x, 0), entry by entry; what is not a number stays so. The derivative at 0 is 0.
///
/// A loop and no primitive: oneDNN's turns what is not a number into 0, so that a run that diverges
/// would not show it, and at the sizes of a minibatch the loop is also the faster one.
class Relu final : public Layer {
 public:
  explicit Relu(std::size_t size) : size_(size) {}

  Layout layout() const override { return {}; }
  std::size_t inputSize() const override { return size_; }
  std::size_t outputSize() const override { return size_; }
  void initialise(std::span<float> weights, Random& random) const override;
  void forward(const Weights& weights, std::span<const float> src, std::span<float> dst,
               std::size_t batch) override;
  void backward(const Weights& weights, std::span<const float> src, std::span<const float> dst,
                std::span<const float> diffDst, std::span<float> diffSrc,
                std::size_t batch) override;

 private:
  std::size_t size_;
};

}  // namespace telegrad
