// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/tensor/former_floats.h"
#include "core/tensor/shape.h"

namespace telegrad {

/// A layer's or a whole model's parameters: the flat vector, and the same once more in the order in
/// which the kernels read it fastest, made by pack(). Without a packed one the flat one is read, or
/// packed on the way.
struct Weights {
  Weights() = default;
  Weights(std::span<const float> values,
          std::span<const float> inKernelOrder = {})  // NOLINT: as is
      : Weights(FormerFloats(values), inKernelOrder) {}
  Weights(FormerFloats values, std::span<const float> inKernelOrder)
      : flat(std::move(values)),
        packed(inKernelOrder) {}
  template <typename Allocator>
  Weights(const std::vector<float, Allocator>& values)  // NOLINT: likewise
      : flat(std::span<const float>(values)) {}

  FormerFloats flat;
  std::span<const float> packed;
  /// Running statistics, which evaluation normalises with; without, a batch's own are taken.
  std::span<const float> statistics;
};

/// One differentiable step of a network, without weights of its own: it is handed its slice of the
/// flat parameter vector with every call, so one layer serves any number of weight vectors.
///
/// Shapes: src [batch, inputSize], dst [batch, outputSize], row-major; weights and diffWeights are
///   the concatenation of layout()'s tensors.
/// Threads: a layer has scratch; each thread has a network of its own.
class Layer {
 public:
  virtual ~Layer() = default;

  /// Names (without the layer's prefix), shapes and offsets of the parameters; empty for none.
  virtual Layout layout() const = 0;
  virtual std::size_t inputSize() const = 0;
  virtual std::size_t outputSize() const = 0;
  /// Multiply-adds of forward() for one example, in products with weights; the rest costs little.
  virtual std::int64_t multiplyAdds() const { return 0; }

  /// The starting weights.
  virtual void initialise(std::span<float> weights, Random& random) const = 0;

  /// Floats of the packed weights; 0 where the flat ones are read as fast.
  virtual std::size_t packedSize() const { return 0; }
  /// Whether they are to be kept as long as the weights, or for the newest weights alone.
  virtual bool packedLasts() const { return true; }
  /// Packing is divided into parts, which several threads may make at once.
  virtual std::size_t packParts() const { return 0; }
  virtual void pack(std::span<const float> /*weights*/, std::size_t /*part*/,
                    std::span<float> /*packed*/) {}

  virtual void forward(const Weights& weights, std::span<const float> src, std::span<float> dst,
                       std::size_t batch) = 0;
  /// Parts of forward(), each for some of the outputs; 0 where there are none.
  virtual std::size_t forwardParts() const { return 0; }
  /// One of them, with packed weights. Threads: any number at once.
  virtual void forwardPart(const Weights& /*weights*/, std::size_t /*part*/,
                           std::span<const float> /*src*/, std::span<float> /*dst*/,
                           std::size_t /*batch*/) const {}

  /// diffSrc = dLoss/d(src) from dLoss/d(dst); `src` and `dst` are those of the forward pass. Not
  /// called where the gradient is kept, see below.
  virtual void backward(const Weights& /*weights*/, std::span<const float> /*src*/,
                        std::span<const float> /*dst*/, std::span<const float> /*diffDst*/,
                        std::span<float> /*diffSrc*/, std::size_t /*batch*/) {}

  /// All that the gradient of a layer's weights is made of.
  struct Signals {
    std::span<const float> src;
    std::span<const float> diffDst;
    std::span<const float> gradient = {};  ///< where it is kept
  };

  // A layer that is itself made of many steps has its gradient kept by the caller: src and diffDst
  // alone do not say it.

  virtual bool keepsGradient() const { return false; }
  /// forward() for training: what normalises does so by the batch's own statistics, which are
  /// written.
  virtual void forwardForTraining(const Weights& weights, std::span<const float> src,
                                  std::span<float> dst, std::size_t batch,
                                  std::span<float> /*statistics*/) {
    forward(weights, src, dst, batch);
  }
  /// Where the gradient is kept, in place of backward() and right after forwardForTraining():
  /// writes it, and diffSrc unless that is empty.
  virtual void differentiate(const Weights& /*weights*/, std::span<const float> /*src*/,
                             std::span<const float> /*diffDst*/, std::span<float> /*diffSrc*/,
                             std::size_t /*batch*/, std::span<float> /*gradient*/) {}

  /// In place of differentiate(), keeping nothing: ||dLoss/d(weights) - that of `other`||^2, of a
  /// pass that was kept; exactly 0 for the same weights.
  virtual double squaredChange(const Weights& /*weights*/, const Signals& /*here*/,
                               std::span<float> /*diffSrc*/, std::size_t /*batch*/,
                               const Signals& /*other*/) {
    return 0.0;
  }

  /// What a run averages over its minibatches and evaluation reads: means and variances, named as
  /// layout() names the parameters.
  virtual Layout statisticsLayout() const { return {}; }
  virtual void initialiseStatistics(std::span<float> /*statistics*/) const {}

  /// target = factor * dLoss/d(weights), plus what target held with `accumulate`. What is added to
  /// zeros is what is written, bit for bit.
  virtual void weightGradient(const Signals& /*given*/, std::size_t /*batch*/, float /*factor*/,
                              bool /*accumulate*/, std::span<float> /*target*/) {}

  /// How many entries of the gradient addGradientPart() adds at a time, in their order; nothing
  /// where it does not.
  virtual std::vector<std::size_t> gradientParts() const { return {}; }
  /// sum += one of these of each of the signals, as VectorInParts::addTo(); their diffDst is
  /// multiplied already: the bits of weightGradient(). Threads: any number at once.
  virtual void addGradientPart(std::span<const Signals> /*given*/, std::size_t /*batch*/,
                               std::size_t /*part*/, std::span<float> /*room*/,
                               std::span<float> /*sum*/) const {}

  /// Where no gradient is kept: ||dLoss/d(weights) of one minus that of the other||^2; exactly 0
  /// for equal signals.
  virtual double squaredDistance(const Signals& /*one*/, const Signals& /*other*/,
                                 std::size_t /*batch*/) {
    return 0.0;
  }
};

}  // namespace telegrad
