// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/nn/chwn_kernels.h"
#include "core/nn/lanes.h"

// The innermost loops of chwn_kernels.h, for each set of instructions and each number of outputs
// that are computed together, whose sums stay in registers.

namespace telegrad::chwn {

constexpr std::size_t kSums = 16;  // of a row's products

/// A run of floats in vectors of `width`: whole ones, then one that ends with the run and meets the
/// one before again. row >= width.
struct Steps {
  std::size_t row = 1;
  std::size_t width = 1;
  std::size_t count() const { return (row + width - 1) / width; }
  std::size_t at(std::size_t step) const { return std::min(step * width, row - width); }
};

/// Some outputs at some neighbouring places of a row.
struct Tile {
  const float* src;         // the first of the places, in the first row of the first channel
  const float* packed;      // of these outputs
  const float* bias;        // likewise
  float* dst;               // the first of the places, of the first output
  std::size_t dstPlane;     // floats between outputs
  std::size_t y;            // the row of dst
  std::size_t first, last;  // rows of the window that lie in src; last behind them
  bool relu;
};

/// Some rows of some outputs' derivatives times what lies under some weights.
template <std::size_t kTaps>
struct Products {
  const float* rows;  // [outputs][rowsThere][steps][kSums]
  std::size_t count;  // of the rows that are there
  std::size_t rowsThere;
  std::array<const float*, kTaps> src;
  float* sums;          // of the first output and tap; a tap's kSums after the other's
  std::size_t between;  // floats between outputs' sums
};

// NOLINTBEGIN(*-avoid-c-arrays): a std::array of vectors forgets their attributes

template <typename Lanes, std::size_t kOutputs, std::size_t kVectors>
[[gnu::always_inline]] inline void convolveTile(const ChwnShape& of, const Tile& tile) {
  using Lane = typename Lanes::Type;
  const std::size_t row = of.width * of.batch;
  const Lane zero = {};
  Lane sums[kOutputs][kVectors];
  for (std::size_t o = 0; o < kOutputs; ++o)
    for (std::size_t v = 0; v < kVectors; ++v) sums[o][v] = zero + tile.bias[o];
  for (std::size_t c = 0; c < of.inputs; ++c)
    for (std::size_t i = tile.first; i < tile.last; ++i) {
      const float* src = tile.src + (c * of.height + tile.y + i - of.beyond) * row;
      const float* weight = tile.packed + (c * of.kernel + i) * of.kernel * kOutputs;
      for (std::size_t j = 0; j < of.kernel; ++j, src += of.batch, weight += kOutputs) {
        Lane x[kVectors];
        for (std::size_t v = 0; v < kVectors; ++v) x[v] = *lanes<Lanes>(src + v * Lanes::kCount);
        for (std::size_t o = 0; o < kOutputs; ++o)
          for (std::size_t v = 0; v < kVectors; ++v) sums[o][v] += weight[o] * x[v];
      }
    }
  for (std::size_t o = 0; o < kOutputs; ++o)
    for (std::size_t v = 0; v < kVectors; ++v) {
      const Lane sum = sums[o][v];
      *lanes<Lanes>(tile.dst + o * tile.dstPlane + v * Lanes::kCount) =
          tile.relu ? (sum < zero ? zero : sum) : sum;
    }
}

template <typename Lanes, std::size_t kOutputs, std::size_t kTaps>
[[gnu::always_inline]] inline void addProducts(const ChwnShape& of, const Products<kTaps>& call) {
  using Lane = typename Lanes::Type;
  const Steps steps{.row = of.dstWidth() * of.batch, .width = kSums};
  const std::size_t count = steps.count();
  const std::size_t plane = call.rowsThere * count * kSums;
  for (std::size_t part = 0; part < kSums; part += Lanes::kCount) {
    Lane sums[kOutputs][kTaps];
    for (std::size_t o = 0; o < kOutputs; ++o)
      for (std::size_t t = 0; t < kTaps; ++t)
        sums[o][t] = *lanes<Lanes>(call.sums + o * call.between + t * kSums + part);
    for (std::size_t y = 0; y < call.count; ++y) {
      const float* d = call.rows + y * count * kSums + part;
      const std::size_t row = y * of.width * of.batch + part;
      for (std::size_t step = 0; step < count; ++step, d += kSums) {
        const std::size_t at = row + steps.at(step);
        Lane x[kTaps];
        for (std::size_t t = 0; t < kTaps; ++t) x[t] = *lanes<Lanes>(call.src[t] + at);
        for (std::size_t o = 0; o < kOutputs; ++o) {
          const Lane factor = *lanes<Lanes>(d + o * plane);
          for (std::size_t t = 0; t < kTaps; ++t) sums[o][t] += factor * x[t];
        }
      }
    }
    for (std::size_t o = 0; o < kOutputs; ++o)
      for (std::size_t t = 0; t < kTaps; ++t)
        *lanes<Lanes>(call.sums + o * call.between + t * kSums + part) = sums[o][t];
  }
}

// NOLINTEND(*-avoid-c-arrays)

// The sets of instructions. Functions of their own: in the middle of others the compiler would keep
// their constants in the registers, and the sums not.

struct Portable {
  using Lanes = Lanes4;
  template <std::size_t kOutputs, std::size_t kVectors>
  [[gnu::noinline]] static void convolve(const ChwnShape& of, const Tile& tile) {
    convolveTile<Lanes, kOutputs, kVectors>(of, tile);
  }
  template <std::size_t kOutputs, std::size_t kTaps>
  [[gnu::noinline]] static void multiply(const ChwnShape& of, const Products<kTaps>& call) {
    addProducts<Lanes, kOutputs, kTaps>(of, call);
  }
};

#if defined(__x86_64__)
struct Avx2 {
  using Lanes = Lanes8;
  template <std::size_t kOutputs, std::size_t kVectors>
  [[gnu::noinline, gnu::target("avx2")]] static void convolve(const ChwnShape& of,
                                                              const Tile& tile) {
    convolveTile<Lanes, kOutputs, kVectors>(of, tile);
  }
  template <std::size_t kOutputs, std::size_t kTaps>
  [[gnu::noinline, gnu::target("avx2")]] static void multiply(const ChwnShape& of,
                                                              const Products<kTaps>& call) {
    addProducts<Lanes, kOutputs, kTaps>(of, call);
  }
};

struct Avx512 {
  using Lanes = Lanes16;
  template <std::size_t kOutputs, std::size_t kVectors>
  [[gnu::noinline, gnu::target("avx512f")]] static void convolve(const ChwnShape& of,
                                                                 const Tile& tile) {
    convolveTile<Lanes, kOutputs, kVectors>(of, tile);
  }
  template <std::size_t kOutputs, std::size_t kTaps>
  [[gnu::noinline, gnu::target("avx512f")]] static void multiply(const ChwnShape& of,
                                                                 const Products<kTaps>& call) {
    addProducts<Lanes, kOutputs, kTaps>(of, call);
  }
};
#endif

/// Calls `visit` with the number of outputs at once, as a constant, and the first of them.
template <typename Visit>
void overOutputs(std::size_t outputs, Visit visit) {
  for (std::size_t first = 0; first < outputs;) {
    const std::size_t some = chwnOutputsAtOnce(outputs - first);
    if (some == 6)
      visit(std::integral_constant<std::size_t, 6>{}, first);
    else if (some == 4)
      visit(std::integral_constant<std::size_t, 4>{}, first);
    else if (some == 2)
      visit(std::integral_constant<std::size_t, 2>{}, first);
    else
      visit(std::integral_constant<std::size_t, 1>{}, first);
    first += some;
  }
}

template <typename Set>
void forward(const ChwnShape& of, const ChwnForward& call);
template <typename Set>
void differentiate(const ChwnShape& of, const ChwnGradient& call);

}  // namespace telegrad::chwn
