// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/max_kernels.h"

#include <algorithm>

#include "core/base/multiversion.h"
#include "core/nn/lanes.h"

namespace telegrad {
namespace {

/// visit(first float of the window in src, of its pixel in dst), pixel by pixel.
template <typename Visit>
[[gnu::always_inline]] inline void overWindows(const MaxWindows& of, const Visit& visit) {
  std::size_t dst = 0;
  for (std::size_t plane = 0; plane < of.count; ++plane)
    for (std::size_t y = 0; y < of.dstHeight; ++y) {
      std::size_t src = (plane * of.srcHeight + y * of.stride) * of.srcWidth * of.run;
      for (std::size_t x = 0; x < of.dstWidth; ++x) {
        visit(src, dst);
        src += of.stride * of.run;
        dst += of.run;
      }
    }
}

template <typename Lanes>
[[gnu::always_inline]] inline void largest(const MaxWindows& of, const float* src, float* dst) {
  using Lane = typename Lanes::Type;
  Lane most = *lanes<Lanes>(src);
  for (std::size_t i = 0; i < of.height; ++i)
    for (std::size_t j = 0; j < of.width; ++j) {
      const Lane x = *lanes<Lanes>(src + (i * of.srcWidth + j) * of.run);
      const Lane larger = x <= most ? most : x;  // x, if it is no number
      most = most == most ? larger : most;
    }
  *lanes<Lanes>(dst) = most;
}

/// Of one vector of one window; with `kAdds` to what other windows have found.
template <typename Lanes, bool kAdds>
[[gnu::always_inline]] inline void passToFirst(const MaxWindows& of, const float* src,
                                               const float* dst, const float* diffDst,
                                               float* diffSrc) {
  using Lane = typename Lanes::Type;
  const Lane zero = {};
  const Lane most = *lanes<Lanes>(dst);
  Lane left = *lanes<Lanes>(diffDst);
  for (std::size_t i = 0; i < of.height; ++i)
    for (std::size_t j = 0; j < of.width; ++j) {
      const std::size_t at = (i * of.srcWidth + j) * of.run;
      const Lane x = *lanes<Lanes>(src + at);
      Lane passed = x == most ? left : zero;
      left = x == most ? zero : left;
      if constexpr (kAdds) passed += *lanes<Lanes>(diffSrc + at);
      *lanes<Lanes>(diffSrc + at) = passed;
    }
}

/// Whether every pixel of src is in one window.
bool tiles(const MaxWindows& of) {
  return of.height == of.stride && of.width == of.stride &&
         of.srcHeight == of.dstHeight * of.stride && of.srcWidth == of.dstWidth * of.stride;
}

}  // namespace

TELEGRAD_MULTIVERSION
void largestOfWindows(const MaxWindows& of, const float* src, float* dst) {
  constexpr std::size_t kCount = Lanes8::kCount;
  overWindows(of, [&](std::size_t from, std::size_t to) {
    if (of.run < kCount)
      for (std::size_t r = 0; r < of.run; ++r) largest<Lanes1>(of, src + from + r, dst + to + r);
    else  // the last one ends with the run, and meets the one before again
      for (std::size_t r = 0; r < of.run; r += kCount) {
        const std::size_t at = std::min(r, of.run - kCount);
        largest<Lanes8>(of, src + from + at, dst + to + at);
      }
  });
}

TELEGRAD_MULTIVERSION
void differentiateLargest(const MaxWindows& of, const float* src, const float* dst,
                          const float* diffDst, float* diffSrc) {
  constexpr std::size_t kCount = Lanes8::kCount;
  if (tiles(of) && of.run >= kCount) {
    overWindows(of, [&](std::size_t from, std::size_t to) {
      for (std::size_t r = 0; r < of.run; r += kCount) {
        const std::size_t at = std::min(r, of.run - kCount);
        passToFirst<Lanes8, false>(of, src + from + at, dst + to + at, diffDst + to + at,
                                   diffSrc + from + at);
      }
    });
    return;
  }
  std::fill_n(diffSrc, of.count * of.srcHeight * of.srcWidth * of.run, 0.0F);
  overWindows(of, [&](std::size_t from, std::size_t to) {
    std::size_t r = 0;
    for (; r + kCount <= of.run; r += kCount)
      passToFirst<Lanes8, true>(of, src + from + r, dst + to + r, diffDst + to + r,
                                diffSrc + from + r);
    for (; r < of.run; ++r)
      passToFirst<Lanes1, true>(of, src + from + r, dst + to + r, diffDst + to + r,
                                diffSrc + from + r);
  });
}

}  // namespace telegrad
