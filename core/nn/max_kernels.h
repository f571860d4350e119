// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace telegrad {

/// Planes of pixels of `run` floats each, and the windows over them: [count, height, width, run].
/// In the order of ImageFormat a run is a block of channels of one image, or one channel of all.
struct MaxWindows {
  std::size_t count = 0;
  std::size_t run = 1;
  std::size_t srcHeight = 1, srcWidth = 1;
  std::size_t dstHeight = 1, dstWidth = 1;
  std::size_t height = 1, width = 1;  ///< of a window
  std::size_t stride = 1;
};

/// The largest entry of each window; what is not a number is larger than all that is.
void largestOfWindows(const MaxWindows& of, const float* src, float* dst);

/// diffSrc = dLoss/d(src), where of equals the first has the derivative.
void differentiateLargest(const MaxWindows& of, const float* src, const float* dst,
                          const float* diffDst, float* diffSrc);

}  // namespace telegrad
