// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/nn/convolution.h"
#include "core/nn/image_operation.h"
#include "core/nn/layer.h"
#include "core/nn/memory_plan.h"
#include "core/nn/pooling.h"

namespace telegrad {

/// Images to a vector of features: convolutions, normalisations, pools and sums, each reading the
/// result of an earlier one. The first layer of a model.
///
/// The features between the steps stay in one order (ImageFormat) and one piece of memory, planned
/// when a batch size is first met and reused by all passes: what one pass leaves for its derivative
/// is gone with the next. So a model's memory is that of one pass, however many workers it serves.
/// Shapes: src [batch, channels, height, width], dst [batch, channels, height, width] of the last
///   step, in the plain order.
/// Bits: fixed by the shapes and the processor's instruction set.
class ImageNetwork final : public Layer {
 public:
  /// Which step's result; kInput is the network's source.
  using Node = std::size_t;
  static constexpr Node kInput = 0;

  explicit ImageNetwork(const ImageShape& input, const ImageFormat& format = ImageFormat::best());

  // Each adds a step that reads earlier results, and returns its own. A name is the prefix of the
  // tensors' names.
  Node convolve(const std::string& name, Node src, const ConvolutionOptions& options);
  Node normalise(const std::string& name, Node src, bool relu);
  /// relu(normalised src + other): the end of a residual block.
  Node normaliseAndAdd(const std::string& name, Node src, Node other);
  Node pool(Node src, const PoolingOptions& options);
  Node averageAll(Node src);  ///< over all pixels of each channel
  Node widen(Node src, std::size_t channels, std::size_t stride);

  const ImageShape& shape(Node node) const { return shapes_.at(node); }
  const ImageFormat& format() const { return format_; }
  /// Floats of activations and their derivatives at that batch size.
  std::size_t activationSize(std::size_t batch, bool training);

  Layout layout() const override { return layout_; }
  std::size_t inputSize() const override { return sizeOf(shapes_.front()); }
  std::size_t outputSize() const override { return sizeOf(shapes_.back()); }
  std::int64_t multiplyAdds() const override;
  void initialise(std::span<float> weights, Random& random) const override;
  std::size_t packedSize() const override { return packedSize_; }
  std::size_t packParts() const override { return steps_.size(); }
  void pack(std::span<const float> weights, std::size_t part, std::span<float> packed) override;
  bool packedLasts() const override { return false; }  // a step's are made in a moment
  void forward(const Weights& weights, std::span<const float> src, std::span<float> dst,
               std::size_t batch) override;
  bool keepsGradient() const override { return true; }
  void forwardForTraining(const Weights& weights, std::span<const float> src, std::span<float> dst,
                          std::size_t batch, std::span<float> statistics) override;
  void differentiate(const Weights& weights, std::span<const float> src,
                     std::span<const float> diffDst, std::span<float> diffSrc, std::size_t batch,
                     std::span<float> gradient) override;
  double squaredChange(const Weights& weights, const Signals& here, std::span<float> diffSrc,
                       std::size_t batch, const Signals& other) override;
  Layout statisticsLayout() const override { return statisticsLayout_; }
  void initialiseStatistics(std::span<float> statistics) const override;
  void weightGradient(const Signals& given, std::size_t batch, float factor, bool accumulate,
                      std::span<float> target) override;

 private:
  struct Slice {
    std::size_t offset = 0;
    std::size_t size = 0;
    template <typename T>
    std::span<T> of(std::span<T> all) const {
      return all.empty() ? all : all.subspan(offset, size);
    }
  };
  struct Step {
    std::unique_ptr<ImageOperation> operation;
    Node src = kInput;
    Node other = kInput;  // kInput: none
    Slice weights, packed, statistics;
  };
  /// Where everything of a batch size lies. Buffers by number; kNone for what there is not.
  struct Plan {
    static constexpr std::size_t kNone = ~std::size_t{0};
    struct Places {
      std::size_t dst = kNone, memory = kNone, diffDst = kNone, diffSrc = kNone;
      std::size_t sumSrc = kNone;    // diffSrc is to be added to that
      std::size_t sumOther = kNone;  // diffDst likewise
    };
    std::vector<PlannedBuffer> buffers;
    std::vector<Places> steps;
    std::size_t size = 0;
    std::size_t add(std::size_t floats, std::size_t from, std::size_t until);
  };

  static std::size_t sizeOf(const ImageShape& shape) { return shape.channels * shape.pixels(); }
  Node add(const std::string& name, std::unique_ptr<ImageOperation> operation, Node src,
           Node other = kInput);
  Plan& planFor(std::size_t batch, bool training);
  void planForward(Plan& plan, std::size_t batch, bool training) const;
  void planBackward(Plan& plan, std::size_t batch) const;
  std::span<float> at(const Plan& plan, std::size_t buffer);
  std::span<const float> packedOf(const Step& step, ImageOperation::Ways way,
                                  const Weights& weights);
  /// With `training` the minibatch's statistics are written.
  void run(const Weights& weights, std::span<const float> src, std::span<float> dst,
           std::size_t batch, bool training, std::span<float> statistics);
  /// Back through the steps; take(step, gradient of its weights), which gradientOf(step) is for.
  template <typename GradientOf, typename Take>
  void runBack(const Weights& weights, const Signals& here, std::size_t batch,
               GradientOf gradientOf, Take take);

  ImageFormat format_;
  std::vector<ImageShape> shapes_;  // of each node
  std::vector<Step> steps_;         // node i is the result of step i - 1
  Layout layout_;
  Layout statisticsLayout_;
  std::size_t packedSize_ = 0;
  std::size_t mostWeights_ = 0;  // of a step
  std::unique_ptr<ConvolutionMemory> memory_;
  std::map<std::size_t, Plan> trainingPlans_;    // by batch
  std::map<std::size_t, Plan> evaluationPlans_;  // likewise
  FloatVector arena_;
  // Of one step: the weights, where they are put together, and then the gradient, where not kept.
  FloatVector stepFloats_;
};

}  // namespace telegrad
