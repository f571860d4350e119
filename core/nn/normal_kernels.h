// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace telegrad {

// Batch normalisation of one block of channels, the passes over memory made one where they can be.
// In the order of ImageFormat: `batch` runs of pixels * block floats, `stride` floats apart.

/// Features of one block of channels.
struct NormalBlock {
  std::size_t block = 1;  ///< 1, 8 or 16
  std::size_t batch = 0;
  std::size_t stride = 0;
  std::size_t pixels = 0;
};

/// mean_c and the mean of (x - mean_c)^2, over batch and pixels. Sums of an image in float, of
/// images in double; two passes, so that nothing cancels.
void measureBlock(const NormalBlock& of, const float* src, double* mean, double* variance);

/// y = (x - mean_c) * scale_c + shift_c (+ other), and with `relu` max(y, 0).
struct NormalApply {
  const float* src;
  const float* other;  ///< or null
  float* dst;
  const float* mean;
  const float* scale;
  const float* shift;
  bool relu;
};
void applyBlock(const NormalBlock& of, const NormalApply& call);

/// sum of dy and of dy * (x - mean_c), where with `dst` dy is first set to 0 wherever dst <= 0.
struct NormalSums {
  const float* src;
  const float* dst;  ///< or null
  float* diffDst;
  const float* mean;
  double* sum;
  double* product;
};
void sumBlock(const NormalBlock& of, const NormalSums& call);

/// dx = scale_c * (dy - first_c - (x - mean_c) * second_c).
struct NormalSource {
  const float* src;
  const float* diffDst;
  float* diffSrc;
  const float* mean;
  const float* scale;
  const float* first;
  const float* second;
};
void differentiateBlock(const NormalBlock& of, const NormalSource& call);

}  // namespace telegrad
