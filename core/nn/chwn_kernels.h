// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace telegrad {

// Convolutions with stride 1 of features in the order [channels, height, width, batch], of which a
// row is one run of width * batch floats: a vector of any width holds neighbours in it, the window
// moves along it by `batch` floats, and no channel is filled up. That is what pays where channels
// are few; where they are many, every weight would be read once for each vector.
//
// Bits: fixed by the shapes alone. Products and sums are rounded apart and taken in one order
// whatever the width of the processor's vectors.

struct ChwnShape {
  std::size_t inputs = 1;   ///< channels of src
  std::size_t outputs = 1;  ///< channels of dst
  std::size_t kernel = 1;   ///< height and width of the window
  std::size_t height = 1;   ///< of src
  std::size_t width = 1;    ///< of src
  std::size_t batch = 1;
  std::size_t beyond = 0;  ///< rows of zeros above and below src, below kernel; at the sides none

  std::size_t taps() const { return inputs * kernel * kernel; }  ///< weights of an output
  std::size_t dstHeight() const { return height + 2 * beyond - kernel + 1; }
  std::size_t dstWidth() const { return width - kernel + 1; }
};

/// How many of the `left` last outputs are computed together: the order of the packed weights is
/// [blocks of outputs][taps][outputs of the block].
constexpr std::size_t chwnOutputsAtOnce(std::size_t left) {
  return left >= 6 ? 6 : left >= 4 ? 4 : left >= 2 ? 2 : 1;
}

/// weights [outputs, taps] to the order of the kernels; as many floats.
void packChwnWeights(std::size_t outputs, std::size_t taps, const float* weights, float* packed);

/// dst_o = bias_o + sum of products over input channels, rows and columns of the window, in this
/// order; with `relu` max(dst_o, 0).
struct ChwnForward {
  const float* src;
  const float* packed;
  const float* bias;  ///< [outputs]
  bool relu;
  float* dst;
};

/// gradient [outputs, taps] and biasGradient [outputs] of a convolution with nothing beyond. Of a
/// row, entry i is added to sum i mod 16; what fills no 16 to the last ones. The sums are added at
/// the end, as a tree.
struct ChwnGradient {
  const float* src;
  const float* diffDst;
  float* scratch;  ///< chwnScratchSize(shape) floats
  float* gradient;
  float* biasGradient;
};
std::size_t chwnScratchSize(const ChwnShape& of);

/// Both ways for one instruction set.
struct ChwnKernels {
  const char* name;
  void (*forward)(const ChwnShape& of, const ChwnForward& call);
  void (*differentiate)(const ChwnShape& of, const ChwnGradient& call);
};

/// Those that this processor can carry out, the fastest last.
std::span<const ChwnKernels> chwnKernels();

}  // namespace telegrad
