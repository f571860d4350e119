// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/image_network.h"

#include <algorithm>
#include <cassert>

#include "core/nn/batch_normalisation.h"
#include "core/nn/chwn_convolution.h"
#include "core/nn/widening.h"

namespace telegrad {
namespace {

constexpr std::size_t kLine = 16;  // floats: packed weights begin on lines

std::size_t roundedUp(std::size_t size) {
  return (size + kLine - 1) / kLine * kLine;
}

}  // namespace

ImageNetwork::ImageNetwork(const ImageShape& input, const ImageFormat& format)
    : format_(format),
      shapes_{input},
      scratchpad_(std::make_unique<onednn::Scratchpad>()) {}

ImageNetwork::Node ImageNetwork::add(const std::string& name,
                                     std::unique_ptr<ImageOperation> operation, Node src,
                                     Node other) {
  assert(src < shapes_.size() && other < shapes_.size());
  Step step;
  step.src = src;
  step.other = other;
  const Layout own = operation->layout();
  step.weights = {elementCount(layout_), elementCount(own)};
  for (const auto& tensor : own)
    layout_.push_back(
        {name + "." + tensor.name, tensor.shape, step.weights.offset + tensor.offset});
  step.packed = {packedSize_, operation->packedSize()};
  packedSize_ += roundedUp(step.packed.size);
  step.statistics = {statisticsSize_, operation->statisticsSize()};
  statisticsSize_ += step.statistics.size;
  shapes_.push_back(operation->shape());
  step.operation = std::move(operation);
  steps_.push_back(std::move(step));
  return shapes_.size() - 1;
}

ImageNetwork::Node ImageNetwork::convolve(const std::string& name, Node src,
                                          const ConvolutionOptions& options) {
  if (format_.isChwn())
    return add(name, std::make_unique<ChwnConvolution>(shape(src), src == kInput, options), src);
  return add(
      name,
      std::make_unique<Convolution>(shape(src), src == kInput, options, format_, *scratchpad_),
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
  return add({}, std::make_unique<Pooling>(shape(src), options, format_, *scratchpad_), src);
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

void ImageNetwork::initialise(std::span<float> weights, Random& random) const {
  for (const auto& step : steps_) step.operation->initialise(step.weights.of(weights), random);
}

void ImageNetwork::initialiseStatistics(std::span<float> statistics) const {
  for (const auto& step : steps_)
    step.operation->initialiseStatistics(step.statistics.of(statistics));
}

void ImageNetwork::pack(std::span<const float> weights, std::size_t part, std::span<float> packed) {
  const auto& step = steps_.at(part);
  if (step.packed.size > 0) step.operation->pack(step.weights.of(weights), step.packed.of(packed));
}

std::span<const float> ImageNetwork::packedOf(const Weights& weights) {
  if (!weights.packed.empty()) return weights.packed;
  ownPacked_.resize(packedSize_);
  for (std::size_t part = 0; part < steps_.size(); ++part) pack(weights.flat, part, ownPacked_);
  return ownPacked_;
}

std::span<float> ImageNetwork::at(const Plan& plan, std::size_t buffer) {
  if (buffer == Plan::kNone) return {};
  return std::span(arena_).subspan(plan.buffers[buffer].offset, plan.buffers[buffer].size);
}

void ImageNetwork::run(const Weights& weights, std::span<const float> src, std::span<float> dst,
                       std::size_t batch, std::span<float> kept) {
  assert(src.size() == batch * inputSize() && dst.size() == batch * outputSize());
  const bool training = !kept.empty();
  const auto packed = packedOf(weights);
  const auto& plan = planFor(batch, training);
  const auto result = [&](Node node) -> std::span<const float> {
    return node == kInput ? src : at(plan, plan.steps[node - 1].dst);
  };
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const auto& step = steps_[i];
    step.operation->forward(
        {.batch = batch,
         .packed = step.packed.of(packed),
         .src = result(step.src),
         .other = step.other == kInput ? std::span<const float>() : result(step.other),
         .dst = at(plan, plan.steps[i].dst),
         .memory = at(plan, plan.steps[i].memory),
         .training = training,
         .running = step.statistics.of(weights.statistics),
         .statistics =
             training ? step.statistics.of(kept.last(statisticsSize_)) : std::span<float>()});
  }
  format_.toPlain(shapes_.back(), result(steps_.size()), dst);
}

void ImageNetwork::forward(const Weights& weights, std::span<const float> src, std::span<float> dst,
                           std::size_t batch) {
  run(weights, src, dst, batch, {});
}

void ImageNetwork::forwardForTraining(const Weights& weights, std::span<const float> src,
                                      std::span<float> dst, std::size_t batch,
                                      std::span<float> kept) {
  assert(kept.size() == keptSize());
  run(weights, src, dst, batch, kept);
}

void ImageNetwork::differentiate(const Weights& weights, std::span<const float> src,
                                 std::span<const float> diffDst,
                                 [[maybe_unused]] std::span<float> diffSrc, std::size_t batch,
                                 std::span<float> kept) {
  assert(diffSrc.empty() && kept.size() == keptSize());
  // Weights without packed ones were packed for the forward pass.
  const auto packed = weights.packed.empty() ? std::span<const float>(ownPacked_) : weights.packed;
  const auto& plan = planFor(batch, true);
  format_.fromPlain(shapes_.back(), diffDst, at(plan, plan.steps.back().diffDst));
  const auto addTo = [](std::span<const float> part, std::span<float> sum) {
    scaleAndAdd(1.0F, part, sum, sum);
  };
  for (std::size_t i = steps_.size(); i-- > 0;) {
    const auto& step = steps_[i];
    const auto& places = plan.steps[i];
    step.operation->backward(
        {.batch = batch,
         .packed = step.packed.of(packed),
         .src = step.src == kInput ? src : at(plan, plan.steps[step.src - 1].dst),
         .dst = at(plan, places.dst),
         .memory = at(plan, places.memory),
         .diffDst = at(plan, places.diffDst),
         .diffSrc = at(plan, places.diffSrc),
         .gradient = step.weights.of(kept)});
    if (places.sumSrc != Plan::kNone) addTo(at(plan, places.diffSrc), at(plan, places.sumSrc));
    if (places.sumOther != Plan::kNone) addTo(at(plan, places.diffDst), at(plan, places.sumOther));
  }
}

void ImageNetwork::weightGradient(const Signals& given, std::size_t /*batch*/, float factor,
                                  bool accumulate, std::span<float> target) {
  const auto gradient = given.kept.first(target.size());
  if (accumulate)
    scaleAndAdd(factor, gradient, target, target);
  else
    scale(factor, gradient, target);
}

double ImageNetwork::squaredDistance(const Signals& one, const Signals& other,
                                     std::size_t /*batch*/) {
  const std::size_t size = elementCount(layout_);
  return telegrad::squaredDistance(one.kept.first(size), other.kept.first(size));
}

}  // namespace telegrad
