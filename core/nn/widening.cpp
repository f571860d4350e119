// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/widening.h"

#include <algorithm>

namespace telegrad {

/// copy(place in src, place in dst) for every run of channels of one pixel that both have.
template <typename Copy>
void Widening::forEachPixel(std::size_t batch, Copy copy) const {
  const std::size_t block = format_.block();
  const std::size_t blocks = format_.padded(src_.channels) / block;
  for (std::size_t n = 0; n < batch; ++n)
    for (std::size_t b = 0; b < blocks; ++b) {
      const std::size_t src = n * format_.floats(src_) + b * block * src_.pixels();
      const std::size_t dst = n * format_.floats(dst_) + b * block * dst_.pixels();
      for (std::size_t y = 0; y < dst_.height; ++y)
        for (std::size_t x = 0; x < dst_.width; ++x)
          copy(src + (y * src_.width + x) * stride_ * block, dst + (y * dst_.width + x) * block);
    }
}

void Widening::forward(const Forward& call) {
  std::ranges::fill(call.dst, 0.0F);
  forEachPixel(call.batch, [&](std::size_t src, std::size_t dst) {
    std::copy_n(call.src.data() + src, format_.block(), call.dst.data() + dst);
  });
}

void Widening::backward(const Backward& call) {
  if (call.diffSrc.empty()) return;
  std::ranges::fill(call.diffSrc, 0.0F);
  forEachPixel(call.batch, [&](std::size_t src, std::size_t dst) {
    std::copy_n(call.diffDst.data() + dst, format_.block(), call.diffSrc.data() + src);
  });
}

}  // namespace telegrad
