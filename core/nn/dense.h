// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>

#include "core/nn/dense_kernels.h"
#include "core/nn/layer.h"
#include "core/tensor/onednn.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

/// y = x W^T + b.
///
/// Shapes: x [batch, inputs], weight W [outputs, inputs], bias b [outputs], y [batch, outputs].
/// Starting weights: U(-1/sqrt(inputs), 1/sqrt(inputs)) for both, weight first, as torch.nn.Linear
///   does by default.
/// Computed by dense_kernels.h where the processor can, else by oneDNN; the derivative with respect
/// to x always by oneDNN.
/// Bits: fixed by the shapes and the processor's instruction set; not by addresses or neighbours.
class Dense final : public Layer {
 public:
  /// Both at least 1.
  Dense(std::size_t inputs, std::size_t outputs);

  Layout layout() const override;
  std::size_t inputSize() const override { return inputs_; }
  std::size_t outputSize() const override { return outputs_; }
  std::int64_t multiplyAdds() const override {
    return static_cast<std::int64_t>(inputs_ * outputs_);
  }
  void initialise(std::span<float> weights, Random& random) const override;
  std::size_t packedSize() const override;
  std::size_t packParts() const override;
  void pack(std::span<const float> weights, std::size_t part, std::span<float> packed) override;
  void forward(const Weights& weights, std::span<const float> src, std::span<float> dst,
               std::size_t batch) override;
  std::size_t forwardParts() const override;
  void forwardPart(const Weights& weights, std::size_t part, std::span<const float> src,
                   std::span<float> dst, std::size_t batch) const override;
  void backward(const Weights& weights, std::span<const float> src, std::span<const float> dst,
                std::span<const float> diffDst, std::span<float> diffSrc,
                std::size_t batch) override;
  /// (factor * diffDst)^T src, in blocks of rows: the same sums whether they are written or added.
  void weightGradient(const Signals& given, std::size_t batch, float factor, bool accumulate,
                      std::span<float> target) override;

  /// Blocks of rows, then the bias; none without kernels.
  std::vector<std::size_t> gradientParts() const override;
  void addGradientPart(std::span<const Signals> given, std::size_t batch, std::size_t part,
                       std::span<float> room, std::span<float> sum) const override;

  /// With D = diffDst and X = src, the gradient D^T X has rank `batch`; the difference of two is
  /// (D1 - D2)^T X1 + D2^T (X1 - X2), whose squared norm needs inner products of rows alone:
  ///   sum_bc <D1-D2, D1-D2>_bc <X1, X1>_bc + 2 <D1-D2, D2>_bc <X1, X1-X2>_bc
  ///          + <D2, D2>_bc <X1-X2, X1-X2>_bc,
  /// without cancellation when the two are close. For batches where that is more work, both
  /// gradients are written out.
  double squaredDistance(const Signals& one, const Signals& other, std::size_t batch) override;

 private:
  /// By batch, each made by the thread that first needs it: a primitive remembers how many threads
  /// its maker had.
  using Cache = std::map<std::size_t, onednn::Computation>;

  /// Weights that are not packed in panels, until the next call.
  const float* panelsOf(std::span<const float> weights);
  onednn::Computation makeForward(std::size_t batch) const;
  onednn::Computation makeBackwardSrc(std::size_t batch) const;
  /// factor * values; the values themselves for 1. Until the next call.
  std::span<const float> times(float factor, std::span<const float> values);
  struct Rows {
    std::size_t first;
    std::size_t count;
  };
  /// Of a block of the gradient: whole tiles of any kernel, where there are so many.
  std::size_t rowsAtOnce() const;
  Rows rowsOf(std::size_t block) const {
    const std::size_t first = block * rowsAtOnce();
    return {first, std::min(rowsAtOnce(), outputs_ - first)};
  }
  std::size_t blocks() const {
    return (outputs_ + rowsAtOnce() - 1) / rowsAtOnce();  // NOLINT(*DivideZero): at least one row
  }
  /// The kernels' call for those rows of diffDst^T src.
  DenseGradient gradientRows(std::span<const Signals> given, std::size_t batch, const Rows& rows,
                             DenseGradient::Use use, std::span<float> product) const;
  /// Writes those rows of diffDst^T src, without kernels_.
  void multiplyRows(const Signals& given, std::size_t batch, const Rows& rows,
                    std::span<float> product) const;
  double distanceByRows(const Signals& one, const Signals& other, std::size_t batch);

  static constexpr std::size_t kPackedAtOnce = 128;  // outputs: whole panels of any width

  std::size_t inputs_;
  std::size_t outputs_;
  const DenseKernels* kernels_;  // null: there are none
  Cache forward_;
  Cache backwardSrc_;
  FloatVector flat_;       // of weights that have changed since
  FloatVector panels_;     // of weights that are not packed
  FloatVector block_;      // of a gradient that is being added without kernels_
  FloatVector scaled_;     // diffDst times a factor
  FloatVector rows_;       // differences of signals
  FloatVector gradients_;  // two of them, written out
};

}  // namespace telegrad
