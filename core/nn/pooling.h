// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>

#include "core/nn/image_operation.h"
#include "core/nn/max_kernels.h"

namespace telegrad {

struct PoolingOptions {
  enum class Kind : std::uint8_t { Max, Average };
  Kind kind = Kind::Max;
  std::size_t height = 2;  ///< of the window; pixels that fill no window are left out
  std::size_t width = 2;
  std::size_t stride = 2;
};

/// The largest or the mean of each window of each channel. Of equals the first has the derivative;
/// what is not a number is larger than all that is.
class Pooling final : public ImageOperation {
 public:
  Pooling(const ImageShape& src, const PoolingOptions& options, const ImageFormat& format,
          onednn::Scratchpad& scratchpad);

  ImageShape shape() const override { return dst_; }
  void forward(const Forward& call) override;
  void backward(const Backward& call) override;

 private:
  using Cache = std::map<std::size_t, onednn::Computation>;  // by batch

  MaxWindows windowsOf(std::size_t batch) const;
  dnnl::pooling_forward::primitive_desc describeMean(std::size_t batch) const;
  onednn::Computation makeMean(std::size_t batch);
  onednn::Computation makeMeanBackward(std::size_t batch);

  ImageShape src_;
  PoolingOptions options_;
  ImageFormat format_;
  ImageShape dst_;
  onednn::Scratchpad& scratchpad_;
  Cache mean_;
  Cache meanBackward_;
};

}  // namespace telegrad
