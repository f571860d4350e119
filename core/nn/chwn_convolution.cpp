// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/chwn_convolution.h"

#include <algorithm>
#include <cassert>

#include "core/nn/relu.h"

namespace telegrad {
namespace {

const ChwnKernels& fastest() {
  return chwnKernels().back();
}

}  // namespace

ChwnConvolution::ChwnConvolution(const ImageShape& src, bool plainSrc,
                                 const ConvolutionOptions& options)
    : src_(src),
      plainSrc_(plainSrc),
      options_(options),
      dst_{options.outputs, src.height - options.kernel + 1, src.width - options.kernel + 1} {
  assert(options.stride == 1 && options.padding == 0);
  assert(src.height >= options.kernel && src.width >= options.kernel);
}

Layout ChwnConvolution::layout() const {
  return convolutionLayout(src_.channels, options_);
}

void ChwnConvolution::initialise(std::span<float> weights, Random& random) const {
  initialiseConvolution(src_.channels, options_, weights, random);
}

/// The weights forwards, the bias (zeros where there is none), and the weights backwards.
std::size_t ChwnConvolution::packedSize(Ways ways) const {
  const std::size_t forward = ways == Ways::Backward ? 0 : weightCount() + options_.outputs;
  return forward + (plainSrc_ || ways == Ways::Forward ? 0 : weightCount());
}

void ChwnConvolution::pack(std::span<const float> weights, Ways ways, std::span<float> packed) {
  assert(packed.size() == packedSize(ways));
  if (ways != Ways::Backward) {
    packChwnWeights(options_.outputs, taps(), weights.data(), packed.data());
    const auto bias = packed.subspan(weightCount(), options_.outputs);
    std::ranges::fill(bias, 0.0F);
    if (options_.bias) std::ranges::copy(weights.subspan(weightCount()), bias.begin());
  }
  if (!plainSrc_ && ways != Ways::Forward) packBackward(weights, packed.last(weightCount()));
}

/// dLoss/d(src_i) is the sum over o of the derivatives with the windows turned round.
void ChwnConvolution::packBackward(std::span<const float> weights, std::span<float> packed) {
  const std::size_t area = options_.kernel * options_.kernel;
  turned_.resize(weightCount());
  for (std::size_t o = 0; o < options_.outputs; ++o)
    for (std::size_t i = 0; i < src_.channels; ++i)
      std::ranges::reverse_copy(
          weights.subspan((o * src_.channels + i) * area, area),
          turned_.begin() + static_cast<std::ptrdiff_t>((i * options_.outputs + o) * area));
  packChwnWeights(src_.channels, options_.outputs * area, turned_.data(), packed.data());
}

ChwnShape ChwnConvolution::shapeAt(std::size_t batch) const {
  return {.inputs = src_.channels,
          .outputs = options_.outputs,
          .kernel = options_.kernel,
          .height = src_.height,
          .width = src_.width,
          .batch = batch};
}

void ChwnConvolution::forward(const Forward& call) {
  const float* src = call.src.data();
  if (plainSrc_) {
    ordered_.resize(call.src.size());
    ImageFormat::chwn().fromPlain(src_, call.src, ordered_);
    src = ordered_.data();
  }
  fastest().forward(shapeAt(call.batch), {.src = src,
                                          .packed = call.packed.data(),
                                          .bias = call.packed.data() + weightCount(),
                                          .relu = options_.relu,
                                          .dst = call.dst.data()});
}

void ChwnConvolution::backward(const Backward& call) {
  if (options_.relu) passWherePositive(call.dst, call.diffDst);
  const auto shape = shapeAt(call.batch);
  scratch_.resize(chwnScratchSize(shape));
  biasGradient_.resize(options_.outputs);
  fastest().differentiate(shape, {.src = plainSrc_ ? ordered_.data() : call.src.data(),
                                  .diffDst = call.diffDst.data(),
                                  .scratch = scratch_.data(),
                                  .gradient = call.gradient.data(),
                                  .biasGradient = biasGradient_.data()});
  if (options_.bias) std::ranges::copy(biasGradient_, call.gradient.subspan(weightCount()).begin());
  if (!call.diffSrc.empty()) backwardSrc(call);
}

void ChwnConvolution::backwardSrc(const Backward& call) {
  const std::size_t side = (options_.kernel - 1) * call.batch;
  const std::size_t row = dst_.width * call.batch;
  const std::size_t rows = dst_.channels * dst_.height;
  widened_.assign(rows * (row + 2 * side), 0.0F);
  for (std::size_t y = 0; y < rows; ++y)
    std::copy_n(call.diffDst.data() + y * row, row, widened_.data() + y * (row + 2 * side) + side);
  const FloatVector noBias(src_.channels, 0.0F);
  fastest().forward({.inputs = options_.outputs,
                     .outputs = src_.channels,
                     .kernel = options_.kernel,
                     .height = dst_.height,
                     .width = dst_.width + 2 * (options_.kernel - 1),
                     .batch = call.batch,
                     .beyond = options_.kernel - 1},
                    {.src = widened_.data(),
                     .packed = call.packed.last(weightCount()).data(),
                     .bias = noBias.data(),
                     .relu = false,
                     .dst = call.diffSrc.data()});
}

}  // namespace telegrad
