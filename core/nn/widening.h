// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/image_operation.h"

namespace telegrad {

/// The shortcut without weights across a change of size: every stride-th pixel, and zeros for the
/// channels that come in addition, behind those there are.
///
/// Source: "option A" of He, Zhang, Ren and Sun, Deep Residual Learning for Image Recognition, CVPR
///   2016, 3.3.
class Widening final : public ImageOperation {
 public:
  /// channels: at least those of src.
  Widening(const ImageShape& src, std::size_t channels, std::size_t stride,
           const ImageFormat& format)
      : src_(src),
        dst_{channels, (src.height + stride - 1) / stride, (src.width + stride - 1) / stride},
        stride_(stride),
        format_(format) {}

  ImageShape shape() const override { return dst_; }
  void forward(const Forward& call) override;
  void backward(const Backward& call) override;

 private:
  template <typename Copy>
  void forEachPixel(std::size_t batch, Copy copy) const;

  ImageShape src_;
  ImageShape dst_;
  std::size_t stride_;
  ImageFormat format_;
};

}  // namespace telegrad
