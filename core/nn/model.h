// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/catalogue.h"
#include "core/base/random.h"
#include "core/nn/layer.h"
#include "core/tensor/shape.h"
#include "core/tensor/vector_in_parts.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

/// How a model did on some labelled examples. Sums, so that parts add up in any grouping.
struct Evaluation {
  double lossSum = 0.0;  ///< sum over examples of the cross-entropy, nats
  std::size_t correct = 0;
  std::size_t count = 0;
  /// The label is among the five largest logits; of equal ones the lower class is the larger, as
  /// for `correct`. With five classes or fewer that is any example with a finite loss.
  std::size_t correctTop5 = 0;
  /// Examples by [true class][class of the largest logit]; those whose logits are no numbers are
  /// nowhere. Empty where nothing was evaluated.
  std::vector<std::uint32_t> confusion = {};

  Evaluation& operator+=(const Evaluation& other);
};

/// A classifier: a list of layers over one flat parameter vector, then softmax cross-entropy.
///
/// Shapes: weights and gradient [parameterCount()]; inputs [batch, inputSize()]; labels [batch].
/// Threads: a model has scratch (activations, oneDNN primitives); each thread makes its own. All
///   models of one architecture give the same bits for the same input.
class Model {
 public:
  struct NamedLayer {
    std::string name;  ///< prefix of its tensors' names; empty for a layer that names them whole
    std::unique_ptr<Layer> layer;
  };

  explicit Model(std::vector<NamedLayer> layers);

  const Layout& layout() const { return layout_; }
  std::size_t parameterCount() const { return elementCount(layout_); }
  std::size_t inputSize() const;
  std::size_t classes() const;
  /// Of evaluating one example, as Layer::multiplyAdds(); differentiating takes three times that.
  std::int64_t multiplyAdds() const;

  /// Starting weights; depends on `random` alone.
  void initialise(std::span<float> weights, Random& random) const;

  /// Weights in the order in which the kernels read them fastest: to be made once for all that is
  /// computed with them. `packed` has packedSize() entries; parts may be made at once, each by a
  /// model of its own thread.
  std::size_t packedSize() const { return packedSize_; }
  std::size_t packParts() const { return packParts_.size(); }
  void pack(std::span<const float> weights, std::size_t part, std::span<float> packed);
  /// Of the packed weights the first entries, which are to be kept for as long as the flat ones;
  /// the others, once the weights are old, are made anew where they are needed, a layer at a time.
  std::size_t lastingPackedSize() const { return lastingPackedSize_; }

  /// What differentiating left behind at one weight vector: every layer's output and
  /// dLoss/d(output), from which the gradient can be written out or compared. Inputs and labels
  /// must outlive it.
  struct Pass {
    std::span<const float> inputs;
    std::span<const std::uint8_t> labels;
    std::size_t batch = 0;
    std::vector<FloatVector> outputs;      // [layer][batch * outputSize]
    std::vector<FloatVector> differences;  // dLoss/d(output), same shapes
    FloatVector gradient;  // of the layers that have theirs kept; empty where none has
    FloatVector statistics;
  };

  /// The minibatch's mean cross-entropy at `weights`; fills `pass`, reusing its memory. With
  /// `begun` the first layer's output is there, by all parts of begin().
  double differentiate(const Weights& weights, std::span<const float> inputs,
                       std::span<const std::uint8_t> labels, Pass& pass, bool begun = false);
  /// Parts of the first layer's output; 0 where there are none. A part of many minibatches is best
  /// computed at once: what it reads of the weights is then in the cache.
  std::size_t beginParts() const { return layers_.front().layer->forwardParts(); }
  /// Makes room in `pass` for begin().
  void prepare(Pass& pass, std::size_t batch) const;
  /// Writes one part, with packed weights. Threads: any number at once, also beside all else that
  /// the model does.
  void begin(const Weights& weights, std::size_t part, std::span<const float> inputs,
             Pass& pass) const;
  /// target = factor * gradient, plus what target held with `accumulate`.
  void gradient(const Pass& pass, float factor, bool accumulate, std::span<float> target);
  /// The parts in which a gradient can also be added, in their order; none where a layer cannot.
  std::span<const VectorInParts::Part> gradientParts() const { return gradientParts_; }
  /// dLoss/d(output) of a pass, times the factor, of every layer that has parameters.
  void scaledDifferences(const Pass& pass, float factor, std::vector<FloatVector>& scaled) const;
  /// What a part of the gradient is made of, with differences that are scaled.
  Layer::Signals scaledSignals(const Pass& pass, const std::vector<FloatVector>& scaled,
                               std::size_t part) const;
  /// sum += one part of factor * gradient of each of the passes whose signals these are, as
  /// VectorInParts::addTo(): the bits of gradient(). Their batches are of one size.
  /// Threads: any number at once, also beside all else that the model does.
  void addGradientPart(std::span<const Layer::Signals> scaled, std::size_t batch, std::size_t part,
                       std::span<float> room, std::span<float> sum) const;
  /// The gradient, completed in the pass where layers have theirs kept; else written to `room`.
  std::span<const float> wholeGradient(Pass& pass, std::span<float> room);
  /// ||gradient - gradient of the same minibatch at other weights||^2, the second one being
  /// compared as it is made; exactly 0 for the same weights.
  double squaredChange(const Pass& pass, const Weights& other);

