// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/image_network.h"

#include <algorithm>
#include <cassert>

#include "core/nn/batch_normalisation.h"
#include "core/nn/chwn_convolution.h"
#include "core/nn/widening.h"
#include "core/tensor/float_memory.h"

namespace telegrad {
ImageNetwork::ImageNetwork(const ImageShape& input, const ImageFormat& format)
    : format_(format),
      shapes_{input},
      memory_(std::make_unique<ConvolutionMemory>()) {}

ImageNetwork::Node ImageNetwork::add(const std::string& name,
                                     std::unique_ptr<ImageOperation> operation, Node src,
                                     Node other) {
  assert(src < shapes_.size() && other < shapes_.size());
  Step step;
  step.src = src;
  step.other = other;
  const Layout own = operation->layout();
  step.weights = {elementCount(layout_), elementCount(own)};
  append(layout_, name, own);
  step.packed = {packedSize_, operation->packedSize(ImageOperation::Ways::Both)};
  packedSize_ += wholeLines(step.packed.size);
  mostWeights_ = std::max(mostWeights_, step.weights.size);
  const Layout statistics = operation->statisticsLayout();
  step.statistics = {elementCount(statisticsLayout_), elementCount(statistics)};
  append(statisticsLayout_, name, statistics);
  shapes_.push_back(operation->shape());
  step.operation = std::move(operation);
  steps_.push_back(std::move(step));
  return shapes_.size() - 1;
}

ImageNetwork::Node ImageNetwork::convolve(const std::string& name, Node src,
                                          const ConvolutionOptions& options) {
  if (format_.isChwn())
    return add(name, std::make_unique<ChwnConvolution>(shape(src), src == kInput, options), src);
  return add(name,
             std::make_unique<Convolution>(shape(src), src == kInput, options, format_, *memory_),
             src);
}

ImageNetwork::Node ImageNetwork::normalise(const std::string& name, Node src, bool relu) {
  assert(src != kInput && !format_.isChwn());
  return add(name, std::make_unique<BatchNormalisation>(shape(src), format_, relu), src);
}

ImageNetwork::Node ImageNetwork::normaliseAndAdd(const std::string& name, Node src, Node other) {
  assert(src != kInput && other != kInput && src != other && shape(src) == shape(other));
  assert(!format_.isChwn());
  return add(name, std::make_unique<BatchNormalisation>(shape(src), format_, true), src, other);
}

ImageNetwork::Node ImageNetwork::pool(Node src, const PoolingOptions& options) {
  assert(src != kInput);
  return add({}, std::make_unique<Pooling>(shape(src), options, format_, memory_->scratchpad), src);
}

ImageNetwork::Node ImageNetwork::averageAll(Node src) {
  return pool(src, {.kind = PoolingOptions::Kind::Average,
                    .height = shape(src).height,
                    .width = shape(src).width,
                    .stride = 1});
}

ImageNetwork::Node ImageNetwork::widen(Node src, std::size_t channels, std::size_t stride) {
  assert(src != kInput && !format_.isChwn());
  return add({}, std::make_unique<Widening>(shape(src), channels, stride, format_), src);
}

std::int64_t ImageNetwork::multiplyAdds() const {
  std::int64_t sum = 0;
  for (const auto& step : steps_) sum += step.operation->multiplyAdds();
  return sum;
}

void ImageNetwork::initialise(std::span<float> weights, Random& random) const {
  for (const auto& step : steps_) step.operation->initialise(step.weights.of(weights), random);
}

void ImageNetwork::initialiseStatistics(std::span<float> statistics) const {
  for (const auto& step : steps_)
    step.operation->initialiseStatistics(step.statistics.of(statistics));
}

void ImageNetwork::pack(std::span<const float> weights, std::size_t part, std::span<float> packed) {
  const auto& step = steps_.at(part);
  if (step.packed.size == 0) return;
  step.operation->pack(step.weights.of(weights), ImageOperation::Ways::Both,
                       step.packed.of(packed));
}

std::span<const float> ImageNetwork::packedOf(const Step& step, ImageOperation::Ways way,
                                              const Weights& weights) {
  if (!weights.packed.empty()) return step.packed.of(weights.packed);
  const auto packed = firstOf(memory_->ordered, step.operation->packedSize(way));
  if (packed.empty()) return packed;
  firstOf(stepFloats_, mostWeights_);  // at once: what grows by and by leaves gaps behind
  const auto flat = weights.flat.part(step.weights.offset, step.weights.size);
  step.operation->pack(flat.read(stepFloats_), way, packed);
  return packed;
}

std::span<float> ImageNetwork::at(const Plan& plan, std::size_t buffer) {
  if (buffer == Plan::kNone) return {};
  return std::span(arena_).subspan(plan.buffers[buffer].offset, plan.buffers[buffer].size);
}

void ImageNetwork::run(const Weights& weights, std::span<const float> src, std::span<float> dst,
                       std::size_t batch, bool training, std::span<float> statistics) {
  assert(src.size() == batch * inputSize() && dst.size() == batch * outputSize());
  const auto& plan = planFor(batch, training);
  const auto result = [&](Node node) -> std::span<const float> {
    return node == kInput ? src : at(plan, plan.steps[node - 1].dst);
  };
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const auto& step = steps_[i];
    step.operation->forward(
        {.batch = batch,
         .packed = packedOf(step, ImageOperation::Ways::Forward, weights),
         .src = result(step.src),
         .other = step.other == kInput ? std::span<const float>() : result(step.other),
         .dst = at(plan, plan.steps[i].dst),
         .memory = at(plan, plan.steps[i].memory),
         .training = training,
         .running = step.statistics.of(weights.statistics),
         .statistics = step.statistics.of(statistics)});
  }
  format_.toPlain(shapes_.back(), result(steps_.size()), dst);
}

