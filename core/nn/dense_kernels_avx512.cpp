// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense_kernels_x86.h"

#if defined(__x86_64__)

#include <algorithm>
#include <array>
#include <utility>

#include <immintrin.h>

namespace telegrad {
namespace {

#define TELEGRAD_FMA512 __attribute__((target("avx512f")))
#define TELEGRAD_FMA512_INLINE __attribute__((target("avx512f"), always_inline)) inline

constexpr std::size_t kLanes512 = 16;
constexpr std::size_t kWide512 = 2 * kLanes512;
constexpr std::size_t kMostRows512 = 12;     // of a forward tile: 24 sums, 2 weights and a factor
constexpr std::size_t kGradientRows512 = 8;  // of a gradient's

// NOLINTBEGIN(*-avoid-c-arrays): a std::array of vectors is kept in memory

/// Rows of one panel, whose sums stay in registers.
template <std::size_t kRows>
TELEGRAD_FMA512 void forwardTile512(const DenseForward& call, std::size_t row, std::size_t panel) {
  __m512 sums[kRows][2];
#pragma GCC unroll 12
  for (std::size_t r = 0; r < kRows; ++r) sums[r][0] = sums[r][1] = _mm512_setzero_ps();
  const float* src = call.src + row * call.inputs;
  const float* weights = call.panels + panel * kWide512 * call.inputs;
  for (std::size_t i = 0; i < call.inputs; ++i, weights += kWide512) {
    const __m512 left = _mm512_loadu_ps(weights);
    const __m512 right = _mm512_loadu_ps(weights + kLanes512);
#pragma GCC unroll 12
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m512 x = _mm512_set1_ps(src[r * call.inputs + i]);
      sums[r][0] = _mm512_fmadd_ps(x, left, sums[r][0]);
      sums[r][1] = _mm512_fmadd_ps(x, right, sums[r][1]);
    }
  }
  const std::size_t first = panel * kWide512;
  const std::size_t there = std::min(kWide512, call.outputs - first);
  std::array<float, kWide512> line{};
#pragma GCC unroll 12
  for (std::size_t r = 0; r < kRows; ++r) {
    _mm512_storeu_ps(line.data(), sums[r][0]);
    _mm512_storeu_ps(line.data() + kLanes512, sums[r][1]);
    float* dst = call.dst + (row + r) * call.outputs + first;
    for (std::size_t o = 0; o < there; ++o) dst[o] = line[o] + call.bias[first + o];
  }
}

using ForwardTile512 = void (*)(const DenseForward& call, std::size_t row, std::size_t panel);
template <std::size_t... kRows>
constexpr std::array<ForwardTile512, sizeof...(kRows)> forwardTiles512(
    std::index_sequence<kRows...> /*rows*/) {
  return {forwardTile512<kRows + 1>...};
}
/// By the number of rows, from one on.
constexpr auto kForwardTiles512 = forwardTiles512(std::make_index_sequence<kMostRows512>());

void forward512(const DenseForward& call) {
  const std::size_t tiles = (call.batch + kMostRows512 - 1) / kMostRows512;
  for (std::size_t panel = 0; panel * kWide512 < call.outputs; ++panel)
    for (std::size_t t = 0; t < tiles; ++t) {
      const std::size_t begin = t * call.batch / tiles;
      const std::size_t rows = (t + 1) * call.batch / tiles - begin;
      kForwardTiles512.at(rows - 1)(call, begin, panel);
    }
}

/// Which of the columns from one on are there.
struct Columns512 {
  std::size_t first;
  __mmask16 left, right;
};

template <bool kAll>
TELEGRAD_FMA512_INLINE __m512 load512(const float* from, __mmask16 there) {
  return kAll ? _mm512_loadu_ps(from) : _mm512_maskz_loadu_ps(there, from);
}

template <bool kAll>
TELEGRAD_FMA512_INLINE void store512(float* to, __mmask16 there, __m512 values) {
  if constexpr (kAll)
    _mm512_storeu_ps(to, values);
  else
    _mm512_mask_storeu_ps(to, there, values);
}

/// Some rows of the gradient, some columns of each, or all that a tile has room for.
template <std::size_t kRows, bool kAll>
TELEGRAD_FMA512_INLINE void gradientTile512(const DenseGradient& call, std::size_t row,
                                            const Columns512& columns) {
  __m512 sums[kRows][2];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r) sums[r][0] = sums[r][1] = _mm512_setzero_ps();
  const float* diffDst = call.diffDst + call.first + row;
  const float* src = call.src + columns.first;
  for (std::size_t b = 0; b < call.batch; ++b, diffDst += call.outputs, src += call.inputs) {
    const __m512 left = load512<kAll>(src, columns.left);
    const __m512 right = load512<kAll>(src + kLanes512, columns.right);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m512 d = _mm512_set1_ps(diffDst[r]);
      sums[r][0] = _mm512_fmadd_ps(d, left, sums[r][0]);
      sums[r][1] = _mm512_fmadd_ps(d, right, sums[r][1]);
    }
  }
  float* product = call.product + row * call.inputs + columns.first;
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r, product += call.inputs) {
    __m512 left = sums[r][0];
    __m512 right = sums[r][1];
    if (call.add) {
      left = _mm512_add_ps(load512<kAll>(product, columns.left), left);
      right = _mm512_add_ps(load512<kAll>(product + kLanes512, columns.right), right);
    }
    store512<kAll>(product, columns.left, left);
    store512<kAll>(product + kLanes512, columns.right, right);
  }
}

// NOLINTEND(*-avoid-c-arrays)

/// All rows of some columns, which stay in the first-level cache.
template <bool kAll>
TELEGRAD_FMA512 void gradientColumns512(const DenseGradient& call, const Columns512& columns) {
  std::size_t row = 0;
  for (; row + kGradientRows512 <= call.count; row += kGradientRows512)
    gradientTile512<kGradientRows512, kAll>(call, row, columns);
  for (; row < call.count; ++row) gradientTile512<1, kAll>(call, row, columns);
}

__mmask16 lanesOf(std::size_t columns) {
  return static_cast<__mmask16>((1U << std::min(columns, kLanes512)) - 1U);
}

void differentiate512(const DenseGradient& call) {
  std::size_t first = 0;
  for (; first + kWide512 <= call.inputs; first += kWide512)
    gradientColumns512<true>(call, {.first = first, .left = 0, .right = 0});
  if (first == call.inputs) return;
  const std::size_t left = call.inputs - first;
  const std::size_t right = left > kLanes512 ? left - kLanes512 : 0;
  gradientColumns512<false>(call, {.first = first, .left = lanesOf(left), .right = lanesOf(right)});
}

void pack512(const float* weights, std::size_t inputs, std::size_t count, float* panel) {
  packDensePanel(weights, inputs, count, kWide512, panel);
}

}  // namespace

const DenseKernels kDenseAvx512{.name = "avx512",
                                .panel = kWide512,
                                .pack = pack512,
                                .forward = forward512,
                                .differentiate = differentiate512};

}  // namespace telegrad

#endif
