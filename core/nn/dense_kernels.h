// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

#include "core/nn/layer.h"

namespace telegrad {

// Products of a few rows, a worker's minibatch, with a matrix of weights. oneDNN puts the weights,
// or the rows for each piece of a gradient, in another order first, which with ten rows takes as
// long as the product; here the weights are put in order once for all workers, and rows are read as
// they are.
//
// Bits: every sum is taken in the order of its index, from zero, with one rounding for a product
// and its sum (fused); fixed by the numbers alone, whatever the instruction set and the shapes.

/// dst_bo = bias_o + sum over i of src_bi weight_oi.
struct DenseForward {
  const float* src;     ///< [batch, inputs]
  const float* panels;  ///< the weights, as DenseKernels::pack makes them
  const float* bias;    ///< [outputs]
  float* dst;           ///< [batch, outputs], rows of `stride` floats
  std::size_t batch, inputs, outputs, stride;
};

/// product_oi = sum over b of diffDst_b,first+o src_bi, for `count` rows o of the gradient; or that
/// sum is added at its end, or those of several workers, one after the other.
struct DenseGradient {
  enum class Use {
    Write,
    Add,        ///< to what is there
    AddEncoded  ///< the same, once every number is encoded in `message`
  };

  std::span<const Layer::Signals> terms;  ///< what sums are made of; one, but for AddEncoded
  float* product;                         ///< [count, inputs]
  std::size_t batch, inputs, outputs, first, count;
  Use use;
  float* message;  ///< [VectorInParts::kRoom]: a tile of it at a time, as float32; else null
};

/// For one instruction set.
struct DenseKernels {
  const char* name;
  std::size_t panel;  ///< outputs whose weights lie side by side
  /// `count` rows of weights [count, inputs], at most `panel`, to [inputs, panel]; zeros for the
  /// rest.
  void (*pack)(const float* weights, std::size_t inputs, std::size_t count, float* panel);
  void (*forward)(const DenseForward& call);
  void (*differentiate)(const DenseGradient& call);

  /// Floats of the weights of so many outputs in panels.
  std::size_t packedSize(std::size_t inputs, std::size_t outputs) const {
    return (outputs + panel - 1) / panel * panel * inputs;
  }
};

/// Those that this processor can carry out and that oneDNN's limit of instruction sets
/// (ONEDNN_MAX_CPU_ISA) allows, the fastest last; none where nothing fuses.
std::span<const DenseKernels* const> denseKernels();

}  // namespace telegrad
