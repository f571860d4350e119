// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense_kernels_x86.h"

#if defined(__x86_64__)

#include <algorithm>
#include <array>
#include <utility>

#include <immintrin.h>

#include "core/tensor/vector_in_parts.h"

namespace telegrad {
namespace {

#define TELEGRAD_FMA __attribute__((target("avx2,fma")))
#define TELEGRAD_FMA_INLINE __attribute__((target("avx2,fma"), always_inline)) inline

constexpr std::size_t kLanes256 = 8;
constexpr std::size_t kVectors256 = 2;  // vectors side by side
constexpr std::size_t kWide256 = kLanes256 * kVectors256;
constexpr std::size_t kMostRows256 = 6;  // of a forward tile: 12 sums, 2 weights and a factor
// Of a gradient's: 12 sums, 3 vectors of src and a factor.
constexpr std::size_t kGradientRows256 = 4;
constexpr std::size_t kGradientVectors256 = 3;
static_assert(kGradientRows256 * kGradientVectors256 * kLanes256 <= VectorInParts::kRoom);

// NOLINTBEGIN(*-avoid-c-arrays): a std::array of vectors is kept in memory

/// Rows of one panel, whose sums stay in registers.
template <std::size_t kRows>
TELEGRAD_FMA void forwardTile256(const DenseForward& call, std::size_t row, std::size_t panel) {
  __m256 sums[kRows][kVectors256];
#pragma GCC unroll 6
  for (std::size_t r = 0; r < kRows; ++r) sums[r][0] = sums[r][1] = _mm256_setzero_ps();
  const float* src = call.src + row * call.inputs;
  const float* weights = call.panels + panel * kWide256 * call.inputs;
  for (std::size_t i = 0; i < call.inputs; ++i, weights += kWide256) {
    const __m256 left = _mm256_loadu_ps(weights);
    const __m256 right = _mm256_loadu_ps(weights + kLanes256);
#pragma GCC unroll 6
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m256 x = _mm256_broadcast_ss(src + r * call.inputs + i);
      sums[r][0] = _mm256_fmadd_ps(x, left, sums[r][0]);
      sums[r][1] = _mm256_fmadd_ps(x, right, sums[r][1]);
    }
  }
  const std::size_t first = panel * kWide256;
  const std::size_t there = std::min(kWide256, call.outputs - first);
  std::array<float, kWide256> line{};
#pragma GCC unroll 6
  for (std::size_t r = 0; r < kRows; ++r) {
    _mm256_storeu_ps(line.data(), sums[r][0]);
    _mm256_storeu_ps(line.data() + kLanes256, sums[r][1]);
    float* dst = call.dst + (row + r) * call.stride + first;
    for (std::size_t o = 0; o < there; ++o) dst[o] = line[o] + call.bias[first + o];
  }
}

using ForwardTile256 = void (*)(const DenseForward& call, std::size_t row, std::size_t panel);
template <std::size_t... kRows>
constexpr std::array<ForwardTile256, sizeof...(kRows)> forwardTiles256(
    std::index_sequence<kRows...> /*rows*/) {
  return {forwardTile256<kRows + 1>...};
}
/// By the number of rows, from one on.
constexpr auto kForwardTiles256 = forwardTiles256(std::make_index_sequence<kMostRows256>());

void forwardAvx2(const DenseForward& call) {
  const std::size_t tiles = (call.batch + kMostRows256 - 1) / kMostRows256;
  for (std::size_t panel = 0; panel * kWide256 < call.outputs; ++panel)
    for (std::size_t t = 0; t < tiles; ++t) {
      const std::size_t begin = t * call.batch / tiles;
      const std::size_t rows = (t + 1) * call.batch / tiles - begin;
      kForwardTiles256.at(rows - 1)(call, begin, panel);
    }
}

/// Of one term some rows of the gradient, kVectors vectors of each.
template <std::size_t kRows, std::size_t kVectors, DenseGradient::Use kUse>
TELEGRAD_FMA_INLINE void gradientTile256(const DenseGradient& call, const Layer::Signals& term,
                                         std::size_t row, std::size_t column) {
  __m256 sums[kRows][kVectors];
#pragma GCC unroll 4
  for (std::size_t r = 0; r < kRows; ++r)
#pragma GCC unroll 3
    for (std::size_t v = 0; v < kVectors; ++v) sums[r][v] = _mm256_setzero_ps();
  const float* diffDst = term.diffDst.data() + call.first + row;
  const float* src = term.src.data() + column;
  for (std::size_t b = 0; b < call.batch; ++b, diffDst += call.outputs, src += call.inputs) {
    __m256 x[kVectors];
#pragma GCC unroll 3
    for (std::size_t v = 0; v < kVectors; ++v) x[v] = _mm256_loadu_ps(src + v * kLanes256);
#pragma GCC unroll 4
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m256 d = _mm256_broadcast_ss(diffDst + r);
#pragma GCC unroll 3
      for (std::size_t v = 0; v < kVectors; ++v) sums[r][v] = _mm256_fmadd_ps(d, x[v], sums[r][v]);
    }
  }
  float* product = call.product + row * call.inputs + column;
#pragma GCC unroll 4
  for (std::size_t r = 0; r < kRows; ++r, product += call.inputs)
#pragma GCC unroll 3
    for (std::size_t v = 0; v < kVectors; ++v) {
      float* place = product + v * kLanes256;
      __m256 value = sums[r][v];
      if constexpr (kUse == DenseGradient::Use::AddEncoded)
        _mm256_storeu_ps(call.message + (r * kVectors + v) * kLanes256, value);
      if constexpr (kUse != DenseGradient::Use::Write)
        value = _mm256_add_ps(_mm256_loadu_ps(place), value);
      _mm256_storeu_ps(place, value);
    }
}

