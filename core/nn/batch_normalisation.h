// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/image_operation.h"

namespace telegrad {

/// y = weight_c * (x - mean_c) / sqrt(variance_c + 1e-5) + bias_c (+ other), and with `relu`
/// max(y, 0).
///
/// In training mean and variance (biased) are the minibatch's own, over examples and pixels; in
/// evaluation the running ones, whose variance is the unbiased one, or without any the batch's own.
/// Shapes: weight, bias, running_mean, running_var [channels].
/// Starting weights: 1 and 0.
/// Source: Ioffe and Szegedy, Batch Normalization, ICML 2015; constants as torch.nn.BatchNorm2d's.
class BatchNormalisation final : public ImageOperation {
 public:
  BatchNormalisation(const ImageShape& shape, const ImageFormat& format, bool relu)
      : shape_(shape),
        format_(format),
        padded_(format.padded(shape.channels)),
        relu_(relu) {}

  ImageShape shape() const override { return shape_; }
  Layout layout() const override;
  void initialise(std::span<float> weights, Random& random) const override;
  std::size_t packedSize(Ways /*ways*/) const override { return 2 * padded_; }
  void pack(std::span<const float> weights, Ways ways, std::span<float> packed) override;
  Layout statisticsLayout() const override;
  void initialiseStatistics(std::span<float> statistics) const override;
  std::size_t memorySize(std::size_t /*batch*/) const override { return 2 * padded_; }
  void forward(const Forward& call) override;
  void backward(const Backward& call) override;

 private:
  void measure(const Forward& call, std::span<float> mean, std::span<float> inverse) const;

  ImageShape shape_;
  ImageFormat format_;
  std::size_t padded_;
  bool relu_;
  FloatVector constants_;  // of evaluation
};

}  // namespace telegrad
