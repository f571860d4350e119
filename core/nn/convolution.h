// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>

#include "core/nn/image_operation.h"

namespace telegrad {

struct ConvolutionOptions {
  std::size_t outputs = 1;  ///< channels
  std::size_t kernel = 3;   ///< height and width
  std::size_t stride = 1;
  std::size_t padding = 0;  ///< zeros on every side
  bool bias = false;
  bool relu = false;  ///< max(y, 0) of the result
};

/// The tensors of a convolution of that many input channels.
Layout convolutionLayout(std::size_t inputs, const ConvolutionOptions& options);
/// U(-1/sqrt(n), 1/sqrt(n)), n = inputs * kernel^2, weight first, as torch.nn.Conv2d does by
/// default.
void initialiseConvolution(std::size_t inputs, const ConvolutionOptions& options,
                           std::span<float> weights, Random& random);

/// Memory that the convolutions of one network work in, one after another.
struct ConvolutionMemory {
  onednn::Scratchpad scratchpad;  ///< the library's
  FloatVector filledUp;           ///< weights or their gradient in the plain order
  /// In the kernels' order: one step's weights, where they come without, and then the gradient.
  FloatVector ordered;
};

/// y_o = sum_i W_oi * x_i (+ b_o), a cross-correlation as the field means it.
///
/// Shapes: weight W [outputs, inputs, kernel, kernel], bias b [outputs].
class Convolution final : public ImageOperation {
 public:
  /// With `plainSrc` the source is the network's input, in the plain order and as it is.
  Convolution(const ImageShape& src, bool plainSrc, const ConvolutionOptions& options,
              const ImageFormat& format, ConvolutionMemory& memory);

  ImageShape shape() const override { return dst_; }
  std::int64_t multiplyAdds() const override {
    return static_cast<std::int64_t>(weightCount() * dst_.height * dst_.width);
  }
  Layout layout() const override;
  void initialise(std::span<float> weights, Random& random) const override;
  std::size_t packedSize(Ways ways) const override;
  void pack(std::span<const float> weights, Ways ways, std::span<float> packed) override;
  void forward(const Forward& call) override;
  void backward(const Backward& call) override;

 private:
  using Cache = std::map<std::size_t, onednn::Computation>;  // by batch
  struct Descriptions;

  std::size_t weightCount() const { return options_.outputs * src_.channels * kernelArea(); }
  std::size_t kernelArea() const { return options_.kernel * options_.kernel; }
  bool filledUp() const;
  dnnl::memory::desc plainWeights() const;
  Descriptions describe(std::size_t batch, const dnnl::memory::desc& weights) const;
  onednn::Computation makeForward(std::size_t batch);
  onednn::Computation makeBackwardSrc(std::size_t batch);
  onednn::Computation makeBackwardWeights(std::size_t batch);
  void fillUp(std::span<const float> weights, std::span<float> filled) const;
  void writeGradient(std::span<float> gradient);

  ImageShape src_;
  bool plainSrc_;
  ConvolutionOptions options_;
  ImageFormat format_;
  ImageShape dst_;
  ConvolutionMemory& memory_;
  std::size_t paddedInputs_;
  std::size_t paddedOutputs_;
  dnnl::memory::desc forwardWeights_;
  dnnl::memory::desc backwardWeights_;  // empty for the network's input, of which nobody asks
  dnnl::memory::desc diffWeights_;
  std::map<int, onednn::Computation> orders_;  // by what they put in order
  Cache forward_;
  Cache backwardSrc_;
  Cache backwardWeightsOf_;
  FloatVector diffBias_;  // filled up
};

}  // namespace telegrad