void ImageNetwork::forward(const Weights& weights, std::span<const float> src, std::span<float> dst,
                           std::size_t batch) {
  run(weights, src, dst, batch, false, {});
}

void ImageNetwork::forwardForTraining(const Weights& weights, std::span<const float> src,
                                      std::span<float> dst, std::size_t batch,
                                      std::span<float> statistics) {
  assert(statistics.size() == elementCount(statisticsLayout_));
  run(weights, src, dst, batch, true, statistics);
}

template <typename GradientOf, typename Take>
void ImageNetwork::runBack(const Weights& weights, const Signals& here, std::size_t batch,
                           GradientOf gradientOf, Take take) {
  const auto& plan = planFor(batch, true);
  format_.fromPlain(shapes_.back(), here.diffDst, at(plan, plan.steps.back().diffDst));
  const auto addTo = [](std::span<const float> part, std::span<float> sum) {
    scaleAndAdd(1.0F, part, sum, sum);
  };
  for (std::size_t i = steps_.size(); i-- > 0;) {
    const auto& step = steps_[i];
    const auto& places = plan.steps[i];
    const std::span<float> gradient = gradientOf(step);
    step.operation->backward(
        {.batch = batch,
         .packed = packedOf(step, ImageOperation::Ways::Backward, weights),
         .src = step.src == kInput ? here.src : at(plan, plan.steps[step.src - 1].dst),
         .dst = at(plan, places.dst),
         .memory = at(plan, places.memory),
         .diffDst = at(plan, places.diffDst),
         .diffSrc = at(plan, places.diffSrc),
         .gradient = gradient});
    take(step, gradient);
    if (places.sumSrc != Plan::kNone) addTo(at(plan, places.diffSrc), at(plan, places.sumSrc));
    if (places.sumOther != Plan::kNone) addTo(at(plan, places.diffDst), at(plan, places.sumOther));
  }
}

void ImageNetwork::differentiate(const Weights& weights, std::span<const float> src,
                                 std::span<const float> diffDst,
                                 [[maybe_unused]] std::span<float> diffSrc, std::size_t batch,
                                 std::span<float> gradient) {
  assert(diffSrc.empty() && gradient.size() == elementCount(layout_));
  runBack(
      weights, {.src = src, .diffDst = diffDst}, batch,
      [&](const Step& step) { return step.weights.of(gradient); },
      [](const Step& /*step*/, std::span<const float> /*gradient*/) {});
}

double ImageNetwork::squaredChange(const Weights& weights, const Signals& here,
                                   [[maybe_unused]] std::span<float> diffSrc, std::size_t batch,
                                   const Signals& other) {
  assert(diffSrc.empty() && other.gradient.size() == elementCount(layout_));
  double sum = 0.0;
  runBack(
      weights, here, batch,
      [&](const Step& step) { return firstOf(stepFloats_, step.weights.size); },
      [&](const Step& step, std::span<const float> gradient) {
        sum += telegrad::squaredDistance(gradient, step.weights.of(other.gradient));
      });
  return sum;
}

void ImageNetwork::weightGradient(const Signals& given, std::size_t /*batch*/, float factor,
                                  bool accumulate, std::span<float> target) {
  if (accumulate)
    scaleAndAdd(factor, given.gradient, target, target);
  else
    scale(factor, given.gradient, target);
}

}  // namespace telegrad
