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

#define TELEGRAD_FMA512 __attribute__((target("avx512f")))
#define TELEGRAD_FMA512_INLINE __attribute__((target("avx512f"), always_inline)) inline

constexpr std::size_t kLanes512 = 16;
constexpr std::size_t kWide512 = 2 * kLanes512;
constexpr std::size_t kMostRows512 = 12;  // of a forward tile: 24 sums, 2 weights and a factor
// Of a gradient's: 24 sums, 3 lines of src and a factor.
constexpr std::size_t kGradientRows512 = 8;
constexpr std::size_t kGradientVectors512 = 3;
constexpr std::size_t kEncodedRows512 = 4;  // 12 sums, what they are added to, 3 lines, a factor
static_assert(kGradientRows512 * kGradientVectors512 * kLanes512 <= VectorInParts::kRoom);

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
    float* dst = call.dst + (row + r) * call.stride + first;
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

/// A line of sixteen columns, or the first of them that are there.
template <bool kAll>
TELEGRAD_FMA512_INLINE __m512 load512(const float* from, __mmask16 there) {
  return kAll ? _mm512_loadu_ps(from) : _mm512_maskz_loadu_ps(there, from);
}

// A masked store costs several plain ones.
template <bool kAll>
TELEGRAD_FMA512_INLINE void store512(float* to, __mmask16 there, __m512 values) {
  if constexpr (kAll)
    _mm512_storeu_ps(to, values);
  else
    _mm512_mask_storeu_ps(to, there, values);
}

template <std::size_t kRows, std::size_t kVectors>
using Tile512 = __m512[kRows][kVectors];

/// A term's sums over the batch, for some rows of the gradient and kVectors lines of each.
template <std::size_t kRows, std::size_t kVectors, bool kAll>
TELEGRAD_FMA512_INLINE void sumTerm512(const DenseGradient& call, const Layer::Signals& term,
                                       std::size_t row, std::size_t column, __mmask16 there,
                                       Tile512<kRows, kVectors>& sums) {
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r)
#pragma GCC unroll 3
    for (std::size_t v = 0; v < kVectors; ++v) sums[r][v] = _mm512_setzero_ps();
  const float* diffDst = term.diffDst.data() + call.first + row;
  const float* src = term.src.data() + column;
  for (std::size_t b = 0; b < call.batch; ++b, diffDst += call.outputs, src += call.inputs) {
    __m512 x[kVectors];
#pragma GCC unroll 3
    for (std::size_t v = 0; v < kVectors; ++v) x[v] = load512<kAll>(src + v * kLanes512, there);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m512 d = _mm512_set1_ps(diffDst[r]);
#pragma GCC unroll 3
      for (std::size_t v = 0; v < kVectors; ++v) sums[r][v] = _mm512_fmadd_ps(d, x[v], sums[r][v]);
    }
  }
}

/// Write or Add.
template <std::size_t kRows, std::size_t kVectors, bool kAll, DenseGradient::Use kUse>
TELEGRAD_FMA512_INLINE void gradientTile512(const DenseGradient& call, std::size_t row,
                                            std::size_t column, __mmask16 there) {
  Tile512<kRows, kVectors> sums;
  sumTerm512<kRows, kVectors, kAll>(call, call.terms.front(), row, column, there, sums);
  float* product = call.product + row * call.inputs + column;
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r, product += call.inputs)
#pragma GCC unroll 3
    for (std::size_t v = 0; v < kVectors; ++v) {
      float* place = product + v * kLanes512;
      if constexpr (kUse == DenseGradient::Use::Add)
        sums[r][v] = _mm512_add_ps(load512<kAll>(place, there), sums[r][v]);
      store512<kAll>(place, there, sums[r][v]);
    }
}

/// AddEncoded: what is added to stays in registers, too. A function of its own, since beside what
/// a loop around it keeps there GCC finds no room.
template <std::size_t kRows, std::size_t kVectors, bool kAll>
TELEGRAD_FMA512 __attribute__((noinline)) void encodedTile512(const DenseGradient& call,
                                                              std::size_t row, std::size_t column,
                                                              __mmask16 there) {
  float* product = call.product + row * call.inputs + column;
  Tile512<kRows, kVectors> totals;
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r)
#pragma GCC unroll 3
    for (std::size_t v = 0; v < kVectors; ++v)
      totals[r][v] = load512<kAll>(product + r * call.inputs + v * kLanes512, there);
  for (const auto& term : call.terms) {
    Tile512<kRows, kVectors> sums;
    sumTerm512<kRows, kVectors, kAll>(call, term, row, column, there, sums);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < kRows; ++r)
#pragma GCC unroll 3
      for (std::size_t v = 0; v < kVectors; ++v) {
        _mm512_storeu_ps(call.message + (r * kVectors + v) * kLanes512, sums[r][v]);
        totals[r][v] = _mm512_add_ps(totals[r][v], sums[r][v]);
      }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r)
#pragma GCC unroll 3
    for (std::size_t v = 0; v < kVectors; ++v)
      store512<kAll>(product + r * call.inputs + v * kLanes512, there, totals[r][v]);
}

// NOLINTEND(*-avoid-c-arrays)

/// All rows of some columns, which stay in the first-level cache.
template <std::size_t kVectors, bool kAll, DenseGradient::Use kUse>
TELEGRAD_FMA512 void gradientColumns512(const DenseGradient& given, std::size_t column,
                                        __mmask16 there) {
  const DenseGradient call = given;  // stores of vectors may be anywhere, but in no local variable
  std::size_t row = 0;
  if constexpr (kUse == DenseGradient::Use::AddEncoded) {
    for (; row + kEncodedRows512 <= call.count; row += kEncodedRows512)
      encodedTile512<kEncodedRows512, kVectors, kAll>(call, row, column, there);
    for (; row < call.count; ++row) encodedTile512<1, kVectors, kAll>(call, row, column, there);
  } else {
    for (; row + kGradientRows512 <= call.count; row += kGradientRows512)
      gradientTile512<kGradientRows512, kVectors, kAll, kUse>(call, row, column, there);
    for (; row < call.count; ++row)
      gradientTile512<1, kVectors, kAll, kUse>(call, row, column, there);
  }
}

template <DenseGradient::Use kUse>
void differentiateFor512(const DenseGradient& call) {
  constexpr std::size_t kAcross = kGradientVectors512 * kLanes512;
  std::size_t column = 0;
  for (; column + kAcross <= call.inputs; column += kAcross)
    gradientColumns512<kGradientVectors512, true, kUse>(call, column, 0);
  for (; column + kLanes512 <= call.inputs; column += kLanes512)
    gradientColumns512<1, true, kUse>(call, column, 0);
  if (column < call.inputs)
    gradientColumns512<1, false, kUse>(call, column,
                                       static_cast<__mmask16>((1U << (call.inputs - column)) - 1U));
}

void differentiate512(const DenseGradient& call) {
  switch (call.use) {
    case DenseGradient::Use::Write:
      return differentiateFor512<DenseGradient::Use::Write>(call);
    case DenseGradient::Use::Add:
      return differentiateFor512<DenseGradient::Use::Add>(call);
    case DenseGradient::Use::AddEncoded:
      return differentiateFor512<DenseGradient::Use::AddEncoded>(call);
  }
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
