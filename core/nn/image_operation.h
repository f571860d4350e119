// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/random.h"
#include "core/nn/image_format.h"
#include "core/nn/layer.h"

namespace telegrad {

/// One step of an image network: features (or two of them) to features.
///
/// Shapes: src, other, dst and their derivatives [batch] of images in the network's ImageFormat.
/// Threads: as the network's.
class ImageOperation {
 public:
  virtual ~ImageOperation() = default;

  virtual ImageShape shape() const = 0;  ///< of dst
  /// As Layer::multiplyAdds().
  virtual std::int64_t multiplyAdds() const { return 0; }

  virtual Layout layout() const { return {}; }
  virtual void initialise(std::span<float> /*weights*/, Random& /*random*/) const {}
  /// What is to be read of the packed weights.
  enum class Ways : std::uint8_t { Both, Forward, Backward };
  /// Floats of the weights in the kernels' order, which are the only ones that are read. Of both
  /// ways' those for forwards are the first ones, and those for backwards the last.
  virtual std::size_t packedSize(Ways /*ways*/) const { return 0; }
  virtual void pack(std::span<const float> /*weights*/, Ways /*ways*/,
                    std::span<float> /*packed*/) {}
  /// Means and variances that evaluation normalises by.
  virtual Layout statisticsLayout() const { return {}; }
  virtual void initialiseStatistics(std::span<float> /*statistics*/) const {}
  /// Floats that forward() leaves for backward() beside dst.
  virtual std::size_t memorySize(std::size_t /*batch*/) const { return 0; }

  struct Forward {
    std::size_t batch = 0;
    std::span<const float> packed;
    std::span<const float> src;
    std::span<const float> other;  ///< empty where there is one source alone
    std::span<float> dst;
    std::span<float> memory;
    bool training = false;
    std::span<const float> running;  ///< statistics to normalise by in evaluation, or empty
    std::span<float> statistics;     ///< in training: the batch's, to be written
  };
  virtual void forward(const Forward& call) = 0;

  struct Backward {
    std::size_t batch = 0;
    std::span<const float> packed;
    std::span<const float> src;
    std::span<const float> dst;
    std::span<const float> memory;
    std::span<float> diffDst;   ///< may be changed; of a sum it is diffOther afterwards
    std::span<float> diffSrc;   ///< empty: not wanted
    std::span<float> gradient;  ///< dLoss/d(weights), to be overwritten
  };
  virtual void backward(const Backward& call) = 0;
};

}  // namespace telegrad