// NOLINTEND(*-avoid-c-arrays)

/// All rows of some columns, which stay in the first-level cache.
template <std::size_t kVectors, DenseGradient::Use kUse>
TELEGRAD_FMA void gradientColumns256(const DenseGradient& given, std::size_t column) {
  const DenseGradient call = given;  // stores of vectors may be anywhere, but in no local variable
  std::size_t row = 0;
  for (; row + kGradientRows256 <= call.count; row += kGradientRows256)
    for (const auto& term : call.terms)
      gradientTile256<kGradientRows256, kVectors, kUse>(call, term, row, column);
  for (; row < call.count; ++row)
    for (const auto& term : call.terms) gradientTile256<1, kVectors, kUse>(call, term, row, column);
}

/// One after the other: what of a row fills no vector.
TELEGRAD_FMA void gradientRest256(const DenseGradient& call, std::size_t column) {
  for (std::size_t row = 0; row < call.count; ++row)
    for (std::size_t i = column; i < call.inputs; ++i)
      for (const auto& term : call.terms) {
        float sum = 0.0F;
        for (std::size_t b = 0; b < call.batch; ++b)
          sum = __builtin_fmaf(term.diffDst[b * call.outputs + call.first + row],
                               term.src[b * call.inputs + i], sum);
        if (call.use == DenseGradient::Use::AddEncoded) *call.message = sum;
        float& place = call.product[row * call.inputs + i];
        place = call.use == DenseGradient::Use::Write ? sum : place + sum;
      }
}

template <DenseGradient::Use kUse>
void differentiateFor256(const DenseGradient& call) {
  constexpr std::size_t kAcross = kGradientVectors256 * kLanes256;
  std::size_t column = 0;
  for (; column + kAcross <= call.inputs; column += kAcross)
    gradientColumns256<kGradientVectors256, kUse>(call, column);
  for (; column + kLanes256 <= call.inputs; column += kLanes256)
    gradientColumns256<1, kUse>(call, column);
  gradientRest256(call, column);
}

void differentiateAvx2(const DenseGradient& call) {
  switch (call.use) {
    case DenseGradient::Use::Write:
      return differentiateFor256<DenseGradient::Use::Write>(call);
    case DenseGradient::Use::Add:
      return differentiateFor256<DenseGradient::Use::Add>(call);
    case DenseGradient::Use::AddEncoded:
      return differentiateFor256<DenseGradient::Use::AddEncoded>(call);
  }
}

struct RowPair {
  __m256 low, high;
};

/// The floats of two rows in turns.
TELEGRAD_FMA_INLINE RowPair interleaved(const float* row, std::size_t stride) {
  const __m256 a = _mm256_loadu_ps(row);
  const __m256 b = _mm256_loadu_ps(row + stride);
  return {_mm256_unpacklo_ps(a, b), _mm256_unpackhi_ps(a, b)};
}

/// Of two columns, and of those four further on, the upper and the lower four rows put together.
TELEGRAD_FMA_INLINE void storeColumns(__m256 upper0, __m256 upper2, __m256 lower0, __m256 lower2,
                                      float* to, std::size_t across) {
  const __m256 a = _mm256_shuffle_ps(upper0, upper2, 0x44);
  const __m256 b = _mm256_shuffle_ps(upper0, upper2, 0xEE);
  const __m256 c = _mm256_shuffle_ps(lower0, lower2, 0x44);
  const __m256 d = _mm256_shuffle_ps(lower0, lower2, 0xEE);
  _mm256_storeu_ps(to, _mm256_permute2f128_ps(a, c, 0x20));
  _mm256_storeu_ps(to + across, _mm256_permute2f128_ps(b, d, 0x20));
  _mm256_storeu_ps(to + 4 * across, _mm256_permute2f128_ps(a, c, 0x31));
  _mm256_storeu_ps(to + 5 * across, _mm256_permute2f128_ps(b, d, 0x31));
}

/// Eight rows of eight floats, `stride` apart, as rows `across` apart.
TELEGRAD_FMA void transpose(const float* from, std::size_t stride, float* to, std::size_t across) {
  const RowPair r0 = interleaved(from, stride);
  const RowPair r2 = interleaved(from + 2 * stride, stride);
  const RowPair r4 = interleaved(from + 4 * stride, stride);
  const RowPair r6 = interleaved(from + 6 * stride, stride);
  storeColumns(r0.low, r2.low, r4.low, r6.low, to, across);
  storeColumns(r0.high, r2.high, r4.high, r6.high, to + 2 * across, across);
}

}  // namespace

void packDensePanel(const float* weights, std::size_t inputs, std::size_t count, std::size_t width,
                    float* panel) {
  // Rows and columns of which whole blocks are put in place; the panel's rows one after the other.
  const std::size_t packed = count - count % kLanes256;
  const std::size_t whole = inputs - inputs % kLanes256;
  for (std::size_t i = 0; i < whole; i += kLanes256)
    for (std::size_t o = 0; o < packed; o += kLanes256)
      transpose(weights + o * inputs + i, inputs, panel + i * width + o, width);
  for (std::size_t o = 0; o < width; ++o)
    for (std::size_t i = o < packed ? whole : 0; i < inputs; ++i)
      panel[i * width + o] = o < count ? weights[o * inputs + i] : 0.0F;
}

namespace {

void packAvx2Panel(const float* weights, std::size_t inputs, std::size_t count, float* panel) {
  packDensePanel(weights, inputs, count, kWide256, panel);
}

}  // namespace

const DenseKernels kDenseAvx2{.name = "avx2",
                              .panel = kWide256,
                              .pack = packAvx2Panel,
                              .forward = forwardAvx2,
                              .differentiate = differentiateAvx2};

}  // namespace telegrad

#endif