  /// Both at once: mean cross-entropy of a minibatch and its gradient (overwritten).
  double lossAndGradient(const Weights& weights, std::span<const float> inputs,
                         std::span<const std::uint8_t> labels, std::span<float> gradient);

  /// What is averaged over minibatches for evaluate() to normalise by: of every batch
  /// normalisation the channels' means, then their variances; nothing for most models.
  const Layout& statisticsLayout() const { return statisticsLayout_; }
  std::size_t statisticsSize() const { return statisticsOffsets_.back(); }
  /// Before the first minibatch: means 0, variances 1.
  void initialiseStatistics(std::span<float> statistics) const;
  /// The minibatch's own, variances unbiased.
  static void statistics(const Pass& pass, std::span<float> statistics);

  /// Examples that one call of evaluate() takes in its stride; no bound.
  std::size_t usualEvaluation() const;

  /// Loss and hits, without a gradient. A tie of logits goes to the lowest class.
  Evaluation evaluate(const Weights& weights, std::span<const float> inputs,
                      std::span<const std::uint8_t> labels);

 private:
  std::span<const float> forward(const Weights& weights, std::span<const float> inputs,
                                 std::size_t batch, Pass& pass, bool training, bool begun = false);
  /// Forwards and back; complete(layer, signals, diffSrc) for those that keep their gradient.
  template <typename Complete>
  double passThrough(const Weights& weights, Pass& pass, bool begun, Complete complete);
  void placePacked();
  Weights weightsOf(std::size_t layer, const Weights& weights) const;
  template <typename Float>
  std::span<Float> placeOf(std::size_t layer, std::span<Float> all) const {
    return all.subspan(offsets_[layer], offsets_[layer + 1] - offsets_[layer]);
  }
  template <typename Float>
  std::span<Float> statisticsOf(std::size_t layer, std::span<Float> all) const {
    return all.subspan(statisticsOffsets_[layer],
                       statisticsOffsets_[layer + 1] - statisticsOffsets_[layer]);
  }
  Layer::Signals signalsOf(const Pass& pass, std::size_t layer) const;

  std::vector<NamedLayer> layers_;
  Layout layout_;
  Layout statisticsLayout_;
  std::vector<std::size_t> offsets_;            // of each layer's parameters, and their end
  std::vector<std::size_t> packedOffsets_;      // of each layer's packed weights
  std::vector<std::size_t> statisticsOffsets_;  // of each layer's, and their end
  std::size_t packedSize_ = 0;
  std::size_t lastingPackedSize_ = 0;
  bool keepsGradient_ = false;  // a layer does
  struct PackPart {
    std::size_t layer = 0;
    std::size_t part = 0;  // of the layer's
  };
  std::vector<PackPart> packParts_;
  void listGradientParts();
  std::vector<VectorInParts::Part> gradientParts_;
  std::vector<PackPart> gradientPartOf_;  // which of a layer's each is
  Pass scratch_;                          // for evaluate(), lossAndGradient() and squaredChange()
};

/// A way to build a model for a kind of input.
class Architecture {
 public:
  virtual ~Architecture() = default;
  /// A model for examples of `input` shape ({channels, height, width}) and that many classes.
  /// Errors: an input this architecture cannot take.
  virtual Result<std::unique_ptr<Model>> build(const Shape& input, std::size_t classes) const = 0;
};

/// All models, in menu order.
std::span<const Entry<Architecture>> models();

/// One oneDNN/OpenMP thread for the calling thread: Debian's oneDNN would otherwise start a team of
/// its own inside every worker. Call once on each thread that computes.
void useOneThreadPerWorker();

/// "oneDNN 2.6.3 (avx512_core)", for the summary of a run.
std::string kernelVersion();

}  // namespace telegrad
