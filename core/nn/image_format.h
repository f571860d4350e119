// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

#include "core/tensor/onednn.h"

namespace telegrad {

/// The extents of one image, or of the features made of it.
struct ImageShape {
  std::size_t channels = 0;
  std::size_t height = 0;
  std::size_t width = 0;
  std::size_t pixels() const { return height * width; }
  bool operator==(const ImageShape&) const = default;
};

/// The order of the features in memory, chosen once for a network: blocks of channels, each with
/// its pixels one after another: [batch, channels / block, height, width, block], the channels
/// filled up with zeros to whole blocks. So every channel count is one that the kernels for the
/// processor take, and no step puts anything in another order. Or, where channels are too few for
/// that, [channels, height, width, batch], which fills nothing up (chwn_kernels.h).
class ImageFormat {
 public:
  /// The block that this processor's convolutions are fastest with: 16 with AVX-512, 8 with AVX2,
  /// else 1, which is the plain order.
  static ImageFormat best();

  /// [channels, height, width, batch].
  static ImageFormat chwn();

  explicit ImageFormat(std::size_t block) : block_(block) {}  ///< 1, 8 or 16

  bool isChwn() const { return chwn_; }
  std::size_t block() const { return block_; }
  std::size_t padded(std::size_t channels) const {
    return (channels + block_ - 1) / block_ * block_;
  }
  /// Floats of one image.
  std::size_t floats(const ImageShape& shape) const {
    return padded(shape.channels) * shape.pixels();
  }
  dnnl::memory::desc images(std::size_t batch, const ImageShape& shape) const;

  /// To and from the plain order [batch, channels, height, width], without what fills up.
  void toPlain(const ImageShape& shape, std::span<const float> features,
               std::span<float> plain) const;
  void fromPlain(const ImageShape& shape, std::span<const float> plain,
                 std::span<float> features) const;

 private:
  std::size_t block_;
  bool chwn_ = false;
};

/// Images in the plain order.
dnnl::memory::desc plainImages(std::size_t batch, const ImageShape& shape);

/// While it lives, what the calling thread asks of oneDNN is for one thread: a primitive remembers
/// how many its maker had.
class OneThread {
 public:
  OneThread();
  ~OneThread();
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int before_;
};

}  // namespace telegrad
