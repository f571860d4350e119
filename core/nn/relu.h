// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/layer.h"

namespace telegrad {

/// y = max(x, 0), entry by entry; what is not a number stays so. The derivative at 0 is 0.
///
/// A loop and no primitive: the loop is the faster one at the sizes of a minibatch, and the
/// maximum of the processors' instructions would turn what is not a number into 0, so that a run
/// that diverges would not show it.
class Relu final : public Layer {
 public:
  explicit Relu(std::size_t size) : size_(size) {}

  Layout layout() const override { return {}; }
  std::size_t inputSize() const override { return size_; }
  std::size_t outputSize() const override { return size_; }
  void initialise(std::span<float> weights, Random& random) const override;
  void forward(std::span<const float> weights, std::span<const float> src, std::span<float> dst,
               std::size_t batch) override;
  void backward(std::span<const float> weights, std::span<const float> src,
                std::span<const float> dst, std::span<const float> diffDst,
                std::span<float> diffSrc, std::size_t batch) override;

 private:
  std::size_t size_;
};

}  // namespace telegrad
