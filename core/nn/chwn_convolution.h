// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/chwn_kernels.h"
#include "core/nn/convolution.h"

namespace telegrad {

/// What Convolution is, with stride 1 and no padding, of features in the order [channels, height,
/// width, batch]: for networks of few channels.
///
/// Layout and starting weights: Convolution's.
/// Bits: fixed by the shapes alone.
class ChwnConvolution final : public ImageOperation {
 public:
  /// With `plainSrc` the source is the network's input, in the plain order and as it is.
  ChwnConvolution(const ImageShape& src, bool plainSrc, const ConvolutionOptions& options);

  ImageShape shape() const override { return dst_; }
  std::int64_t multiplyAdds() const override {
    return static_cast<std::int64_t>(dst_.channels * src_.channels * options_.kernel *
                                     options_.kernel * dst_.pixels());
  }
  Layout layout() const override;
  void initialise(std::span<float> weights, Random& random) const override;
  std::size_t packedSize(Ways ways) const override;
  void pack(std::span<const float> weights, Ways ways, std::span<float> packed) override;
  void forward(const Forward& call) override;
  void backward(const Backward& call) override;

 private:
  std::size_t taps() const { return src_.channels * options_.kernel * options_.kernel; }
  std::size_t weightCount() const { return options_.outputs * taps(); }
  ChwnShape shapeAt(std::size_t batch) const;
  void packBackward(std::span<const float> weights, std::span<float> packed);
  void backwardSrc(const Backward& call);

  ImageShape src_;
  bool plainSrc_;
  ConvolutionOptions options_;
  ImageShape dst_;
  FloatVector ordered_;  // the network's input
  FloatVector biasGradient_;
  FloatVector scratch_;
  FloatVector widened_;  // dLoss/d(dst) with zeros at the sides
  FloatVector turned_;   // the weights as the way back reads them
};

}  // namespace telegrad
